import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { factsOf } from '../../test/resource-facts-of.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import type { Action, Scope } from '../model/fact.ts';
import { unknown, type Value, written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { resources } from '../providers/aws/resources.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([aws], new Uint8Array(32));
const key = credentialIn('deploy/harbour.env', 'aws');

const table = 'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n}\n';
const plan = `
resource "aws_backup_vault" "main" {
  name = "main"
}
resource "aws_backup_plan" "daily" {
  rule {
    target_vault_name = aws_backup_vault.main.name
  }
}
resource "aws_backup_selection" "daily" {
  plan_id   = aws_backup_plan.daily.id
  resources = [aws_dynamodb_table.orders.arn]
}
`;
const lock = `
resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name   = aws_backup_vault.main.name
  changeable_for_days = 3
}
`;
const elsewhere = plan.replace(
  'aws_backup_vault.main.name',
  '"arn:aws:backup:eu-west-1:123456789012:backup-vault:main"',
);

function pathOf(text: string, scope: Value<Scope>, actions: Value<readonly Action[]>) {
  const graph = linkFacts([{ ...key, scope, actions }, ...factsOf(text, resources)], knowledge);
  const [operator] = graph.actors();
  return operator === undefined ? undefined : graph.blastRadius(operator)[0];
}

const account = written<Scope>('account', key.at);
const all = written<readonly Action[]>(['admin'], key.at);

describe('a credential that spans the account', () => {
  it('takes the copies that lie there too', () => {
    const path = pathOf(table + plan, account, all);
    expect(path?.lost.map(({ name }) => name)).toEqual([
      'aws_backup_plan.daily in aws_backup_vault.main',
    ]);
    expect(path?.survivors).toEqual([]);
    expect(path?.hops.at(-1)?.edge.because).toBe('"token" deletes it in the same account');
  });

  it.each([
    ['copies that nobody can delete', table + plan + lock, account, all],
    ['copies in another account', table + elsewhere, account, all],
    ['copies where its reach is not known', table + plan, unknown<Scope>('external', key.at), all],
    ['copies where it spans a project', table + plan, written<Scope>('project', key.at), all],
    [
      'copies where nobody knows what it may do',
      table + plan,
      account,
      unknown<readonly Action[]>('external', key.at),
    ],
  ])('leaves %s', (_, text, scope, actions) => {
    const path = pathOf(text, scope, actions);
    expect(path?.lost).toEqual([]);
    expect(path?.survivors).toHaveLength(1);
  });
});
