import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('InfluxDB commands', () => {
  it.each([
    ['influx bucket delete --name sensors', 'database'],
    [
      'influx delete --bucket s --start 1970-01-01T00:00:00Z --stop 2030-01-01T00:00:00Z',
      'database',
    ],
    ['influx org delete --id 1a2b', 'project'],
    ['influx stacks rm --stack-id 1 --force', 'database'],
    ['influx stacks rm --stack-id 1', 'database, asks'],
    ['influx restore /backup --full', 'database'],
    ['influx restore /backup --bucket sensors --new-bucket copy', 'nothing'],
    ['influx bucket list', 'nothing'],
    ['influx bucket delete --help', 'nothing'],
    ['influx auth delete --id 1', 'nothing'],
    ['influxdb3 delete database --hard-delete now sensors', 'database, asks'],
    ['yes | influxdb3 delete database sensors', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials and the MCP server', () => {
  expect(knowledge.credentialByName('INFLUX_TOKEN')?.spec.plane).toBe('data');
  expect(knowledge.credentialByName('INFLUX_DB_MANAGEMENT_TOKEN')?.spec.plane).toBe('control');
  expect(knowledge.mcp('@influxdata/influxdb3-mcp-server')?.spec.destructiveTools).toContain(
    'delete_database',
  );
});
