import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);
const script = (text: string, file = '.crushrc') =>
  collect({ id: file, documents: [parseShell(filePath(file), text)] }, acmeKnowledge);
const written = (all: ReturnType<typeof script>) =>
  ofKind(all, 'AgentRule').filter(({ implied }) => !implied);

describe('the script', () => {
  it('is read like the JSON file', () => {
    const all = script(
      [
        'permissions allow view bash',
        'permissions deny mcp_acme_execute_sql',
        `mcp add acme --type stdio --command npx --args -y --args '@acme/mcp-server' --env ACME_ACCESS_TOKEN "${acmeToken}"`,
        'mcp add off --command npx --args @acme/mcp-server --disabled true',
        `hook add PreToolUse --matcher '^bash$' --command "grep -q destroy && exit 2" --name guard`,
      ].join('\n'),
    );
    expect(written(all).map(({ effect, tool }) => [effect, tool])).toEqual([
      ['allow', 'read'],
      ['allow', 'shell'],
      ['deny', 'mcp'],
    ]);
    expect(ofKind(all, 'McpServer').map(({ name, title }) => [name, title])).toEqual([
      ['acme', 'Acme MCP server'],
    ]);
    expect(ofKind(all, 'Credential')).toHaveLength(1);
    expect(JSON.stringify(all)).not.toContain(acmeToken);
    expect(ofKind(all, 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
  });

  it('runs before anybody agrees, unless it is the user’s own', () => {
    expect(ofKind(script('option debug'), 'Weakness').map(({ control }) => control)).toEqual([
      'approval',
    ]);
    expect(ofKind(script('option debug', '~/.config/crush/crushrc'), 'Weakness')).toEqual([]);
  });

  it('may take permissions from elsewhere', () => {
    expect(known(agentIn(script('permissions allow bash')).shell)).toBe('asks');
    expect(known(agentIn(script('permissions allow $TOOLS')).shell)).toBeUndefined();
    expect(known(agentIn(script('. ./shared.sh')).mcp)).toBeUndefined();
  });
});

describe('the JSON file', () => {
  it('is ours only with one of our keys', () => {
    expect(facts({ 'crush.json': '{"flavour": "orange"}' })).toEqual([]);
    expect(ofKind(facts({ 'crush.json': '{"mcp": {}}' }), 'Agent')).toHaveLength(1);
  });

  it('has names that are no tools and keys that are none', () => {
    const inert = ofKind(
      facts({
        'crush.json': JSON.stringify({
          permissions: { allowed_tools: ['Bash', 'mcp_*'], deny: ['bash'] },
          options: { disabled_tools: ['shell'] },
        }),
      }),
      'InertSetting',
    );
    expect(inert.map(({ name, looksProtective }) => [name, looksProtective])).toEqual([
      ['allowed_tools: Bash', false],
      ['allowed_tools: mcp_*', false],
      ['disabled_tools: shell', true],
      ['permissions.deny', true],
    ]);
  });

  it('does not hold edits back by hiding one way to make them', () => {
    const options = { disabled_tools: ['edit', 'fetch', 'bash'] };
    const all = facts({ 'crush.json': JSON.stringify({ options }) });
    expect(written(all).map(({ tool }) => tool)).toEqual(['shell']);
  });

  it('joins the one of the user', () => {
    const all = facts({
      'crush.json': '{"options": {}}',
      '~/.config/crush/crush.json': '{"permissions": {"allowed_tools": ["bash"]}}',
    });
    expect(written(all).map(({ effect, tool }) => [effect, tool])).toEqual([['allow', 'shell']]);
  });

  it.each(['', '[]', '{', '{"permissions": 3, "mcp": [], "hooks": {"PreToolUse": 1}}'])(
    'may be broken: %j',
    (text) => {
      expect(() => facts({ 'crush.json': text })).not.toThrow();
    },
  );
});

it('takes hooks whose script is not there for advice', () => {
  const hooks = { PreToolUse: [{ matcher: 'bash', command: '/opt/guard-commands.sh' }] };
  const all = facts({ 'crush.json': JSON.stringify({ hooks }) });
  expect(ofKind(all, 'Guard').map(({ strength }) => strength)).toEqual(['advises']);
});

it('is not there because of prose', () => {
  expect(collector.group?.([filePath('CRUSH.md'), filePath('AGENTS.md')])).toEqual([]);
});
