import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['glab repo delete acme/shop --yes', 'project'],
  ['glab project delete acme/shop', 'project, asks'],
  ['glab release delete v1.0 -y', 'files'],
  ['glab repo view', 'nothing'],
  ['glab ci list', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`glpat-${'aB3x'.repeat(5)}`)?.spec.id).toBe('access-token');
  expect(
    knowledge.credentialByValue(`glpat-${'aB3x'.repeat(8)}.01.${'0a'.repeat(4)}b`)?.spec.id,
  ).toBe('access-token');
  expect(knowledge.credentialByValue(`glpat-${'a'.repeat(6)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`gldt-${'aB3x'.repeat(5)}`)?.spec.id).toBe('deploy-token');
  expect(knowledge.credentialByValue(`glcbt-64_${'aB3x'.repeat(5)}`)?.spec.id).toBe('job-token');
});

it.each([
  ['GITLAB_TOKEN', 'access-token'],
  ['CI_JOB_TOKEN', 'job-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['@zereight/mcp-gitlab', 'community'],
  ['iwakitakuma/gitlab-mcp', 'community'],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
