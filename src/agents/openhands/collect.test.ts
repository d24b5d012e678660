import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

describe('config.toml', () => {
  it.each([
    ['[core]\nworkspace_base = "."', 'on'],
    ['[core]\nworkspace_base = "."\nruntime = "docker"', 'on'],
    ['[core]\nworkspace_base = "."\nruntime = "local"', 'off'],
    ['[core]\nworkspace_base = "."\nruntime = "modal"', undefined],
  ])('%j', (text, sandbox) => {
    expect(known(agentIn(facts({ 'config.toml': text })).sandbox)).toBe(sandbox);
  });

  it.each([
    ['another program', '[server]\nport = 80\n'],
    ['a mention', '[sandbox]\nname = "x"\n'],
    ['Codex', 'approval_policy = "never"\n[core]\n'],
  ])('of %s is left alone', (_, text) => {
    expect(facts({ 'config.toml': text })).toEqual([]);
  });

  it('says what opens the container', () => {
    const text = `[sandbox]\nuse_host_network = true\nvolumes = "/home/a/.aws:/root/.aws:ro,/var/run/docker.sock:/x,./src:/src"\n[sandbox.docker_runtime_kwargs]\nprivileged = true\n`;
    expect(
      ofKind(facts({ 'config.toml': text }), 'Weakness').map((one) => [one.name, one.control]),
    ).toEqual([
      ['use_host_network', 'network'],
      ['docker_runtime_kwargs.privileged', 'sandbox'],
      ['volumes: /home/a/.aws', 'secrets'],
      ['volumes: /var/run/docker.sock', 'sandbox'],
    ]);
  });

  it('finds servers by name and by address', () => {
    const found = facts({
      'config.toml': `[security]\nconfirmation_mode = true\n[mcp]\nsse_servers = ["https://mcp.acme.example/sse"]\nstdio_servers = [{ name = "acme", command = "npx", args = ["@acme/mcp-server"], env = { ACME_ACCESS_TOKEN = "${acmeToken}" } }]\n`,
    });
    expect(ofKind(found, 'McpServer').map((server) => [server.name, server.provider])).toEqual([
      ['acme', 'acme'],
      ['sse_servers-1', 'acme'],
    ]);
    expect(JSON.stringify(found)).not.toContain(acmeToken);
  });

  it('says that confirmation_mode stands in the wrong table', () => {
    const found = facts({
      'config.toml': '[core]\nworkspace_base = "."\nconfirmation_mode = true\n',
    });
    expect(ofKind(found, 'InertSetting')).toMatchObject([{ looksProtective: true }]);
    expect(known(agentIn(found).shell)).toBe('runs');
  });
});

it('takes the project before the home', () => {
  const home = { '~/.openhands/config.toml': '[security]\nconfirmation_mode = true\n' };
  const project = { 'config.toml': '[security]\nconfirmation_mode = false\n' };
  expect(known(agentIn(facts({ ...home, ...project })).shell)).toBe('runs');
  expect(known(agentIn(facts({ '.openhands/setup.sh': 'npm ci', ...home })).shell)).toBe('asks');
});

it.each([
  '',
  '7',
  '[security]\nconfirmation_mode = [1]\n[mcp]\nstdio_servers = [3, "x", {}]\n',
  '[sandbox]\nuse_host_network = true\nvolumes = [["a"]]',
])('survives %j', (text) => {
  expect(() => facts({ 'config.toml': text })).not.toThrow();
});

it('leaves the folders of other tools to them', () => {
  const files = [
    '.codex/config.toml',
    '.streamlit/config.toml',
    'config.toml',
    '.openhands/setup.sh',
  ];
  expect(groupByFolder(files.map(filePath))).toEqual([['config.toml', '.openhands/setup.sh']]);
});
