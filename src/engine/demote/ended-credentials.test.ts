import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../../test/credential-fact.ts';
import type { Fact } from '../../model/fact.ts';
import { credentialsOf, definePack } from '../../model/pack.ts';
import { demote } from './demote.ts';

const credential = credentialsOf({ source: 'https://acme.io/docs', checkedOn: '2026-11-21' });
const base = { title: 'Acme token', scope: null, actions: null, narrower: 'Use less' } as const;
const acme = definePack({
  id: 'acme',
  title: 'Acme',
  credentials: [
    credential({ id: 'session', ...base, expires: 'within-hours' }),
    credential({ id: 'yearly', ...base, expires: 'always' }),
  ],
});

function demoteEnded(facts: readonly Fact[]): readonly Fact[] {
  return demote({
    facts,
    classOf: () => 'source',
    texts: new Map(),
    packs: [acme],
    today: '2026-11-21',
  });
}

describe('endedCredential', () => {
  it.each([
    ['session', true, 'low'],
    ['session', false, 'high'],
    ['yearly', true, 'high'],
    ['unheard-of', true, 'high'],
  ])('%s, tracked %s → %s', (product, tracked, confidence) => {
    const fact = { ...credentialIn('.env', 'acme'), product, tracked };
    expect(demoteEnded([fact])).toMatchObject([{ confidence }]);
  });

  it('leaves what nobody knows to be tracked, and references', () => {
    const fact = { ...credentialIn('.env', 'acme'), product: 'session' };
    const reference = { ...fact, form: 'reference', tracked: true } as const;
    expect(demoteEnded([fact, reference])).toEqual([fact, reference]);
  });

  it.each([
    ['2026-11-20', 'low'],
    ['2026-11-21', 'high'],
    ['2036-01-01', 'high'],
    ['never', 'high'],
  ])('ends on %s → %s', (expiresOn, confidence) => {
    const fact = { ...credentialIn('.env', 'acme'), product: 'yearly', expiresOn };
    expect(demoteEnded([fact])).toMatchObject([{ confidence }]);
  });
});
