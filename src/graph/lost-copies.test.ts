import { expect, it } from 'vitest';
import { factsOf } from '../../test/resource-facts-of.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import { type DestructiveCommand, entityKey, type InfraStack, type Target } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { resources } from '../providers/aws/resources.ts';
import { pack as terraform } from '../providers/terraform/pack.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([aws, terraform], new Uint8Array(32));
const at = { file: filePath('infra/main.tf'), start: 0, end: 1 };
const same = {
  aliases: [],
  at,
  collector: 'terraform',
  implied: false,
  confidence: 'high',
} as const;
const stack: InfraStack = {
  kind: 'InfraStack',
  ...same,
  key: entityKey('tf:infra@production'),
  name: 'infra',
  tool: 'terraform',
  folder: 'infra',
  state: written('remote', at),
};

function command(destroys: Target): DestructiveCommand {
  return {
    kind: 'DestructiveCommand',
    ...same,
    at: { ...at, file: filePath('infra/down.sh') },
    key: entityKey('command:destroy'),
    name: 'terraform destroy',
    provider: 'terraform',
    verb: 'terraform destroy',
    via: 'shell',
    destroys,
    skipsPrompt: true,
    invocations: ['./infra/down.sh'],
    recovery: null,
    safeVariant: null,
  };
}

const database = 'resource "aws_db_instance" "orders" {\n  backup_retention_period = 0\n}\n';
const snapshot = `resource "aws_db_snapshot" "before" {
  db_instance_identifier = aws_db_instance.orders.identifier
}
`;
const replicated = `resource "aws_db_instance_automated_backups_replication" "away" {
  source_db_instance_arn = aws_db_instance.orders.arn
}
`;

it.each<[string, Target, string, readonly string[]]>([
  ['a copy that the stack declares', 'environment', snapshot, ['aws_db_snapshot.before']],
  // What an apply takes away, a change of the code decides.
  ['nothing by an apply', 'anything', snapshot, []],
  ['nothing that the vendor keeps', 'environment', replicated, []],
])('tearing a stack down takes %s', (_, destroys, copy, expected) => {
  const facts = factsOf(database + copy, resources);
  const graph = linkFacts([command(destroys), stack, ...facts], knowledge);
  const [actor] = graph.actors();
  const path = actor === undefined ? undefined : graph.blastRadius(actor)[0];
  expect(path?.store.name).toBe('aws_db_instance.orders');
  expect(path?.lost.map(({ name }) => name)).toEqual(expected);
  expect(path?.survivors).toHaveLength(1 - expected.length);
});
