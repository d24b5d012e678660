import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

const file = '.codex/config.toml';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const config = (...lines: readonly string[]): readonly Fact[] => run({ [file]: lines.join('\n') });
const inert = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map((fact) => [fact.name, fact.looksProtective]);

describe('settings without effect', () => {
  it('are those of the user and of other tools', () => {
    const facts = config(
      'approvalMode = "suggest"',
      'profile = "safe"',
      'notify = ["sh", "x"]',
      '[otel]',
      'exporter = "otlp-http"',
      '[profiles.safe]',
      'sandbox_mode = "read-only"',
      '[profiles.wild]',
      'approval_policy = "never"',
      '[profiles.fast]',
      'model = "x"',
      '[projects."/src/app"]',
      'trust_level = "trusted"',
    );
    expect(inert(facts)).toEqual([
      ['otel', true],
      ['notify', false],
      ['profiles.safe', true],
      ['profiles.wild', false],
      ['projects', false],
      ['approvalMode', true],
    ]);
    expect(agentIn(facts).sandbox).toMatchObject({ state: 'default' });
  });

  it('are limits beside full access, and a profile beside a mode', () => {
    const facts = config(
      'sandbox_mode = "danger-full-access"',
      'default_permissions = ":read-only"',
      '[sandbox_workspace_write]',
      'network_access = false',
    );
    expect(inert(facts)).toEqual([
      ['default_permissions', true],
      ['sandbox_workspace_write.network_access', true],
    ]);
  });

  it('are the files of the administrator', () => {
    const facts = run({
      [file]: 'model = "x"',
      'policy/requirements.toml': 'allowed_sandbox_modes = ["read-only"]',
      '.codex/managed_config.toml': 'approval_policy = "untrusted"',
    });
    expect(inert(facts)).toEqual([
      ['policy/requirements.toml', true],
      ['.codex/managed_config.toml', true],
    ]);
    expect(agentIn(facts).shell).toMatchObject({ state: 'default', value: 'asks' });
  });
});
