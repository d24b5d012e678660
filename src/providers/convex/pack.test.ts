import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Convex commands', () => {
  it.each([
    ['npx convex import --replace-all --prod -y backup.zip', 'database'],
    ['npx convex import --replace-all --prod backup.zip', 'database, asks'],
    ['npx convex import --table users --replace --yes users.jsonl', 'database'],
    ['npx convex import --append --table users users.jsonl', 'nothing'],
    ['npx convex export --path backup.zip', 'nothing'],
    ['npx convex deploy', 'nothing'],
    ['npx convex dev', 'nothing'],
    ['npx convex import --replace-all --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Convex keys', () => {
  const secret = randomBytes(48).toString('base64');
  it.each([
    [`prod:happy-otter-123|${secret}`, 'production-deploy-key'],
    [`dev:happy-otter-123|${secret}`, 'development-deploy-key'],
    [`preview:acme:shop|${secret}`, 'preview-deploy-key'],
    [`project:acme:shop|${secret}`, 'project-token'],
    ['prod:happy-otter-123', undefined],
    ['dev:server|dev:client', undefined],
    [`prod:Happy Otter|${secret}`, undefined],
  ])('%s is %s', (value, id) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
  });

  it('are known by name', () => {
    expect(knowledge.credentialByName('CONVEX_DEPLOY_KEY')?.spec.id).toBe('deploy-key');
    expect(knowledge.credentialByName('CONVEX_DEPLOYMENT')).toBeUndefined();
  });
});

it('knows the MCP server of the CLI', () => {
  expect(knowledge.mcp('convex mcp')?.spec.writesWith).toHaveLength(1);
});

it.each([
  ['prod:bright-fox-123', 'production-deploy-key', 'bright-fox-123'],
  ['preview:harbour:shop', 'preview-deploy-key', 'harbour/shop'],
  ['project:harbour:shop', 'project-token', 'harbour/shop'],
])('%s names what it deploys', (start, product, belongsTo) => {
  const key = `${start}|${randomBytes(30).toString('base64')}`;
  expect(credentialOf(pack, 'CONVEX_DEPLOY_KEY', key)).toMatchObject({ product, belongsTo });
});
