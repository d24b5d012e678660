import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const own = '.amazonq/cli-agents/ops.json';
const agent = { collect, harden };

it('trusts neither commands nor clouds nor servers that destroy', () => {
  const text = `{
  "name": "ops",
  "allowedTools": [
    "fs_read",
    "execute_bash",
    "use_aws",
    "@db/*"
  ],
  "mcpServers": { "db": { "command": "db-server" } }
}
`;
  const files = hardenedFiles(
    agent,
    { [own]: text },
    {
      stops: stops.slice(0, 1),
      loose: ['allowedTools: execute_bash'],
      secrets: ['deploy/.env'],
      tools: [{ server: 'db', name: 'drop' }],
    },
  );
  expect(JSON.parse(files[own] ?? '')).toEqual({
    name: 'ops',
    allowedTools: ['fs_read'],
    mcpServers: { db: { command: 'db-server' } },
    toolsSettings: {
      execute_bash: { deniedCommands: ['[\\s\\S]*\\bacme\\s+volume\\s+delete\\b[\\s\\S]*'] },
      fs_read: { deniedPaths: ['./deploy/.env'] },
    },
  });
});

it('makes no agent where there is none', () => {
  const files = { '.amazonq/mcp.json': '{ "mcpServers": {} }' };
  expect(hardenedFiles(agent, files, { stops, secrets: ['deploy/.env'] })).toEqual(files);
});

it('leaves a broken file alone', () => {
  const files = { [own]: '{ "tools": ' };
  expect(hardenedFiles(agent, files, { stops })).toEqual(files);
});
