import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { resourcesIn } from '../../test/resource.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import { type Credential, entityKey, type Fact, type Principal } from '../model/fact.ts';
import type { Resource } from '../model/resource.ts';
import { written } from '../model/value.ts';
import { principalFacts } from '../recognize/resource/principal-facts.ts';
import { linkFacts } from './graph.ts';

const [user] = resourcesIn('resource "aws_iam_user" "ops" {\n}\n');
const key = credentialIn('deploy/harbour.env', 'aws');

function inAccount(account: string): Resource {
  if (user === undefined) throw new Error('one resource');
  const { placement } = user;
  const place = { ...placement.account, key: entityKey(`aws:account/${account}`) };
  return { ...user, placement: { ...placement, account: place } };
}

function principal(resource: Resource, changes: Partial<Principal> = {}): readonly Fact[] {
  const { at } = resource;
  return principalFacts(resource, 'aws', {
    title: 'IAM user',
    grantedAt: at,
    scope: written('account', at),
    actions: written(['read'], at),
    deletes: written([], at),
    confirms: written(false, at),
    hasLastingKeys: true,
    narrower: null,
  }).map((fact) => (fact.kind === 'Principal' ? { ...fact, ...changes } : fact));
}

function confidences(credential: Credential, facts: readonly Fact[]): readonly string[] {
  const graph = linkFacts([credential, ...facts], createKnowledge([], new Uint8Array(32)));
  return graph
    .all('Principal')
    .flatMap((one) => graph.edgesInto(one, 'acts-as').map(({ confidence }) => confidence));
}

describe('likelyHolders', () => {
  const here = principal(inAccount('tf:infra#aws'));

  it('suspects whoever has keys of that vendor', () => {
    expect(confidences(key, here)).toEqual(['low']);
    expect(confidences({ ...key, belongsTo: '171077921032' }, here)).toEqual(['low']);
    const same = principal(inAccount('171077921032'));
    expect(confidences({ ...key, belongsTo: '171077921032' }, same)).toEqual(['low']);
  });

  it.each<[string, Credential, readonly Fact[]]>([
    [
      'another account',
      { ...key, belongsTo: '171077921032' },
      principal(inAccount('529381026473')),
    ],
    ['another vendor', { ...key, provider: 'railway' }, here],
    ['a key that tells its reach', { ...key, scope: written('project', key.at) }, here],
    ['a reference', { ...key, form: 'reference' }, here],
    ['a key that sends messages', { ...key, plane: 'comms' }, here],
    ['sessions only', key, principal(inAccount('tf:infra#aws'), { hasLastingKeys: false })],
  ])('suspects nobody of %s', (_, credential, facts) => {
    expect(confidences(credential, facts)).toEqual([]);
  });
});
