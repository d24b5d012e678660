import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function settings(value: unknown): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, { '.claude/settings.json': JSON.stringify(value) });
}

describe('settings that nobody reads', () => {
  const inert = (value: object) =>
    ofKind(settings(value), 'InertSetting').map(({ name, looksProtective }) => [
      name,
      looksProtective,
    ]);

  it('knows older and borrowed names', () => {
    expect(
      inert({
        ignorePatterns: ['.env'],
        allowedTools: ['Bash'],
        deny: ['Bash(rm *)'],
        permission: { deny: ['Read(.env)'] },
        sandbox: true,
        permissions: { denied: ['Bash(rm *)'], mode: 'plan', block: [] },
      }),
    ).toEqual([
      ['ignorePatterns', true],
      ['allowedTools', false],
      ['deny', true],
      ['permission', true],
      ['permissions.denied', true],
      ['permissions.mode', true],
      ['sandbox', true],
    ]);
  });

  it('knows what only an administrator sets', () => {
    expect(
      inert({
        allowedMcpServers: [{ serverName: 'github' }],
        allowManagedHooksOnly: true,
        sandbox: { credentials: { files: [{ path: '.env', mode: 'mask' }] } },
      }),
    ).toEqual([
      ['sandbox.credentials.files', true],
      ['allowedMcpServers', true],
      ['allowManagedHooksOnly', true],
    ]);
  });

  it('takes no notice of helpers and empty values', () => {
    expect(inert({ apiKeyHelper: './key.sh', deny: [], sandbox: { enabled: true } })).toEqual([]);
  });
});
