import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { parse } from '../../formats/json/parse.ts';
import { firstSchemaError } from '../../harden/schema-check.ts';
import { filePath } from '../../model/source.ts';
import { jsonValue } from '../../recognize/edit/json-edit.ts';
import { jsonKeys } from '../../recognize/edit/json-remove.ts';
import { collect } from './collect.ts';
import { harden, schemas } from './harden.ts';

const file = '.vscode/settings.json';
const terminal = 'chat.tools.terminal.autoApprove';
const agent = { collect, harden };

function settings(
  text: string | null,
  wanted: Parameters<typeof hardenedFiles>[2] = {},
  others: Readonly<Record<string, string>> = {},
): string {
  const files = { ...(text === null ? {} : { [file]: text }), ...others };
  return hardenedFiles(agent, files, wanted)[file] ?? '';
}

describe('settings of VS Code', () => {
  it('start where there are none', () => {
    expect(settings(null, {}, { '.github/copilot-instructions.md': 'Be nice.\n' })).toBe(`{
  "chat.permissions.default": "default",
  "chat.agent.sandbox.enabled": "on",
  "chat.agent.sandbox.allowUnsandboxedCommands": false,
  "chat.agent.sandbox.allowAutoApprove": false,
  "chat.agent.sandbox.network.allowNetwork": false
}
`);
  });

  it('lose what runs anything, ask before what destroys, and keep the rest as it is', () => {
    const text = `{
    // agreed in June
    "editor.tabSize": 4,
    "chat.tools.terminal.autoApprove": {
        "npm test": true, // quick
        "/^(node|npx)\\\\b/": true,
        "acme cache clear": true,
        "git push": false
    }
}
`;
    const edited = settings(text, { stops, loose: ['/^(node|npx)\\b/', 'acme cache clear'] });
    expect(edited).toContain('    // agreed in June\n    "editor.tabSize": 4,\n');
    expect(edited).toContain('        "npm test": true, // quick\n        "git push": false,\n');
    expect(jsonKeys(edited, [terminal])).toEqual([
      'npm test',
      'git push',
      'acme volume delete',
      '/^acme db push .*--force-reset/',
      'acme cache clear',
    ]);
    expect(jsonValue(edited, [terminal, 'acme cache clear'])).toBe(false);
  });

  it('give the built-in questions back', () => {
    const edited = settings(`{
  "chat.tools.terminal.ignoreDefaultAutoApproveRules": true,
  "chat.tools.terminal.autoReplyToPrompts": true,
  "chat.permissions.default": "autopilot",
  "chat.tools.autoApprove": true,
  "chat.tools.edits.autoApprove": { "**/*": true, "**/.vscode/*.json": true, "dist/**": true },
  "chat.tools.urls.autoApprove": { "https://*": true, "https://example.com": true },
  "chat.agent.sandbox.network.allowedDomains": ["*", "packages.example.com"],
  "chat.agent.sandbox.fileSystem.userConfiguredPaths": { "readwritePaths": ["~", "../cache"] },
}
`);
    expect(edited).toContain('"chat.tools.terminal.ignoreDefaultAutoApproveRules": false');
    expect(edited).toContain('"chat.tools.terminal.autoReplyToPrompts": false');
    expect(edited).toContain('"chat.permissions.default": "default"');
    expect(edited).not.toContain('"chat.tools.autoApprove"');
    expect(edited).toContain('{ "**/.vscode/*.json": false, "dist/**": true }');
    const all = '{ "chat.tools.edits.autoApprove": { "**/*": true } }';
    expect(settings(all)).not.toContain('edits');
    expect(edited).toContain('{ "https://example.com": true }');
    expect(edited).toContain('["packages.example.com"]');
    expect(edited).toContain('["../cache"]');
  });

  it('unset what a dev container approves', () => {
    const container = JSON.stringify({
      customizations: { vscode: { settings: { [terminal]: { npx: true, ls: true } } } },
    });
    const edited = settings(
      '{}',
      { loose: ['npx'] },
      { '.devcontainer/devcontainer.json': container },
    );
    expect(jsonKeys(edited, [terminal])).toEqual(['npx']);
    expect(jsonValue(edited, [terminal, 'npx'])).toBeNull();
  });

  it('let destructive tools of servers ask for good', () => {
    const tools = [{ server: 'acme', name: 'drop_everything' }];
    const edited = settings('{ "chat.tools.eligibleForAutoApproval": { "fetch": false } }', {
      tools,
    });
    const map = 'chat.tools.eligibleForAutoApproval';
    expect(jsonKeys(edited, [map])).toEqual(['fetch', 'drop_everything']);
  });

  it('leave the list alone where it is switched off, and broken files altogether', () => {
    const off = '{ "chat.tools.terminal.enableAutoApprove": false }';
    expect(jsonKeys(settings(off, { stops }), [terminal])).toEqual([]);
    expect(settings('{ "chat.', { stops })).toBe('{ "chat.');
    expect(settings('{ "chat.tools.terminal.autoApprove": true }', { stops })).toContain(
      '"acme volume delete": false',
    );
  });

  it('hold the schema', async () => {
    const edited = settings('{}', { stops, tools: [{ server: 'acme', name: 'drop' }] });
    expect(parse(filePath(file), edited).problems).toEqual([]);
    expect(await firstSchemaError(file, edited, schemas[file])).toBeNull();
    const odd = edited.replace('"default"', '"yolo"');
    expect(await firstSchemaError(file, odd, schemas[file])).not.toBeNull();
  });
});

it('takes the approval of whole servers back, and the hooks of the CLI', () => {
  const files = hardenedFiles(agent, {
    '.vscode/mcp.json': `{
  "servers": {
    // ours
    "acme": {
      "command": "npx",
      "sandboxEnabled": true
    },
    "docs": { "url": "https://example.com/mcp", "sandboxEnabled": true }
  }
}
`,
    '.github/copilot/settings.json': '{ "disableAllHooks": true, "model": "x" }\n',
  });
  expect(files['.vscode/mcp.json']).toBe(`{
  "servers": {
    // ours
    "acme": {
      "command": "npx"
    },
    "docs": { "url": "https://example.com/mcp" }
  }
}
`);
  expect(files['.github/copilot/settings.json']).toBe(
    '{ "disableAllHooks": false, "model": "x" }\n',
  );
});
