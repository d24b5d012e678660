import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { firstSchemaError } from '../../harden/schema-check.ts';
import { jsonValue } from '../../recognize/edit/json-edit.ts';
import { collect } from './collect.ts';
import { harden, schemas } from './harden.ts';

const settings = '.vscode/settings.json';
const agent = { collect, harden };

describe('command lists', () => {
  it('start where there are none', async () => {
    const files = hardenedFiles(agent, { '.roo/mcp.json': '{"mcpServers":{}}' }, { stops });
    expect(files[settings]).toBe(`{
  "roo-cline.deniedCommands": [
    "acme volume delete",
    "acme db push --force-reset"
  ]
}
`);
    expect(await firstSchemaError(settings, files[settings] ?? '', schemas[settings])).toBeNull();
  });

  it('lose what runs anything and keep the rest as it is', () => {
    const text = `{
  // agreed in June
  "roo-cline.allowedCommands": ["npm test", "*", "node"], // short
  "roo-cline.autoImportSettingsPath": "./roo-code-settings.json",
  "roo-cline.deniedCommands": [
    "acme volume" // all of it
  ],
}
`;
    const files = hardenedFiles(agent, { [settings]: text }, { stops, loose: ['*', 'node'] });
    expect(files[settings]).toBe(`{
  // agreed in June
  "roo-cline.allowedCommands": ["npm test"], // short
  "roo-cline.deniedCommands": [
    "acme volume", // all of it
    "acme db push --force-reset"
  ],
}
`);
  });

  it('belong to the product that is written', () => {
    const text = '{ "zoo-code.allowedCommands": ["npx"] }';
    const files = hardenedFiles(agent, { [settings]: text }, { stops, loose: ['npx'] });
    expect(jsonValue(files[settings] ?? '', ['zoo-code.allowedCommands'])).toEqual([]);
    expect(jsonValue(files[settings] ?? '', ['zoo-code.deniedCommands'])).toHaveLength(2);
    expect(files[settings]).not.toContain('roo-cline');
  });

  it('of dev containers lose their own', () => {
    const file = '.devcontainer/devcontainer.json';
    const container = `{
  // the container
  "customizations": { "vscode": { "settings": { "roo-cline.allowedCommands": ["ls", "npx"] } } }
}
`;
    const files = hardenedFiles(agent, { [file]: container }, { loose: ['npx'] });
    expect(files).toEqual({ [file]: container.replace('["ls", "npx"]', '["ls"]') });
  });

  it('keep a byte order mark, and lose commands that hold a secret', () => {
    const loose = `curl -H "Authorization: Bearer ${acmeToken}"`;
    const text = `\uFEFF{ "roo-cline.allowedCommands": ["ls", ${JSON.stringify(loose)}] }`;
    const [, rule] = ofKind(agentFacts(collect, acmeKnowledge, { [settings]: text }), 'AgentRule');
    expect(rule?.name).not.toContain(acmeToken);
    const files = hardenedFiles(agent, { [settings]: text }, { loose: [rule?.name ?? ''] });
    expect(files[settings]).toBe('\uFEFF{ "roo-cline.allowedCommands": ["ls"] }');
  });

  it('stay where a file is broken', () => {
    const broken = '{ "roo-cline.allowedCommands": ["*" ';
    expect(hardenedFiles(agent, { [settings]: broken }, { stops })).toEqual({ [settings]: broken });
  });
});

it('takes tools that destroy away from servers, and approvals for all of them', () => {
  const text = `{
  "mcpServers": {
    "acme": {
      // agreed in June
      "alwaysAllow": ["list", "*", "drop"]
    },
    "docs": { "url": "https://example.com/mcp", "alwaysAllow": ["search"] }
  }
}
`;
  const tools = [{ server: 'acme', name: 'drop' }];
  const files = hardenedFiles(agent, { '.roo/mcp.json': text }, { tools });
  expect(files['.roo/mcp.json']).toBe(
    text.replace(
      '["list", "*", "drop"]',
      `["list"],
      "disabledTools": [
        "drop"
      ]`,
    ),
  );
});

it('hides files with credentials', () => {
  const files = hardenedFiles(
    agent,
    { '.roo/mcp.json': '{}', '.rooignore': 'dist/\n' },
    { secrets: ['deploy/.env'] },
  );
  expect(files['.rooignore']).toBe('dist/\n/deploy/.env\n');
});
