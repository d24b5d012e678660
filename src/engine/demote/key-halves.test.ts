import { expect, it } from 'vitest';
import { credentialIn } from '../../../test/credential-fact.ts';
import type { Credential } from '../../model/fact.ts';
import { credentialsOf, definePack } from '../../model/pack.ts';
import { demote } from './demote.ts';

const kind = credentialsOf({ source: 'https://acme.io/docs', checkedOn: '2026-11-21' });
const shared = { title: 'Acme key', scope: null, actions: null, narrower: 'Use less' } as const;
const acme = definePack({
  id: 'acme',
  title: 'Acme',
  credentials: [
    kind({ id: 'key-id', ...shared, secretHalf: 'secret-key' }),
    kind({ id: 'secret-key', ...shared }),
  ],
});
const name = { ...credentialIn('.env', 'acme'), product: 'key-id' };
const secret = { ...credentialIn('.env', 'acme'), product: 'secret-key' };

function confidences(...facts: readonly Credential[]): readonly string[] {
  const evidence = { facts, texts: new Map(), packs: [acme], today: '2026-11-21' };
  return demote({ ...evidence, classOf: () => 'source' }).flatMap((fact) =>
    fact.kind === 'Credential' ? [fact.confidence] : [],
  );
}

it('leaves one credential of a pair', () => {
  expect(confidences(name, secret)).toEqual(['low', 'high']);
});

it.each<[string, Credential]>([
  [
    'in another file',
    { ...secret, at: { ...secret.at, file: credentialIn('b.env', 'acme').at.file } },
  ],
  ['of another vendor', { ...secret, provider: 'harbour' }],
  ['that is nowhere written', { ...secret, form: 'reference' }],
  ['that is doubtful itself', { ...secret, confidence: 'low' }],
])('keeps the name beside a secret half %s', (_, other) => {
  expect(confidences(name, other)[0]).toBe('high');
});
