import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { parse as parseToml } from '../../formats/toml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { collect as collectTerraform } from './collect-terraform.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], randomBytes(32));

function json(config: unknown, file = 'api/railway.json'): readonly Fact[] {
  const document = parseJson(
    filePath(file),
    typeof config === 'string' ? config : JSON.stringify(config, null, 2),
  );
  return collect({ id: file, documents: [document] }, knowledge);
}

describe('railway.json', () => {
  it('is a workload, once per environment', () => {
    const facts = json({
      build: { builder: 'NIXPACKS' },
      deploy: { startCommand: 'node server.js' },
      environments: {
        staging: { deploy: { cronSchedule: '0 3 * * *' } },
        pr: { deploy: {} },
        blue: { deploy: {} },
      },
    });
    expect(
      facts.flatMap((fact) => (fact.kind === 'Environment' ? [[fact.name, fact.tier]] : [])),
    ).toEqual([
      ['staging', 'staging'],
      ['pr', 'preview'],
      ['blue', 'unknown'],
    ]);
    expect(
      facts.flatMap((fact) =>
        fact.kind === 'Workload' ? [[fact.key, fact.name, fact.product]] : [],
      ),
    ).toEqual([
      ['railway-config:api/railway.json#service', 'api', 'railway-service'],
      ['railway-config:api/railway.json#service@staging', 'api', 'railway-cron'],
      ['railway-config:api/railway.json#service@pr', 'api', 'railway-service'],
      ['railway-config:api/railway.json#service@blue', 'api', 'railway-service'],
    ]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'Relation',
        rel: 'in',
        to: 'railway-config:api/railway.json#environment/staging',
      }),
    );
  });

  it('takes the stage of a file that is named for one', () => {
    const facts = json({ deploy: { startCommand: 'node .' } }, 'api/railway.staging.json');
    expect(facts[0]).toMatchObject({
      kind: 'Environment',
      name: 'api/railway.staging.json',
      tier: 'staging',
    });
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'Relation', rel: 'in' }));
  });

  it('implies the volume that a deploy requires', () => {
    const facts = json({ deploy: { requiredMountPath: '/data' } });
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'DataStore',
        name: 'Railway volume at /data',
        product: 'railway-volume',
        implied: true,
      }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'Relation', rel: 'mounts' }));
    expect(
      json({ deploy: { requiredMountPath: null } }).some((fact) => fact.kind === 'DataStore'),
    ).toBe(false);
  });

  it('finds destructive commands that a deploy runs', () => {
    const text =
      '{ "deploy": { "preDeployCommand": ["echo ok", "railway volume delete \\"pg\\" -y && node migrate.js"] } }';
    const [command] = json(text).filter((fact) => fact.kind === 'DestructiveCommand');
    expect(command).toMatchObject({
      verb: 'railway volume delete',
      skipsPrompt: true,
      invocations: ['railway up'],
      destroys: 'volume',
    });
    expect(
      command?.kind === 'DestructiveCommand' && text.slice(command.at.start, command.at.end),
    ).toBe('railway volume delete \\"pg\\" -y');
    expect(
      json({ deploy: { startCommand: 'npx prisma migrate deploy' } }).some(
        (fact) => fact.kind === 'DestructiveCommand',
      ),
    ).toBe(false);
  });

  it.each([
    ['{'],
    ['[]'],
    ['null'],
    [''],
    ['{"name": "other"}'],
    ['{"environments": [1]}'],
    ['{"deploy": "x", "build": 3}'],
  ])('does not throw on %j', (text) => {
    expect(() => json(text)).not.toThrow();
  });

  it('makes nothing of another tool’s file of that name', () => {
    expect(json('{"name": "other"}')).toEqual([]);
  });
});

it('reads railway.toml alike', () => {
  const file = 'railway.toml';
  const text =
    '[deploy]\nstartCommand = "node ."\nrequiredMountPath = "/data"\n\n[environments.production.deploy]\nstartCommand = "railway rm -y"\n';
  const facts = collect({ id: file, documents: [parseToml(filePath(file), text)] }, knowledge);
  expect(facts.map((fact) => fact.kind).sort()).toEqual(
    [
      'DataStore',
      'DestructiveCommand',
      'Environment',
      'Relation',
      'Relation',
      'Workload',
      'Workload',
    ].sort(),
  );
});

describe('Terraform provider', () => {
  const token = randomUUID();
  function terraform(text: string): readonly Fact[] {
    return collectTerraform(
      { id: 'main.tf', documents: [parseText(filePath('main.tf'), text)] },
      knowledge,
    );
  }
  const required =
    'terraform {\n  required_providers {\n    railway = { source = "terraform-community-providers/railway" }\n  }\n}\n';

  it('reads RAILWAY_TOKEN as an account or workspace token', () => {
    expect(terraform(required)).toMatchObject([
      { name: 'RAILWAY_TOKEN', product: 'account-token', form: 'reference', decidedBy: 'context' },
    ]);
    expect(terraform(`${required}provider "railway" {}\n`)).toMatchObject([
      { name: 'RAILWAY_TOKEN', form: 'reference' },
    ]);
  });

  it('reads a token of the block', () => {
    const text = `${required}provider "railway" {\n  token = "${token}"\n}\n`;
    const [found] = terraform(text);
    expect(found).toMatchObject({ name: 'token', product: 'account-token', form: 'literal' });
    expect(text.slice(found?.at.start, found?.at.end)).toBe(`token = "${token}"`);
    expect(terraform('provider "railway" {\n  token = var.railway_token\n}')).toMatchObject([
      { form: 'reference' },
    ]);
    expect(terraform('provider "railway" {\n  token = "<token>"\n}')).toEqual([]);
  });

  it('is silent about other providers', () => {
    expect(terraform('provider "aws" {\n  token = "x"\n}')).toEqual([]);
  });
});
