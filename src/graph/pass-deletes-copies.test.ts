import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { resourcesIn } from '../../test/resource.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import {
  type Confidence,
  entityKey,
  type Fact,
  type Principal,
  type Relation,
} from '../model/fact.ts';
import type { Path } from '../model/graph.ts';
import type { Resource } from '../model/resource.ts';
import { unknown, written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { principalFacts } from '../recognize/resource/principal-facts.ts';
import { backupFacts, relation, storeFacts } from '../recognize/resource/resource-facts.ts';
import { linkFacts } from './graph.ts';

function declared(type: string, name: string): Resource {
  const [resource] = resourcesIn(`resource "${type}" "${name}" {\n}\n`);
  if (resource === undefined) throw new Error('one resource');
  return resource;
}

const user = declared('aws_iam_user', 'ops');
const disk = declared('aws_ebs_volume', 'hull');
const key = credentialIn('deploy/harbour.env', 'aws');
const at = user.at;

const data: readonly Fact[] = [
  ...storeFacts(disk, 'aws', {
    product: 'ebs-volume',
    holds: 'volume',
    deletionProtection: unknown('external', disk.at),
  }),
  ...backupFacts(disk, 'aws', {
    id: 'snapshots',
    name: 'snapshots of it',
    at: disk.at,
    of: [disk.key],
    because: 'snapshots of it',
    method: 'snapshot',
    retentionDays: unknown('external', disk.at),
    survivesSourceDeletion: written(true, disk.at),
  }),
];

function principal(changes: Partial<Principal> = {}): readonly Fact[] {
  return principalFacts(user, 'aws', {
    title: 'IAM user',
    grantedAt: at,
    scope: written('account', at),
    actions: written(['read', 'write', 'delete'], at),
    deletes: written(['volume', 'backup'], at),
    confirms: written(false, at),
    hasLastingKeys: true,
    narrower: null,
    ...changes,
  }).map((fact) => (fact.kind === 'Principal' ? { ...fact, ...changes } : fact));
}

function path(facts: readonly Fact[]): Path {
  const graph = linkFacts([key, ...data, ...facts], createKnowledge([aws], new Uint8Array(32)));
  const [actor] = graph.actors();
  const [first] = actor === undefined ? [] : graph.blastRadius(actor);
  if (first === undefined) throw new Error('there is a way to the disk');
  return first;
}

function actsAs(confidence: Confidence): Relation {
  return {
    ...relation(key.key, 'acts-as', user.key, 'it is a key of ops', at),
    confidence,
  };
}

describe('copies that a key deletes', () => {
  it('outlive their source where nobody may delete them', () => {
    const kept = path(principal({ deletes: written(['volume'], at) }));
    expect(kept.survivors.map(({ name }) => name)).toEqual(['snapshots of it']);
    expect(kept.lost).toEqual([]);
  });

  it('are lost with the key of one who may', () => {
    const lost = path([...principal(), actsAs('high')]);
    expect(lost.lost.map(({ name }) => name)).toEqual(['snapshots of it']);
    expect(lost.survivors).toEqual([]);
    expect(lost.confidence).toBe('high');
    expect(lost.hops.at(-1)?.edge).toMatchObject({
      at,
      because: '"aws_iam_user.ops" may delete every copy in its account, and it is a key of ops',
    });
  });

  it('are lost, less surely, with a key that only such principals have', () => {
    const lost = path(principal());
    expect(lost.lost).toHaveLength(1);
    expect(lost.confidence).toBe('medium');
  });

  it.each<[string, readonly Fact[]]>([
    ['something asks first', principal({ confirms: written(true, at) })],
    ['nobody knows whether something asks', principal({ confirms: unknown('external', at) })],
    ['the right is about some resources', principal({ scope: written('resource', at) })],
    ['the principal has no keys that last', principal({ hasLastingKeys: false })],
    ['it is another vendor', principal({ provider: 'google-cloud' })],
    [
      'the key could be of one who may not',
      [
        ...principal(),
        ...principal({ key: entityKey('aws_iam_user.reader'), deletes: written([], at) }),
      ],
    ],
    [
      'something keeps them',
      [
        ...principal(),
        {
          kind: 'Guard',
          key: entityKey('guard:lock'),
          aliases: [],
          name: 'vault lock',
          at,
          collector: 'test',
          implied: false,
          confidence: 'high',
          strength: 'blocks',
        },
        relation(
          entityKey(`${disk.key}/snapshots`),
          'guarded-by',
          entityKey('guard:lock'),
          'a lock',
          at,
        ),
      ],
    ],
  ])('survive where %s', (_, facts) => {
    expect(path(facts).survivors).toHaveLength(1);
  });
});
