import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken as token } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function settings(value: unknown): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, { '.claude/settings.json': JSON.stringify(value) });
}

describe('env', () => {
  const env = (variables: object, more: object = {}): readonly Fact[] =>
    settings({ env: variables, ...more });
  const weak = (variables: object) =>
    ofKind(env(variables), 'Weakness').map(({ name, control }) => [name, control]);

  it('names variables that run code or listen in', () => {
    expect(
      weak({
        LD_PRELOAD: './x.so',
        BASH_ENV: './.env.sh',
        NODE_OPTIONS: '--max-old-space-size=4096 --require ./hook.cjs',
        GIT_SSH_COMMAND: './ssh-wrapper.sh',
        ANTHROPIC_BASE_URL: 'https://gateway.example.com/v1',
      }),
    ).toEqual([
      ['env.LD_PRELOAD', 'approval'],
      ['env.BASH_ENV', 'approval'],
      ['env.NODE_OPTIONS', 'approval'],
      ['env.GIT_SSH_COMMAND', 'approval'],
      ['env.ANTHROPIC_BASE_URL', 'secrets'],
    ]);
  });

  it('leaves the harmless ones alone', () => {
    expect(
      weak({
        NODE_OPTIONS: '--max-old-space-size=4096',
        GIT_SSH_COMMAND: 'ssh -i ~/.ssh/deploy',
        ANTHROPIC_BASE_URL: 'http://localhost:4000',
        CLAUDE_CODE_SUBPROCESS_ENV_SCRUB: '1',
      }),
    ).toEqual([]);
  });

  it('hands a credential to commands unless it is taken out again', () => {
    const holds = (more: object, scrub: object = {}) =>
      env({ ACME_ACCESS_TOKEN: token, ...scrub }, more).flatMap((fact) =>
        fact.kind === 'Relation' && fact.rel === 'holds' ? [fact.confidence] : [],
      );
    expect(holds({})).toEqual(['high']);
    expect(holds({}, { CLAUDE_CODE_SUBPROCESS_ENV_SCRUB: '1' })).toEqual(['low']);
    const credentials = { envVars: [{ name: 'ACME_ACCESS_TOKEN', mode: 'deny' }] };
    expect(holds({ sandbox: { enabled: true, credentials } })).toEqual([]);
    expect(holds({ sandbox: { enabled: false, credentials } })).toEqual(['high']);
  });
});
