import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge, withResources } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as aws } from '../../providers/aws/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([aws], randomBytes(32));
const password = randomBytes(18).toString('base64url');
const secret = randomBytes(60)
  .toString('base64')
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 40);

function collected(
  resources: readonly unknown[],
  outputs: unknown = {},
  file = 'infra/prod/terraform.tfstate',
): readonly Fact[] {
  const text = JSON.stringify({ version: 4, serial: 7, outputs, resources }, null, 2);
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function resource(type: string, attributes: unknown): unknown {
  return { mode: 'managed', type, name: 'main', instances: [{ schema_version: 1, attributes }] };
}

describe('state', () => {
  it('shows the login of a database', () => {
    const facts = collected([
      resource('aws_db_instance', {
        engine: 'postgres',
        address: 'shop.abc.eu-west-1.rds.amazonaws.com',
        port: 5432,
        db_name: 'shop',
        username: 'root',
        password,
      }),
    ]);
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
    expect(ofKind(facts, 'DataStore')).toMatchObject([
      { key: 'db:postgres://shop.abc.eu-west-1.rds.amazonaws.com:5432/shop', provider: 'aws' },
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([{ title: 'PostgreSQL login "root"' }]);
    expect(ofKind(facts, 'Binding')).toEqual([]);
    expect(relationsOf(facts, 'connects-to')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  it('shows keys that it has made, and addresses anywhere', () => {
    const facts = collected(
      [
        resource('aws_iam_access_key', { user: 'deploy', secret, status: 'Active' }),
        resource('digitalocean_database_cluster', {
          connections: [{ uri: `postgresql://doadmin:${password}@db.acme.io:25060/defaultdb` }],
        }),
      ],
      { aws_secret_access_key: { value: secret, type: 'string', sensitive: true } },
    );
    expect(ofKind(facts, 'Credential').map(({ name, product }) => [name, product])).toEqual([
      ['aws_secret_access_key', 'secret-access-key'],
      ['secret', 'secret-access-key'],
      ['uri', 'database-login'],
    ]);
    expect(JSON.stringify(facts)).not.toContain(secret);
  });

  it.each([
    [
      'a password that another service manages',
      [resource('aws_db_instance', { engine: 'mysql', address: 'a.acme.io', password: null })],
    ],
    ['a resource that only sounds like it', [resource('random_password', { result: password })]],
    ['nothing', []],
  ])('%s is nothing', (_, resources) => {
    expect(collected(resources)).toEqual([]);
  });

  it('is nothing where it is no state', () => {
    const document = parse(filePath('a.tfstate'), '[]');
    expect(collect({ id: 'a', documents: [document] }, knowledge)).toEqual([]);
  });

  it('ends with a stack of any depth and size', () => {
    let deep: unknown = { uri: `postgresql://a:${password}@db.acme.io/a` };
    for (let depth = 0; depth < 100; depth += 1) deep = [{ deep }];
    expect(collected([resource('x', { deep })])).toEqual([]);
    const many = Array.from({ length: 2_000 }, () => resource('aws_iam_access_key', { secret }));
    expect(collected(many).length).toBeLessThan(500);
  });
});

describe('resources', () => {
  const database = { deletion_protection: false, skip_final_snapshot: true, password };
  const state = {
    version: 4,
    resources: [
      {
        mode: 'managed',
        module: 'module.db',
        type: 'aws_db_instance',
        name: 'main',
        instances: [{ index_key: 'shop', attributes: database }],
      },
      { mode: 'data', type: 'aws_db_instance', name: 'old', instances: [{ attributes: {} }] },
    ],
  };
  const plan = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        child_modules: [
          {
            resources: [
              {
                address: 'module.db.aws_db_instance.main["shop"]',
                mode: 'managed',
                type: 'aws_db_instance',
                name: 'main',
                values: database,
              },
            ],
          },
        ],
      },
    },
  };

  async function factsIn(files: Readonly<Record<string, unknown>>): Promise<readonly Fact[]> {
    const full = await withResources(createKnowledge([aws], randomBytes(32)), [aws]);
    const documents = Object.entries(files).map(([file, content]) =>
      typeof content === 'string'
        ? parseText(filePath(file), content)
        : parse(filePath(file), JSON.stringify(content)),
    );
    return collect({ id: 'x', documents }, full);
  }

  async function stores(files: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    const facts = await factsIn(files);
    expect(JSON.stringify(facts)).not.toContain(password);
    return ofKind(facts, 'DataStore').map(
      ({ name, deletionProtection: { state: how, ...rest } }) =>
        `${name} ${how} ${'value' in rest ? rest.value : ''}`,
    );
  }
  const shown = ['module.db.aws_db_instance.main["shop"] set false'];

  it('are stores with the values that a state or a plan shows', async () => {
    expect(await stores({ 'prod.tfstate': state })).toEqual(shown);
    expect(await stores({ 'infra/plan.json': plan })).toEqual(shown);
  });

  it('are not told again from a copy of a state, nor where code declares them', async () => {
    expect(await stores({ 'prod.tfstate.backup': state })).toEqual([]);
    const code = 'resource "aws_db_instance" "main" {\n}';
    expect(await stores({ 'prod.tfstate': state, 'modules/db/main.tf': code })).toEqual([]);
  });

  it.each([
    ['provider["registry.terraform.io/hashicorp/aws"]', 1],
    ['provider.aws', 1],
    ['provider["registry.terraform.io/hashicorp/aws"].archive', 2],
    ['provider.aws.archive', 2],
    ['module.db.provider["registry.terraform.io/hashicorp/aws"]', 2],
  ])('made through %s beside the plain provider lie in %i accounts', async (provider, count) => {
    const made = (name: string, by: string) => ({
      mode: 'managed',
      type: 'aws_db_instance',
      name,
      provider: by,
      instances: [{ attributes: {} }],
    });
    const plain = made('main', 'provider["registry.terraform.io/hashicorp/aws"]');
    const resources = [plain, made('other', provider)];
    const facts = await factsIn({ 'prod.tfstate': { version: 4, resources } });
    for (const level of ['account', 'region']) {
      const places = ofKind(facts, 'FailureDomain').filter((domain) => domain.level === level);
      expect(new Set(places.map(({ key }) => key)).size).toBe(count);
    }
  });
});
