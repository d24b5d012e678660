import { expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import { type Credential, entityKey, type Fact } from '../model/fact.ts';
import { credentialsOf, definePack } from '../model/pack.ts';
import { filePath } from '../model/source.ts';
import { linkFacts } from './graph.ts';

const kind = credentialsOf({ source: 'https://acme.io/docs', checkedOn: '2026-11-21' });
const shared = { title: 'key', scope: null, actions: null, narrower: 'Use less' } as const;
const acme = definePack({
  id: 'acme',
  title: 'Acme',
  credentials: [
    kind({ id: 'telling', ...shared, tellsAccount: true }),
    kind({ id: 'mute', ...shared }),
  ],
});

/** An environment of a file and the key that stands in it. */
function held(file: string, changes: Partial<Credential> = {}): readonly Fact[] {
  const credential = {
    ...credentialIn(file, 'acme'),
    product: 'telling',
    belongsTo: '4711',
    ...changes,
  };
  const environment = entityKey(`environment:${file}`);
  const at = { file: filePath(file), start: 0, end: 1 };
  const base = { at, confidence: 'high' } as const;
  return [
    credential,
    {
      ...base,
      kind: 'Environment',
      key: environment,
      aliases: [],
      name: file,
      collector: 'x',
      implied: false,
      tier: 'unknown',
    },
    {
      ...base,
      kind: 'Relation',
      rel: 'holds',
      from: environment,
      to: credential.key,
      actions: [],
      because: 'it is set there',
    },
  ];
}

/** Environments by the account that keys put them into. */
function placed(...facts: readonly (readonly Fact[])[]): readonly string[] {
  const graph = linkFacts(facts.flat(), createKnowledge([acme], new Uint8Array(32)));
  return graph
    .all('FailureDomain')
    .filter(({ level }) => level === 'account')
    .flatMap((domain) =>
      graph
        .edgesInto(domain, 'in')
        .map((edge) => `${graph.entity(edge.from)?.name} in ${domain.key}, ${edge.confidence}`),
    );
}

it('puts environments into the account of their keys', () => {
  expect(placed(held('a.env'), held('b.env'))).toEqual([
    'a.env in acme:account/4711, medium',
    'b.env in acme:account/4711, medium',
  ]);
});

it.each<[string, Partial<Credential>]>([
  ['of another account', { belongsTo: '4712' }],
  ['that tells no account', { product: 'mute' }],
  ['that tells nothing', { product: 'telling', confidence: 'low' }],
  ['whose value is elsewhere', { form: 'reference' }],
  ['of another vendor', { provider: 'harbour' }],
  ['that is the same one', { key: credentialIn('a.env', 'acme').key }],
])('leaves a key %s', (_, changes) => {
  expect(placed(held('a.env'), held('b.env', changes))).toEqual([]);
});
