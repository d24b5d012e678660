import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['pulumi destroy', 'environment, asks'],
  ['pulumi destroy --yes --stack prod', 'environment'],
  ['pulumi -C infra down -y', 'environment'],
  ['pulumi destroy --preview-only', 'nothing'],
  ['pulumi up', 'anything, asks'],
  ['pulumi up --skip-preview', 'anything'],
  ['pulumi preview', 'nothing'],
  ['pulumi stack rm staging --yes', 'nothing'],
  ['pulumi stack rm staging --force --yes', 'files'],
  ['pulumi stack ls', 'nothing'],
  ['pulumi state delete urn:x -y', 'files'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows tokens', () => {
  expect(knowledge.credentialByValue(`pul-${'0a1b'.repeat(10)}`)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(`pul-${'0a1b'.repeat(9)}`)).toBeUndefined();
  expect(knowledge.credentialByName('PULUMI_CONFIG_PASSPHRASE')?.spec.plane).toBe('meta');
});

it('knows MCP servers', () => {
  expect(knowledge.mcp('@pulumi/mcp-server@latest')?.spec.id).toBe('local');
  expect(knowledge.mcp('https://mcp.ai.pulumi.com/mcp')?.spec.id).toBe('remote');
});
