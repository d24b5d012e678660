import { describe, expect, it } from 'vitest';
import { documentsOf, knowledgeOf } from '../../../test/dialect-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { definePack } from '../../model/pack.ts';
import type { Resource } from '../../model/resource.ts';
import { storeFacts } from '../../recognize/resource/resource-facts.ts';
import { settingAt, switchOf } from '../../recognize/resource/settings.ts';
import { collect } from './collect.ts';

const claim = { source: 'https://learn.microsoft.com/', checkedOn: '2026-11-21' };

/** The resources of a tree, as the packs are handed them. */
async function read(files: Readonly<Record<string, string>>) {
  const seen: Resource[] = [];
  const types = ['T.Db/servers', 'T.Db/servers/databases'];
  const pack = {
    ...definePack({ id: 'azure', title: 'Azure', collectors: [] }),
    resources: async () => ({
      resources: [
        {
          ...claim,
          types,
          renamed: { 'properties.keep': 'deletion_protection' },
          facts: (resource: Resource) => {
            seen.push(resource);
            const deletionProtection = switchOf(resource, 'deletion_protection', null);
            return storeFacts(resource, 'azure', {
              product: 'x',
              holds: 'database',
              deletionProtection,
            });
          },
        },
      ],
    }),
  };
  const documents = documentsOf(files);
  const facts = collect({ id: 'main', documents }, await knowledgeOf([pack]));
  return { facts, seen, stores: ofKind(facts, 'DataStore') };
}

const kept = ({ stores }: Awaited<ReturnType<typeof read>>) =>
  stores.map(({ name, deletionProtection, confidence }) => [
    name,
    'value' in deletionProtection ? deletionProtection.value : 'unknown',
    confidence,
  ]);

describe('Bicep', () => {
  it.each([
    ['production', 'production', true],
    ['dev', 'unknown', 'unknown'],
  ])('without values, a stage that is %s by default has tier %s', async (stage, tier, keeps) => {
    const result = await read({
      'main.bicep': `param env string = '${stage}'\nresource db 'T.Db/servers@1' = {\n  name: 'a'\n  properties: { keep: env == 'production' }\n}`,
    });
    expect(ofKind(result.facts, 'Environment').map((environment) => environment.tier)).toEqual([
      tier,
    ]);
    expect(kept(result).map(([, value]) => value)).toEqual([keeps]);
  });

  it('is read once for each file of parameters', async () => {
    const result = await read({
      'main.bicep': `param env string
param sizes array = ['a', 'b']
var isProd = env == 'prod'
resource db 'T.Db/servers@2024-01-01' = [for (size, i) in sizes: {
  name: 'db-\${env}-\${size}'
  location: 'westeurope'
  properties: { keep: isProd ? true : false }
}]
`,
      'main.prod.bicepparam': "using './main.bicep'\nparam env = 'prod'\n",
      'main.dev.bicepparam': "using './main.bicep'\nparam env = 'dev'\nparam sizes = ['a']\n",
    });
    expect(kept(result)).toEqual([
      ['db-prod-a', true, 'high'],
      ['db-prod-b', true, 'high'],
      ['db-dev-a', false, 'high'],
    ]);
    expect(ofKind(result.facts, 'Environment').map(({ tier }) => tier)).toEqual([
      'production',
      'development',
    ]);
  });

  it('makes what its modules make, and what stands inside of a resource', async () => {
    const result = await read({
      'main.bicep':
        "module data './modules/db.bicep' = {\n  name: 'data'\n  params: {\n    keep: true\n  }\n}\n",
      'modules/db.bicep': `param keep bool
resource server 'T.Db/servers@1' existing = {
  name: 'main'
  resource db 'databases' = {
    name: 'orders'
    properties: {
      keep: keep
    }
  }
}
`,
    });
    expect(kept(result)).toEqual([['main/orders', true, 'high']]);
  });

  it('leaves unknown what only a deployment tells', async () => {
    const result = await read({
      'main.bicep': `param keep bool
param with bool
resource db 'T.Db/servers@1' = if (with) {
  name: 'db'
  properties: { keep: keep }
}
`,
    });
    expect(kept(result)).toEqual([['db', 'unknown', 'medium']]);
  });

  it('refers to resources by their symbols', async () => {
    const { seen } = await read({
      'main.bicep': `resource a 'T.Db/servers@1' = { name: 'a' }
resource b 'T.Db/servers/databases@1' = { name: 'b', parent: a, scope: a.id }
`,
    });
    const [a, b] = seen;
    expect(b?.stack.target(b && settingAt(b, 'parent'))).toBe(a);
    expect(b?.stack.target(b && settingAt(b, 'scope'))).toBe(a);
  });
});

describe('templates in JSON', () => {
  it('are evaluated with their defaults, variables and files of parameters', async () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: { env: { type: 'string', defaultValue: 'dev' } },
      variables: { name: "[format('db-{0}', parameters('env'))]" },
      resources: [
        {
          type: 'T.Db/servers',
          condition: "[not(equals(parameters('env'), 'none'))]",
          name: "[variables('name')]",
          properties: { keep: "[if(equals(parameters('env'), 'prod'), true(), false())]" },
        },
        {
          type: 'T.Db/servers/databases',
          name: "[concat(variables('name'), '/x')]",
          parent: "[resourceId('T.Db/servers', variables('name'))]",
        },
      ],
    };
    const parameters = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      parameters: { env: { value: 'prod' } },
    };
    const result = await read({
      'azuredeploy.json': JSON.stringify(template),
      'azuredeploy.parameters.prod.json': JSON.stringify(parameters),
    });
    expect(kept(result)).toEqual([
      ['db-prod', true, 'high'],
      ['db-prod/x', 'unknown', 'high'],
    ]);
    const [server, database] = result.seen;
    expect(database?.stack.target(database && settingAt(database, 'parent'))).toBe(server);
  });
});

it('ends where variables double each other', async () => {
  const vars = Array.from({ length: 40 }, (_, i) => `var v${i} = [v${i + 1}, v${i + 1}]`).join(
    '\n',
  );
  const result = await read({
    'main.bicep': `${vars}\nvar v40 = 1\nresource a 'T.Db/servers@1' = { name: 'a', properties: { x: v0 } }\n`,
  });
  expect(result.stores).toHaveLength(1);
});

it('ends where variables of a template lead through thousands of others', async () => {
  const names = Array.from({ length: 4000 }, (_, i) => [`v${i}`, `[variables('v${i + 1}')]`]);
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    variables: Object.fromEntries(names),
    resources: [{ type: 'T.Db/servers', name: "[variables('v0')]" }],
  };
  const result = await read({ 'azuredeploy.json': JSON.stringify(template) });
  expect(result.stores).toHaveLength(1);
});
