import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Databricks commands', () => {
  it.each([
    ['databricks bundle destroy -t prod --auto-approve', 'environment'],
    ['databricks --profile prod bundle destroy', 'environment, asks'],
    ['databricks bundle deploy -t prod', 'nothing'],
    ['databricks bundle validate', 'nothing'],
    ['databricks fs rm -r dbfs:/mnt/data', 'bucket'],
    ['databricks fs rm dbfs:/tmp/a.csv', 'nothing'],
    ['databricks schemas delete main.sales --force', 'database'],
    ['databricks schemas delete main.sales', 'nothing'],
    ['databricks tables delete main.sales.orders', 'database'],
    ['databricks tables get main.sales.orders', 'nothing'],
    ['databricks clusters delete 1234', 'nothing'],
    ['databricks clusters permanent-delete 1234', 'service'],
    ['databricks account workspaces delete 1', 'project'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows tokens and hosts', () => {
  const token = `dapi${randomBytes(16).toString('hex')}`;
  expect(knowledge.credentialByValue(token)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(`${token}-2`)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(token.slice(0, 30))).toBeUndefined();
  expect(knowledge.credentialByValue('dapis-and-more')).toBeUndefined();
  expect(knowledge.apiByHost('acme.cloud.databricks.com')?.id).toBe('databricks');
});
