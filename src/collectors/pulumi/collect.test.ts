import { describe, expect, it } from 'vitest';
import { documentsOf, knowledgeOf } from '../../../test/dialect-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { pack as aws } from '../../providers/aws/pack.ts';
import { collect } from './collect.ts';
import { byProject } from './group.ts';

const project = 'name: shop\nruntime: nodejs\n';
const imports = `import * as pulumi from '@pulumi/pulumi';
import * as aws from '@pulumi/aws';
`;

async function read(files: Readonly<Record<string, string>>, description = project) {
  const documents = documentsOf({ 'Pulumi.yaml': description, ...files });
  const facts = collect({ id: 'Pulumi.yaml', documents }, await knowledgeOf([aws]));
  const stores = ofKind(facts, 'DataStore');
  return { facts, stores };
}

const config = (values: string) => `config:\n  aws:region: eu-west-1\n${values}`;

describe('programs', () => {
  it('are read once for each stack, with its values', async () => {
    const { facts, stores } = await read({
      'Pulumi.prod.yaml': config('  shop:protect: "true"\n'),
      'Pulumi.dev.yaml': config(''),
      'index.ts': `${imports}
const config = new pulumi.Config();
const isProd = pulumi.getStack() === 'prod';
new aws.rds.Instance('main', {
  deletionProtection: config.getBoolean('protect') ?? false,
  skipFinalSnapshot: !isProd,
  backupRetentionPeriod: isProd ? 14 : 0,
});`,
    });
    expect(
      stores.map(({ key, deletionProtection, finalCopy }) => [
        key,
        'value' in deletionProtection && deletionProtection.value,
        finalCopy,
      ]),
    ).toEqual([
      ['pulumi:.@prod#aws_db_instance.main', true, expect.objectContaining({ value: true })],
      ['pulumi:.@dev#aws_db_instance.main', false, expect.objectContaining({ value: false })],
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual([
      'production',
      'development',
    ]);
    expect(relationsOf(facts, 'placed-in').some(({ to }) => to === 'aws:region/eu-west-1')).toBe(
      true,
    );
  });

  it('make what components and functions of other files make', async () => {
    const { stores } = await read({
      'index.ts':
        "import { Database } from './db';\nnew Database('orders', {}, { protect: true });",
      'db.ts': `${imports}
export class Database extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super('shop:Database', name, args, opts);
    new aws.rds.Cluster(\`\${name}-cluster\`, { ...args }, { parent: this });
  }
}`,
    });
    expect(stores.map(({ name }) => name)).toEqual(['orders-cluster']);
  });

  it('keep what an option protects, and hand options on to what a component makes', async () => {
    const { facts } = await read({
      'index.ts': `${imports}
class Database extends pulumi.ComponentResource {
  constructor(name, opts) {
    super('shop:Database', name, {}, opts);
    new aws.rds.Instance(name, {}, { parent: this });
  }
}
new Database('inside', { protect: true });
new aws.rds.Instance('left', {}, { retainOnDelete: true });
new aws.rds.Instance('open', {});`,
    });
    expect(ofKind(facts, 'Guard').map(({ key }) => key)).toEqual([
      'pulumi:.#aws_db_instance.inside/prevent_destroy',
      'pulumi:.#aws_db_instance.left/retain-policy',
    ]);
  });

  it('leave unknown what arguments hide that cannot be read', async () => {
    const { stores } = await read({
      'index.ts': `${imports}
import { settings } from 'elsewhere';
new aws.rds.Instance('main', { ...settings, instanceClass: 'db.t3.micro' });`,
    });
    expect(stores[0]?.deletionProtection.state).toBe('unknown');
    expect(stores[0]?.finalCopy?.state).toBe('unknown');
  });

  it('may be written in CommonJS and hand over a function', async () => {
    const { stores } = await read({
      'index.js': `const aws = require('@pulumi/aws');
const make = async () => { new aws.dynamodb.Table('orders', {}); };
make();`,
    });
    expect(stores.map(({ key }) => key)).toEqual(['pulumi:.#aws_dynamodb_table.orders']);
  });

  it('of other providers are of another account or region', async () => {
    const { facts } = await read({
      'Pulumi.prod.yaml': config(''),
      'index.ts': `${imports}
const far = new aws.Provider('far', { region: 'us-east-1', profile: 'archive' });
new aws.rds.Instance('main', {}, { provider: far });`,
    });
    const places = relationsOf(facts, 'placed-in').map(({ to }) => to);
    expect(places).toContain('aws:region/us-east-1');
    expect(places).toContain('aws:account/profile=archive');
  });

  it('are believed less where a condition that cannot be known makes them', async () => {
    const { stores } = await read({
      'index.ts': `${imports}
if (process.env.WITH_DATABASE) new aws.rds.Instance('main', {});`,
    });
    expect(stores[0]?.confidence).toBe('medium');
  });
});

describe('projects in YAML', () => {
  const yaml = `name: shop
runtime: yaml
config:
  keep: { type: boolean, default: false }
variables:
  days: 7
resources:
  main:
    type: aws:rds:Instance
    properties:
      deletionProtection: \${keep}
      backupRetentionPeriod: \${days}
      skipFinalSnapshot: true
    options:
      protect: true
  read:
    type: aws:rds/instance:Instance
    get: { id: other }
`;

  it('have the values of their stacks and the options of their resources', async () => {
    const { facts, stores } = await read(
      { 'Pulumi.prod.yaml': config('  shop:keep: true\n') },
      yaml,
    );
    expect(stores.map(({ name }) => name)).toEqual(['main']);
    expect(stores[0]?.deletionProtection).toMatchObject({ state: 'set', value: true });
    expect(stores[0]?.finalCopy).toMatchObject({ value: false });
    expect(ofKind(facts, 'Guard')).toHaveLength(1);
    expect(ofKind(facts, 'Backup').map(({ retentionDays }) => retentionDays)).toMatchObject([
      { value: 7 },
    ]);
  });

  it('end where variables name each other', async () => {
    const loop = yaml.replace('days: 7', `days: ${'${days}'.repeat(40)}`);
    const { stores } = await read({}, loop);
    expect(stores).toHaveLength(1);
  });
});

describe('projects', () => {
  it('are folders with a file that describes them, without packages and tests', () => {
    const files = ['Pulumi.yaml', 'index.ts', 'node_modules/a/index.js', 'b/Pulumi.yaml', 'b/x.ts'];
    expect(byProject(files.map(filePath))).toEqual([
      ['Pulumi.yaml', 'index.ts'],
      ['b/Pulumi.yaml', 'b/x.ts'],
    ]);
  });

  it('in other languages declare nothing that is read', async () => {
    const { facts } = await read({}, 'name: shop\nruntime: go\n');
    expect(facts).toEqual([]);
  });
});
