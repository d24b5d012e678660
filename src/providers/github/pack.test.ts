import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { fakeChecksummed } from '../../../test/fake-tokens.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['gh repo delete acme/shop --yes', 'project'],
  ['gh repo delete acme/shop', 'project, asks'],
  ['gh release delete v1.0', 'files'],
  ['gh codespace delete --all --force', 'files'],
  ['gh codespace delete -c one', 'nothing'],
  ['gh repo view acme/shop', 'nothing'],
  ['gh release list', 'nothing'],
  ['gh cache delete --all', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`ghp_${'aB3'.repeat(12)}`)?.spec.id).toBe('classic-token');
  expect(knowledge.credentialByValue(`ghp_${'a'.repeat(12)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(`github_pat_${'a'.repeat(22)}_${'B3'.repeat(29)}c`)?.spec.id,
  ).toBe('fine-grained-token');
  expect(knowledge.credentialByValue(`gho_${'aB3'.repeat(12)}`)?.spec.id).toBe('oauth-token');
  expect(knowledge.credentialByValue(`ghs_${'aB3'.repeat(12)}`)?.spec.id).toBe(
    'installation-token',
  );
  expect(
    knowledge.credentialByValue(
      `ghs_12345_${'aB3'.repeat(40)}.${'cD4'.repeat(90)}.${'eF5'.repeat(30)}`,
    )?.spec.id,
  ).toBe('installation-token');
});

it.each([
  ['GITHUB_TOKEN', 'token'],
  ['GITHUB_PERSONAL_ACCESS_TOKEN', 'personal-token'],
  ['GITHUB_APP_PRIVATE_KEY', 'app-key'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['ghcr.io/github/github-mcp-server', 'github'],
  ['https://api.githubcopilot.com/mcp/readonly', 'github'],
  ['@modelcontextprotocol/server-github', 'reference'],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});

it.each(['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'])('checks the end of %s tokens', (prefix) => {
  const token = fakeChecksummed(prefix);
  expect(credentialOf(pack, 'GITHUB_TOKEN', token)).toMatchObject({ decidedBy: 'prefix' });
  expect(credentialOf(pack, 'GITHUB_TOKEN', token.replace('aB3', 'aB4'))).toBeNull();
});

it('has nothing to check in the longer tokens', () => {
  const token = `ghs_${'12345'}_${['eyJ', 'eyJ', 'sig'].map((part) => part + 'aB3'.repeat(9)).join('.')}`;
  expect(credentialOf(pack, 'GITHUB_TOKEN', token)?.product).toBe('installation-token');
});
