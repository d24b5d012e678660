import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { plainSetting, seenResources } from '../../../test/template-specs.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseToml } from '../../formats/toml/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { Document } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { byProject } from './group.ts';

function parsed(file: string, text: string): Document {
  const parse = file.endsWith('.json') ? parseJson : file.endsWith('.toml') ? parseToml : parseYaml;
  const document = parse(filePath(file), text);
  if (document === null) throw new Error(`not read: ${file}`);
  return document;
}

async function read(files: Readonly<Record<string, string>>) {
  const { knowledge, seen } = await seenResources();
  const documents = Object.entries(files).map(([file, text]) => parsed(file, text));
  const facts = collect({ id: documents[0]?.file ?? '', documents }, knowledge);
  const settings = Object.fromEntries(
    seen.map(({ key, settings }) => [key, plainSetting(settings)]),
  );
  return { facts, seen, settings, documents };
}

const database = (properties: string, rest = '') => `AWSTemplateFormatVersion: '2010-09-09'
${rest}
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
${properties
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

async function settingsOf(properties: string, rest = ''): Promise<unknown> {
  const { settings } = await read({ 'db.yaml': database(properties, rest) });
  return settings['cfn:db.yaml#Orders'];
}

describe('properties', () => {
  it('have the names of Terraform and the places of the template', async () => {
    const { seen, documents } = await read({
      'db.yaml': database('DBInstanceIdentifier: orders\nDeletionProtection: false'),
    });
    const [resource] = seen;
    expect(plainSetting(resource?.settings)).toEqual({
      deletion_protection: false,
      identifier: 'orders',
      skip_final_snapshot: false,
    });
    const entry = resource?.settings.entries.find(({ key }) => key === 'deletion_protection');
    const at = entry?.value.at;
    expect(at && documents[0]?.text.slice(at.start, at.end)).toBe('false');
  });

  it('are renamed inside of others, and tags become a map', async () => {
    const { settings } = await read({
      'table.json': JSON.stringify({
        Resources: {
          Carts: {
            Type: 'AWS::DynamoDB::Table',
            Properties: {
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
              Tags: [{ Key: 'TeamName', Value: 'Shop' }],
            },
          },
        },
      }),
    });
    expect(settings['cfn:table.json#Carts']).toMatchObject({
      point_in_time_recovery: { enabled: true },
      tags: { TeamName: 'Shop' },
    });
  });
});

describe('functions', () => {
  const parameters = `Parameters:
  Protect: { Type: String, Default: 'true' }
  Prefix: { Type: String, Default: shop }
  Subnets: { Type: CommaDelimitedList, Default: 'a, b' }
  Password: { Type: String, NoEcho: true, Default: hunter2 }
  Open: { Type: String }
Mappings:
  Sizes: { eu: { class: large, same: x }, us: { class: small, same: x } }
Conditions:
  IsProtected: !Equals [!Ref Protect, 'true']
  IsOpen: !Equals [!Ref Open, 'yes']
  Never: !And [!Condition IsOpen, !Not [!Condition IsProtected]]
  Loop: !Or [!Condition Loop, !Condition IsOpen]`;
  it.each([
    ['!Ref Protect', 'true'],
    ['!Ref Open', '?'],
    ['!Ref Password', '?'],
    ['!If [IsProtected, true, false]', true],
    ['!If [IsOpen, true, false]', '?'],
    ['!If [IsOpen, same, same]', 'same'],
    ['!If [Never, 1, 2]', 2],
    ['!If [Loop, 1, 2]', '?'],
    ['{ "Fn::If": [IsProtected, { Ref: Prefix }, b] }', 'shop'],
    ['!If [IsProtected, !Ref AWS::NoValue, 1]', undefined],
    ['!Sub "${Prefix}-db"', 'shop-db'],
    ["!Sub '${Prefix}-${AWS::Region}'", '?'],
    ['!Sub ["${Prefix}-${tail}", { tail: !Ref Protect }]', 'shop-true'],
    ['!Sub "${Orders.Arn}/x"', '?Orders.Arn'],
    ['!FindInMap [Sizes, eu, class]', 'large'],
    ['!FindInMap [Sizes, !Ref AWS::Region, class]', '?'],
    ['!FindInMap [Sizes, !Ref AWS::Region, same]', 'x'],
    ['!Join ["-", [!Ref Prefix, db]]', 'shop-db'],
    ['!Select [1, !Ref Subnets]', 'b'],
    ['!Select [0, !Split ["/", "a/b"]]', 'a'],
    ['!ImportValue network', '?'],
    ['!GetAtt Orders.Arn', '?Orders.Arn'],
    ['{ "Fn::GetAtt": [Orders, Arn] }', '?Orders'],
    ['!Ref Orders', '?Orders'],
  ])('%s is %s', async (value, expected) => {
    const settings = await settingsOf(`Value: ${value}`, parameters);
    expect((settings as { value?: unknown }).value).toEqual(expected);
  });

  it('leave out resources whose condition does not hold', async () => {
    const resource = (condition: string) =>
      `{ Type: AWS::RDS::DBInstance, Condition: ${condition} }`;
    const { seen } = await read({
      'db.yaml': `${parameters}\nResources:\n  A: ${resource('Never')}\n  B: ${resource('IsOpen')}\n  C: ${resource('IsProtected')}\n`,
    });
    expect(seen.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  it('end quickly where conditions and lists double each other', async () => {
    const conditions = Array.from(
      { length: 60 },
      (_, n) => `  C${n + 1}: !And [!Condition C${n}, !Condition C${n}]`,
    );
    const nested = `${'!If [C60, '.repeat(60)}1${', 2]'.repeat(60)}`;
    const settings = await settingsOf(
      `Value: ${nested}`,
      `Conditions:\n  C0: !Equals [a, !Ref Nothing]\n${conditions.join('\n')}`,
    );
    expect(settings).toMatchObject({ value: expect.stringMatching(/^\?/) });
  });
});

describe('policies', () => {
  async function madeOf(policy: string, properties = 'Engine: postgres') {
    const { seen, settings } = await read({ 'db.yaml': `${database(properties)}${policy}` });
    return { retained: seen[0]?.retained, settings: settings['cfn:db.yaml#Orders'] };
  }
  it('say what becomes of a resource', async () => {
    const line = (value: string) => `    DeletionPolicy: ${value}\n`;
    expect(await madeOf(line('Retain'))).toMatchObject({ retained: { state: 'set', value: true } });
    expect(await madeOf(line('Delete'))).toMatchObject({
      retained: { state: 'set', value: false },
      settings: { skip_final_snapshot: true },
    });
    expect(await madeOf(line('!ImportValue p'))).toMatchObject({
      retained: { state: 'unknown' },
      settings: { skip_final_snapshot: '?' },
    });
  });
  it('default to what the type does', async () => {
    expect(await madeOf('')).toMatchObject({
      retained: { state: 'default', value: false },
      settings: { skip_final_snapshot: false },
    });
    expect(await madeOf('', 'DBClusterIdentifier: shop')).toMatchObject({
      settings: { skip_final_snapshot: true },
    });
  });
});

describe('environments', () => {
  const template = database(
    'DeletionProtection: !If [IsProd, true, false]',
    `Parameters:
  Environment: { Type: String, Default: dev, AllowedValues: [dev, production] }
Conditions:
  IsProd: !Equals [!Ref Environment, production]`,
  );
  const parameters = (value: string) =>
    JSON.stringify([{ ParameterKey: 'Environment', ParameterValue: value }]);

  it('come from files of parameters, each with its own stack', async () => {
    const { facts, settings } = await read({
      'infra/db.yaml': template,
      'infra/parameters/prod.json': parameters('production'),
      'infra/parameters/dev.json': JSON.stringify({ Parameters: { Environment: 'dev' } }),
      'infra/parameters/other.json': JSON.stringify({ Parameters: { Elsewhere: 'dev' } }),
    });
    expect(settings['cfn:infra/db.yaml@prod#Orders']).toMatchObject({ deletion_protection: true });
    expect(settings['cfn:infra/db.yaml@dev#Orders']).toMatchObject({ deletion_protection: false });
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual([
      'production',
      'development',
    ]);
    expect(ofKind(facts, 'InfraStack')).toMatchObject([
      { key: 'cfn:infra/db.yaml@prod', folder: 'infra', tool: 'aws cloudformation' },
      { key: 'cfn:infra/db.yaml@dev' },
    ]);
    expect(relationsOf(facts, 'in')).toHaveLength(2);
  });

  it('come from a SAM configuration', async () => {
    const { facts, settings } = await read({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31\n${template}`,
      'samconfig.toml': `[prod.deploy.parameters]\nstack_name = "orders"\nregion = "eu-west-1"\nparameter_overrides = "Environment=\\"production\\""\n[default.deploy.parameters]\nstack_name = "orders-dev"\n`,
    });
    expect(settings['cfn:template.yaml@prod#Orders']).toMatchObject({ deletion_protection: true });
    expect(ofKind(facts, 'InfraStack')[0]).toMatchObject({ tool: 'aws-sam' });
    expect(ofKind(facts, 'FailureDomain')).toMatchObject([
      { level: 'account' },
      { key: 'aws:region/eu-west-1' },
      ...Array.from({ length: 6 }, () => ({})),
    ]);
  });

  it('that only developers have leave the one that others deploy', async () => {
    const { settings } = await read({
      'infra/db.yaml': template,
      'infra/parameters/dev.json': parameters('dev'),
    });
    expect(settings['cfn:infra/db.yaml#Orders']).toMatchObject({ deletion_protection: '?' });
    expect(settings['cfn:infra/db.yaml@dev#Orders']).toMatchObject({ deletion_protection: false });
  });

  it('are not guessed: what a default that others replace decides is unknown', async () => {
    const { facts, settings } = await read({ 'db.yaml': template });
    expect(settings['cfn:db.yaml#Orders']).toMatchObject({ deletion_protection: '?' });
    expect(ofKind(facts, 'Environment')).toEqual([]);
    const { facts: placed } = await read({ 'production/db.yaml': template });
    expect(ofKind(placed, 'Environment')).toMatchObject([{ tier: 'production' }]);
    const { settings: byDefault } = await read({
      'db.yaml': template.replace('Default: dev', 'Default: production'),
    });
    expect(byDefault['cfn:db.yaml@production#Orders']).toMatchObject({ deletion_protection: true });
  });
});

it('files that are no templates say nothing', async () => {
  const { facts } = await read({
    'a.yaml': 'Resources: [AWS::RDS::DBInstance]\n',
    'b.json': '{"Resources": {"x": {"Type": "Orders"}}}',
    'c.yaml': '',
    'd.json': '{',
  });
  expect(facts).toEqual([]);
});

it('units are projects, without what tools write', () => {
  const files = ['a/t.yaml', 'a/params/prod.json', 'cdk.out/S.template.json', 'b/t.yaml'];
  expect(byProject(files.map(filePath))).toEqual([
    ['a/t.yaml', 'a/params/prod.json'],
    ['b/t.yaml'],
  ]);
});
