import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { plainSetting, seenResources } from '../../../test/template-specs.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Document } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { library } from '../../providers/aws/constructs/library.ts';
import { collect } from './collect.ts';
import { byApp } from './group.ts';

function parsed(file: string, text: string): Document {
  const document = (file.endsWith('.json') ? parseJson : parseText)(filePath(file), text);
  if (document === null) throw new Error(`not read: ${file}`);
  return document;
}

const marker = { app: 'npx ts-node --prefer-ts-exts bin/app.ts' };

async function read(
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>> = marker,
) {
  const { knowledge, seen } = await seenResources(library);
  const documents = [
    parsed('cdk.json', JSON.stringify(settings)),
    ...Object.entries(files).map(([file, text]) => parsed(file, text)),
  ];
  const facts = collect({ id: 'cdk.json', documents }, knowledge);
  const made = Object.fromEntries(seen.map(({ key, settings }) => [key, plainSetting(settings)]));
  return { facts, seen, made, documents };
}

const imports = `import * as cdk from 'aws-cdk-lib';
import { Duration, RemovalPolicy, Stack, aws_s3 as s3 } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
`;

/** A stack with these statements in its constructor, made once for each stage. */
async function stackWith(statements: string, before = '') {
  return read({
    'bin/app.ts': `${imports}import { ShopStack } from '../lib/shop';
const app = new cdk.App();
new ShopStack(app, 'ShopStaging', { stage: 'staging', env: { account: '111122223333', region: 'eu-west-1' } });
new ShopStack(app, 'ShopProd', { stage: 'prod', env: { account: '111122223333', region: 'eu-west-1' } });
`,
    'lib/shop.ts': `${imports}${before}
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, private readonly props: ShopProps) {
    super(scope, id, props);
    const isProd = props.stage === 'prod';
    ${statements}
  }
}
`,
  });
}

describe('stacks', () => {
  it('have the environment, the account and the region that the program hands them', async () => {
    const { facts } = await stackWith("new s3.Bucket(this, 'Files');");
    expect(ofKind(facts, 'InfraStack').map(({ key, name, at }) => [key, name, at.file])).toEqual([
      ['cdk:#ShopStaging', 'stack ShopStaging', 'bin/app.ts'],
      ['cdk:#ShopProd', 'stack ShopProd', 'bin/app.ts'],
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual(['staging', 'production']);
    const places = relationsOf(facts, 'placed-in').filter(({ from }) => from === 'cdk:#ShopProd');
    expect(places.map(({ to }) => to)).toEqual([
      'aws:account/111122223333',
      'aws:region/eu-west-1',
    ]);
    expect(relationsOf(facts, 'in')).toHaveLength(2);
  });

  it('of an account that is decided when they are deployed are not known to share it', async () => {
    const { facts } = await read({
      'bin/app.ts': `${imports}
const app = new cdk.App();
const env = { account: process.env.CDK_DEFAULT_ACCOUNT, region: process.env.CDK_DEFAULT_REGION };
new Stack(app, 'Staging', { env });
new Stack(app, 'Prod', { env });`,
    });
    const accounts = ofKind(facts, 'FailureDomain').filter(({ level }) => level === 'account');
    expect(new Set(accounts.map(({ key }) => key)).size).toBe(2);
  });

  it('take what the constructs around them say', async () => {
    const { facts } = await read({
      'bin/app.ts': `${imports}
class Service extends cdk.Stage {
  constructor(scope: Construct, id: string, props: cdk.StageProps) {
    super(scope, id, props);
    new Stack(this, 'Database');
  }
}
const stages = { prod: { account: '111122223333' }, dev: { account: '444455556666' } };
const app = new cdk.App();
for (const [name, env] of Object.entries(stages)) new Service(app, name, { env });`,
    });
    expect(ofKind(facts, 'InfraStack').map(({ key }) => key)).toEqual([
      'cdk:#prod/Database',
      'cdk:#dev/Database',
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual([
      'production',
      'development',
    ]);
    expect(ofKind(facts, 'FailureDomain').map(({ key }) => key)).toContain(
      'aws:account/444455556666',
    );
  });

  it('are read from their classes where nothing makes them', async () => {
    const { facts, made } = await read({
      'lib/shop.ts': `${imports}
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: any) {
    super(scope, id, props);
    new rds.DatabaseInstance(this, 'Orders', { deletionProtection: props.isProd, ...props.db });
  }
}`,
    });
    expect(ofKind(facts, 'InfraStack').map(({ key }) => key)).toEqual(['cdk:#ShopStack']);
    expect(ofKind(facts, 'Environment')).toEqual([]);
    expect(made['cdk:#ShopStack#Orders']).toMatchObject({
      deletion_protection: expect.stringMatching(/^\?/),
      backup_retention_period: expect.stringMatching(/^\?/),
    });
  });

  it('that are protected hold their resources back', async () => {
    const { seen } = await read({
      'bin/app.ts': `${imports}
const stack = new Stack(new cdk.App(), 'Prod', { terminationProtection: true });
new s3.Bucket(stack, 'Files');`,
    });
    expect(seen[0]?.preventDestroy).toMatchObject({ state: 'set', value: true });
  });
});

describe('properties', () => {
  const cluster = (props: string) => `new rds.DatabaseCluster(this, 'Orders', { ${props} });`;
  it.each([
    ['a literal', 'deletionProtection: false', { deletion_protection: false }],
    [
      'what it is called in a template',
      'backup: { retention: Duration.days(7) }',
      { backup_retention_period: 7 },
    ],
    ['an import', 'clusterIdentifier: names.orders', { db_cluster_identifier: 'shop-orders' }],
    [
      'a function',
      'clusterIdentifier: nameOf("orders")',
      { db_cluster_identifier: 'shop-orders-x' },
    ],
    ['a static', 'clusterIdentifier: Names.ORDERS', { db_cluster_identifier: 'static' }],
    ['an enum', 'clusterIdentifier: Kind.Main', { db_cluster_identifier: 'main' }],
    ['a field', 'clusterIdentifier: this.suffix', { db_cluster_identifier: 'suffix' }],
    [
      'the environment',
      'deletionProtection: process.env.PROTECT === "yes"',
      { deletion_protection: '?' },
    ],
    [
      'a spread',
      '...defaults, deletionProtection: true',
      { deletion_protection: true, backup_retention_period: 3 },
    ],
    [
      'something that is spread last',
      'deletionProtection: true, ...load()',
      { deletion_protection: '?', delete_automated_backups: '?' },
    ],
  ])('follow %s', async (_, props, expected) => {
    const before = `const names = { orders: 'shop-orders' } as const;
const nameOf = (name: string) => { if (name === 'x') { return 'never'; } return \`shop-\${name}-x\`; };
class Names { static readonly ORDERS = 'static'; }
enum Kind { Main = 'main' }
const defaults = { backup: { retention: Duration.days(3) } };
declare function load(): any;`;
    const { made } = await stackWith(`this.suffix = 'suffix';\n${cluster(props)}`, before);
    expect(made['cdk:#ShopProd#Orders']).toMatchObject(expected);
  });

  it('differ by stage', async () => {
    const { made, seen } = await stackWith(
      `${cluster('deletionProtection: isProd, removalPolicy: isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY')}`,
    );
    expect(made['cdk:#ShopProd#Orders']).toMatchObject({ deletion_protection: true });
    expect(made['cdk:#ShopStaging#Orders']).toMatchObject({
      deletion_protection: false,
      skip_final_snapshot: true,
    });
    expect(seen.map(({ retained }) => retained)).toMatchObject([{ value: false }, { value: true }]);
  });

  it('keep the place where the construct is told', async () => {
    const { seen, documents } = await stackWith(cluster('deletionProtection: isProd'));
    const entry = seen[0]?.settings.entries.find(({ key }) => key === 'deletion_protection');
    const at = entry?.value.at;
    const text = documents.find(({ file }) => file === at?.file)?.text;
    expect(at && text?.slice(at.start, at.end)).toBe('isProd');
    const where = seen[0]?.at;
    expect(where && text?.slice(where.start, where.end)).toBe('new rds.DatabaseCluster');
  });
});

describe('removal policies', () => {
  it('default to what the construct does, not to what the template would', async () => {
    const { seen, made } = await stackWith(
      `new s3.Bucket(this, 'Files'); new Table(this, 'Carts', {}); new rds.DatabaseInstance(this, 'Orders', {}); new rds.CfnDBInstance(this, 'Raw', { dbClusterIdentifier: 'x' });`,
    );
    const ofProd = seen.filter(({ stack }) => stack.key === 'cdk:#ShopProd');
    expect(
      ofProd.map(({ name, retained }) => [
        name,
        retained.state,
        'value' in retained && retained.value,
      ]),
    ).toEqual([
      ['Files', 'default', true],
      ['Carts', 'default', true],
      ['Orders', 'default', false],
      ['Raw', 'default', false],
    ]);
    expect(made['cdk:#ShopProd#Orders']).toMatchObject({ skip_final_snapshot: false });
    expect(made['cdk:#ShopProd#Raw']).toMatchObject({ skip_final_snapshot: true });
  });

  it('that retain switch deletion protection on', async () => {
    const { made } = await stackWith(
      "new rds.DatabaseInstance(this, 'Orders', { removalPolicy: RemovalPolicy.RETAIN });",
    );
    expect(made['cdk:#ShopProd#Orders']).toMatchObject({ deletion_protection: true });
  });

  it('may come later, or be unknown', async () => {
    const { seen } = await stackWith(
      `const table = new Table(this, 'Carts', {});
    table.applyRemovalPolicy(RemovalPolicy.DESTROY);
    new Table(this, 'Other', { removalPolicy: process.env.KEEP ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY });
    const raw = table.node.defaultChild as any;
    raw.addPropertyOverride('DeletionProtectionEnabled', true);`,
    );
    expect(seen.slice(0, 2).map(({ retained }) => retained)).toMatchObject([
      { state: 'set', value: false },
      { state: 'unknown' },
    ]);
    expect(plainSetting(seen[0]?.settings)).toMatchObject({ deletion_protection_enabled: true });
  });
});

it('constructs of the program are followed, with the ids of those around', async () => {
  const { made } = await stackWith(
    "new Database(this, 'Data', { protect: isProd });",
    `class Base extends Construct {
  make(props: any) { return new rds.DatabaseInstance(this, 'Orders', { deletionProtection: props.protect }); }
}
class Database extends Base {
  readonly db = this.make({ protect: true });
  constructor(scope: Construct, id: string, props: any) { super(scope, id); this.make(props); }
}`,
  );
  expect(made['cdk:#ShopStaging#Data/Orders']).toMatchObject({ deletion_protection: false });
});

it('stacks of other libraries stand below an application', async () => {
  const { facts } = await read({
    'bin/app.ts': `${imports}
import { HouseStack } from '@house/cdk';
class Frontend extends HouseStack {
  constructor(scope: Construct, id: string, props: any) {
    super(scope, id, props);
    new s3.Bucket(this, 'Files');
  }
}
new Frontend(new cdk.App(), 'Frontend', { stage: 'PROD' });`,
  });
  expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  expect(ofKind(facts, 'DataStore')).toMatchObject([{ key: 'cdk:#Frontend#Files' }]);
});

it.each([
  ['ShopProdStack', 'production'],
  ['dev-shop', 'development'],
  ['shop-nonprod', 'staging'],
  ['distributed-load-testing-on-aws', undefined],
  ['Shop', undefined],
])('a stack called %s is of %s', async (id, tier) => {
  const { facts } = await read({
    'bin/app.ts': `${imports}new Stack(new cdk.App(), '${id}');`,
  });
  expect(ofKind(facts, 'Environment')[0]?.tier).toBe(tier);
});

it('stacks whose names are computed at one place are one', async () => {
  const { facts } = await read({
    'bin/app.ts': `${imports}
const app = new cdk.App();
const make = (region: string) => new Stack(app, process.env.PREFIX + region);
make('eu-west-1');
make('us-east-1');`,
  });
  expect(ofKind(facts, 'InfraStack').map(({ key }) => key)).toEqual(['cdk:#?']);
});

it('methods and functions that declare resources refer to what they are called on and handed', async () => {
  const { seen } = await stackWith(
    `const table = new Table(this, 'Carts', {});
    const plan = backup.BackupPlan.daily35DayRetention(this, 'Plan');
    plan.addSelection('Stores', { resources: [backup.BackupResource.fromDynamoDbTable(table), backup.BackupResource.fromArn(table.tableArn)] });`,
    "import * as backup from 'aws-cdk-lib/aws-backup';",
  );
  const [, plan, selection] = seen;
  expect(plan?.type).toBe('AWS::Backup::BackupPlan');
  expect(selection).toMatchObject({ type: 'AWS::Backup::BackupSelection', name: 'Plan/Stores' });
  expect(plainSetting(selection?.settings)).toEqual({
    backup_plan_id: '?Plan',
    resources: ['?Carts', '?Carts'],
  });
});

it('the context of cdk.json is known, except for a stage that others replace', async () => {
  const { facts, made } = await read(
    {
      'bin/app.ts': `${imports}
const app = new cdk.App();
const stage = app.node.tryGetContext('stage');
const config = app.node.tryGetContext('shop');
const stack = new Stack(app, 'Shop', { stage });
new rds.DatabaseInstance(stack, 'Orders', { deletionProtection: stage === 'prod', instanceIdentifier: config.name });`,
    },
    { ...marker, context: { stage: 'dev', shop: { name: 'orders' } } },
  );
  expect(ofKind(facts, 'Environment')).toEqual([]);
  expect(made['cdk:#Shop#Orders']).toMatchObject({
    deletion_protection: '?',
    identifier: 'orders',
  });
});

it('programs that never end are left', async () => {
  const deep = `${'['.repeat(300)}1${']'.repeat(300)}`;
  const { facts } = await read({
    'bin/app.ts': `${imports}
import './other';
const app = new cdk.App();
function again(n: number): number { again(n + 1); return again(n + 2); }
const lists = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const nest = (n: number) => lists.forEach(() => nest(n + 1));
nest(0);
class Loop extends Construct { constructor(s: any, i: string) { super(s, i); new Loop(this, i); } }
new Loop(app, 'loop');
let text = 'x';
for (const one of lists) { text = text + text + text + text + text; }
const x = ${deep};
const sum = ${Array.from({ length: 3000 }, () => '1').join(' + ')};
while (true) { again(1); }
new Stack(app, 'Never', { stage: text });`,
    'other.ts': "import './bin/app';",
    'broken.ts': 'new App( {{{',
  });
  expect(ofKind(facts, 'DataStore')).toEqual([]);
});

it('an application has the files below its marker', () => {
  const files = ['a/cdk.json', 'a/bin/x.ts', 'a/b/cdk.json', 'a/b/y.ts', 'z.ts', 'a/test/t.ts'];
  expect(byApp(files.map(filePath))).toEqual([
    ['a/cdk.json', 'a/bin/x.ts'],
    ['a/b/cdk.json', 'a/b/y.ts'],
  ]);
  expect(byApp([filePath('z.ts')])).toEqual([]);
});
