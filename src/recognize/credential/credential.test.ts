import { describe, expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { CredentialSpec, Refinement } from '../../model/knowledge.ts';
import { credentialsOf, definePack } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { credentialFact, credentialKind } from './credential.ts';

const credential = credentialsOf({ source: 'https://acme.io/docs', checkedOn: '2026-11-21' });
const base = {
  title: 'Acme key',
  env: ['ACME_KEY'],
  scope: 'account',
  actions: ['read'],
  narrower: 'Use less',
} as const;
/** Text that tells nothing. */
const none = { file: filePath('.env'), text: '' };

function factOf(spec: Partial<CredentialSpec>, value: string | null, name = 'ACME_KEY', text = '') {
  const document = { ...none, text };
  const acme = definePack({
    id: 'acme',
    title: 'Acme',
    credentials: [credential({ id: 'key', ...base, ...spec })],
  });
  const knowledge = createKnowledge([acme], new Uint8Array([1]));
  const kind = credentialKind([name], value, document, knowledge);
  if (kind === null) throw new Error('no kind');
  const at = { file: document.file, start: 0, end: 0 };
  const sight = { name, kind, value, nameStart: 0, at, document, collector: 'x', comment: null };
  return credentialFact(sight, knowledge);
}

const value = 'aB3xY9zQ'.repeat(4);

describe('what the value shows', () => {
  it('wins over what its kind implies', () => {
    const shown: Refinement = {
      title: 'Acme read key',
      scope: 'resource',
      actions: ['read', 'delete'],
      plane: 'data',
      expiresOn: '2027-01-01',
      belongsTo: 'harbour',
    };
    expect(factOf({ refine: () => shown }, value)).toMatchObject({
      title: 'Acme read key',
      scope: { state: 'set', value: 'resource' },
      actions: { state: 'set', value: ['read', 'delete'] },
      plane: 'data',
      expiresOn: '2027-01-01',
      belongsTo: 'harbour',
      decidedBy: 'claims',
      confidence: 'high',
    });
  });
  it('leaves the rest to the kind', () => {
    expect(factOf({ refine: () => ({ belongsTo: 'harbour' }) }, value)).toMatchObject({
      title: 'Acme key',
      scope: { state: 'default', value: 'account' },
      plane: 'control',
      belongsTo: 'harbour',
      decidedBy: 'name',
      confidence: 'medium',
    });
  });
  it('is nothing for a reference', () => {
    const fact = factOf({ refine: () => ({ title: 'never asked' }) }, null);
    expect(fact).toMatchObject({ title: 'Acme key', form: 'reference' });
    expect(fact).not.toHaveProperty('expiresOn');
    expect(fact).not.toHaveProperty('belongsTo');
  });
  it('is the end of any JSON web token', () => {
    expect(factOf({}, fakeJwt({ exp: 1_799_535_600 }))).toMatchObject({
      expiresOn: '2027-01-09',
      decidedBy: 'name',
    });
    expect(factOf({}, fakeJwt({}, { alg: 'none' }))).toBeNull();
  });
});

describe('no fact', () => {
  it('for a value that is published on purpose, or not what it seems', () => {
    expect(factOf({ refine: () => ({ isPublic: true }) }, value)).toBeNull();
    expect(factOf({ isGenuine: () => false }, value)).toBeNull();
    expect(factOf({ isGenuine: () => true }, value)).not.toBeNull();
    expect(factOf({ isPublic: true }, value)).toBeNull();
  });
  it('but one for a secret under a public name', () => {
    const refine = (): Refinement => ({ isPublic: false, title: 'Acme owner key' });
    expect(factOf({ isPublic: true, refine }, value)).toMatchObject({ title: 'Acme owner key' });
  });
});

describe('confidence in a value without a shape', () => {
  it.each([
    ['acme_key_2024', 'ACME_KEY'],
    ['acmekeypassword1', 'ACME_KEY'],
    ['acme-secret-local-key', 'ACME_KEY'],
    ['postgres', 'ACME_KEY'],
  ])('%s is made of its name', (text, name) => {
    expect(factOf({}, text, name)).toMatchObject({ confidence: 'low' });
  });
  it('counts a value of its own', () => {
    expect(factOf({}, `acme_key_${value}`)).toMatchObject({ confidence: 'medium' });
  });
});

describe('half of a pair', () => {
  const spec = { prefixes: ['acme_id_'], shape: /acme_id_\w+/, counterpart: /\bsecret-\w{32}\b/ };
  const id = `acme_id_${value}`;

  it.each([
    ['ACME_KEY=… ACME_SECRET=secret123', 'low'],
    [`ACME_KEY=… ACME_SECRET=secret-${value}`, 'high'],
  ])('beside %s', (text, confidence) => {
    expect(factOf(spec, id, 'ACME_KEY', text)).toMatchObject({ confidence });
  });
  it('says nothing of a reference, whose other half is one too', () => {
    expect(factOf(spec, null)).toMatchObject({ confidence: 'medium' });
  });
});

describe('a beginning that two vendors share', () => {
  const packs = [
    definePack({
      id: 'acme',
      title: 'Acme',
      credentials: [credential({ id: 'key', ...base, prefixes: ['sk_'], shape: /sk_[a-z]{8,20}/ })],
    }),
    definePack({
      id: 'harbour',
      title: 'Harbour',
      credentials: [
        credential({ id: 'key', ...base, env: ['HARBOUR_KEY'], shape: /sk_[a-z]{10}/ }),
        credential({ id: 'any', ...base, env: ['HARBOUR_ANY'], shape: /[a-z_]{13}/ }),
      ],
    }),
  ];
  const knowledge = createKnowledge(packs, new Uint8Array([1]));
  it.each([
    ['HARBOUR_KEY', 'sk_abcdefghij', 'harbour', 'name'],
    ['ACME_KEY', 'sk_abcdefghij', 'acme', 'prefix'],
    ['OTHER', 'sk_abcdefghij', 'acme', 'prefix'],
    ['HARBOUR_KEY', 'sk_abcdefgh', 'acme', 'prefix'],
    // A shape that any word of that length has proves less than the prefix.
    ['HARBOUR_ANY', 'sk_abcdefghij', 'acme', 'prefix'],
  ])('%s=%s is of %s', (name, text, provider, decidedBy) => {
    const kind = credentialKind([name], text, none, knowledge);
    expect([kind?.known.provider, kind?.decidedBy]).toEqual([provider, decidedBy]);
  });
});
