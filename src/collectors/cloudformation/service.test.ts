import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { plainSetting, seenResources } from '../../../test/template-specs.ts';
import { parse } from '../../formats/yaml/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { byProject } from './group.ts';

async function read(files: Readonly<Record<string, string>>) {
  const { knowledge, seen } = await seenResources();
  const documents = Object.entries(files).map(([file, text]) => {
    const document = parse(filePath(file), text);
    if (document === null) throw new Error(`not read: ${file}`);
    return document;
  });
  const facts = collect({ id: 'serverless.yml', documents }, knowledge);
  const settings = Object.fromEntries(
    seen.map(({ key, settings: node }) => [key, plainSetting(node)]),
  );
  return { facts, seen, settings };
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are variables of the framework
const table = (properties: string) => `  Resources:
    Carts:
      Type: AWS::DynamoDB::Table
      Properties:
        ${properties}
`;
const head = "service: shop\nprovider:\n  name: aws\n  stage: ${opt:stage, 'dev'}\n";

describe('services', () => {
  it('have a stack for every stage that has parameters', async () => {
    const { facts, settings } = await read({
      'api/serverless.yml': `${head}params:
  default: { protect: false }
  prod: { protect: true }
  staging: {}
resources:
${table("DeletionProtectionEnabled: ${param:protect}\n        TableName: '${self:service}-carts-${sls:stage}'")}`,
    });
    expect(settings).toEqual({
      'sls:api/serverless.yml@prod#Carts': {
        deletion_protection_enabled: true,
        table_name: 'shop-carts-prod',
      },
      'sls:api/serverless.yml@staging#Carts': {
        deletion_protection_enabled: false,
        table_name: 'shop-carts-staging',
      },
    });
    expect(ofKind(facts, 'InfraStack')).toMatchObject([
      { name: 'stack shop (prod)', tool: 'serverless', folder: 'api' },
      { name: 'stack shop (staging)' },
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual(['production', 'staging']);
  });

  it.each([
    ['${self:custom.protect.${self:provider.stage}}', '?'],
    ['${self:custom.protect.prod}', true],
    ['${self:custom.none, self:custom.protect.dev}', false],
    ["${self:custom.none, 'x'}", 'x'],
    ['${env:PROTECT, true}', '?'],
    ['${ssm:/shop/protect}', '?'],
    ['${file(values.yml):protect.all}', 'yes'],
    ['${self:custom.loop}', '?'],
    ['a-${self:custom.protect.prod}-${self:service}', 'a-true-shop'],
    ['!Sub "${AWS::Region}-${self:service}"', '?'],
    ['!Sub "${self:service}-${self:custom.protect.dev}"', 'shop-false'],
    ['!Ref Carts', '?Carts'],
  ])('%s is %s', async (value, expected) => {
    const { settings } = await read({
      'serverless.yml': `${head}custom:
  protect: { prod: true, dev: false }
  loop: \${self:custom.loop}
resources:
${table(`Value: ${value}`)}`,
      'values.yml': 'protect: { all: yes }\n',
    });
    expect(settings).toEqual({ 'sls:serverless.yml#Carts': { value: expected } });
  });

  it('take resources from lists and files, and what extends them', async () => {
    const { seen } = await read({
      'serverless.yml': `${head}resources:
  - \${file(resources/tables.yml)}
  - Resources: \${file(resources/more.yml)}
  - extensions:
      Carts: { DeletionPolicy: Retain }
`,
      'resources/tables.yml': 'Resources:\n  Carts: { Type: AWS::DynamoDB::Table }\n',
      'resources/more.yml': 'Files: { Type: AWS::S3::Bucket }\n',
    });
    const carts = seen.find(({ key }) => key === 'sls:serverless.yml#Carts');
    expect(carts?.retained).toMatchObject({ state: 'set', value: true });
    expect(carts?.at.file).toBe('resources/tables.yml');
    expect(seen.map(({ key }) => key)).toContain('sls:serverless.yml#Files');
  });

  it('of production are known by what happens without a word', async () => {
    const { facts } = await read({
      'serverless.yml': `${head.replace("'dev'", "'production'")}resources:\n${table('X: 1')}`,
    });
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  });

  it('without resources, or in circles, say nothing of stores', async () => {
    const { facts } = await read({
      'serverless.yml': `${head}resources: \${self:resources}\n`,
      'other/serverless.yml': 'service: x\n',
    });
    expect(ofKind(facts, 'DataStore')).toEqual([]);
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are variables of the framework

it('files below a service are of its unit', () => {
  const files = ['api/a/b/tables.yml', 'api/serverless.yml', 'web/x.yml'];
  expect(byProject(files.map(filePath))).toEqual([
    ['api/a/b/tables.yml', 'api/serverless.yml'],
    ['web/x.yml'],
  ]);
});
