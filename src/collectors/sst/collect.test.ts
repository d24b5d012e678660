import { describe, expect, it } from 'vitest';
import { documentsOf, knowledgeOf } from '../../../test/dialect-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { pack as aws } from '../../providers/aws/pack.ts';
import { pack as sst } from '../../providers/sst/pack.ts';
import { collect } from './collect.ts';
import { byApp } from './group.ts';

function config(run: string, app = "removal: input.stage === 'production' ? 'retain' : 'remove'") {
  return `/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    return { name: 'shop', home: 'aws', providers: { aws: { region: 'eu-west-1' } }, ${app} };
  },
  async run() {
    ${run}
  },
});`;
}

async function read(text: string, others: Readonly<Record<string, string>> = {}) {
  const documents = documentsOf({ 'sst.config.ts': text, ...others });
  const facts = collect({ id: 'sst.config.ts', documents }, await knowledgeOf([aws, sst]));
  return { facts, stores: ofKind(facts, 'DataStore') };
}

const guards = (facts: Awaited<ReturnType<typeof read>>['facts']) =>
  ofKind(facts, 'Guard').map(({ key }) => key.slice(key.indexOf('#') + 1));

describe('apps', () => {
  it('keep on removal what the policy of the stage keeps, which is not everything', async () => {
    const { facts, stores } = await read(
      config(`new sst.aws.Postgres('Main', { vpc });
    new sst.aws.Bucket('Files');
    new sst.aws.Aurora('Orders', { engine: 'postgres', vpc });`),
    );
    expect(stores.map(({ name }) => name)).toEqual(['Main', 'Files', 'Orders']);
    expect(guards(facts)).toEqual([
      'aws_db_instance.Main/retain-policy',
      'aws_s3_bucket.Files/retain-policy',
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual(['production']);
    expect(relationsOf(facts, 'placed-in').some(({ to }) => to === 'aws:region/eu-west-1')).toBe(
      true,
    );
  });

  it('without a policy keep buckets, tables and instances', async () => {
    const { facts } = await read(config("new sst.aws.Dynamo('Table', {});", ''));
    expect(guards(facts)).toEqual(['aws_dynamodb_table.Table/retain-policy']);
  });

  it('are protected where they say so', async () => {
    const { facts } = await read(
      config(
        "new sst.aws.Aurora('Orders', {});",
        "removal: 'remove', protect: ['production'].includes(input?.stage)",
      ),
    );
    expect(guards(facts)).toEqual(['aws_rds_cluster.Orders/prevent_destroy']);
  });

  it('load parts of themselves, which know the stage', async () => {
    const { stores } = await read(config("await import('./infra/db');", "removal: 'remove'"), {
      'infra/db.ts': `const isProd = $app.stage === 'production';
export const db = new aws.rds.Instance('Main', { deletionProtection: isProd });`,
    });
    expect(stores[0]?.deletionProtection).toMatchObject({ state: 'set', value: true });
  });
});

describe('components', () => {
  it('write settings of their own, which transformations change', async () => {
    const { stores } = await read(
      config(`$transform(aws.rds.Instance, (args, opts) => { args.deletionProtection = true; });
    new sst.aws.Postgres('One', {});
    new sst.aws.Postgres('Two', { transform: { instance: { skipFinalSnapshot: false } } });
    new sst.aws.Postgres('Three', { transform: { instance: (args) => { args.deleteAutomatedBackups = false; } } });`),
    );
    expect(stores.map(({ finalCopy }) => finalCopy)).toMatchObject([
      { value: false },
      { value: true },
      { value: false },
    ]);
    expect(
      stores.every(
        ({ deletionProtection }) => 'value' in deletionProtection && deletionProtection.value,
      ),
    ).toBe(true);
  });

  it('whose insides are not stated leave them unknown', async () => {
    const { stores } = await read(config("new sst.aws.Aurora('Orders', {});"));
    expect(stores[0]?.deletionProtection.state).toBe('unknown');
    expect(stores[0]?.finalCopy?.state).toBe('unknown');
  });
});

it('takes each script for the nearest app', () => {
  const files = ['sst.config.ts', 'infra/db.ts', 'web/sst.config.ts', 'web/infra/x.ts'];
  expect(byApp(files.map(filePath))).toEqual([
    ['sst.config.ts', 'infra/db.ts'],
    ['web/sst.config.ts', 'web/infra/x.ts'],
  ]);
});
