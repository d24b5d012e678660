import { describe, expect, it } from 'vitest';
import { hardenedFiles } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.gemini/settings.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}) {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

const narrow = `{
  "tools": {
    "sandbox": "docker", // ours
    "allowed": ["run_shell_command(npm test)"]
  },
  "security": {
    "disableYoloMode": true,
    "environmentVariableRedaction": { "enabled": true }
  }
}
`;

describe('settings', () => {
  it('start in an empty file, and stay where they are as narrow', () => {
    expect(JSON.parse(narrowed(''))).toEqual({
      tools: { sandbox: true },
      security: { disableYoloMode: true, environmentVariableRedaction: { enabled: true } },
    });
    expect(narrowed(narrow)).toBe(narrow);
    expect(narrowed('{ "tools": ')).toBe('{ "tools": ');
  });

  it('lose loose tools and keep harmless ones', () => {
    const text = narrow.replace('test)"]', 'test)", "run_shell_command(curl)"]');
    const loose = ['tools.allowed: run_shell_command(curl)'];
    expect(narrowed(text, { loose })).toBe(narrow);
  });

  it('keep a whole tool that is on the list of existing ones, and let it ask', () => {
    const text = JSON.stringify({
      tools: { core: ['run_shell_command', 'read_file', 'run_shell_command(npx)'] },
    });
    const loose = ['tools.core: run_shell_command', 'tools.core: run_shell_command(npx)'];
    expect(JSON.parse(narrowed(text, { loose })).tools).toEqual({
      core: ['run_shell_command', 'read_file'],
      confirmationRequired: ['run_shell_command'],
      sandbox: true,
    });
  });

  it('close what is open', () => {
    const text = `{
  // agreed in June
  "general": { "sessionRetention": { "maxAge": "12h" } },
  "security": {
    "autoAddToPolicyByDefault": true,
    "environmentVariableRedaction": { "allowed": ["CI", "API_TOKEN"] }
  },
  "context": { "fileFiltering": { "respectGeminiIgnore": false } },
  "hooksConfig": { "enabled": false, "disabled": ["guard", "lint"] },
  "hooks": {
    "BeforeTool": [{ "hooks": [{ "name": "guard", "type": "command", "command": "./guard.sh" }] }]
  },
  "mcpServers": { "db": { "command": "db", "trust": true } }
}
`;
    const edited = narrowed(text, { tools: [{ server: 'db', name: 'drop' }] });
    expect(edited).toContain('  // agreed in June\n');
    expect(JSON.parse(edited.replace(/\/\/.*/, ''))).toEqual({
      general: { sessionRetention: { maxAge: '30d' } },
      security: {
        autoAddToPolicyByDefault: false,
        environmentVariableRedaction: { allowed: ['CI'], enabled: true },
        disableYoloMode: true,
      },
      context: { fileFiltering: { respectGeminiIgnore: true } },
      hooksConfig: { disabled: ['lint'] },
      hooks: {
        BeforeTool: [{ hooks: [{ name: 'guard', type: 'command', command: './guard.sh' }] }],
      },
      mcpServers: { db: { command: 'db', excludeTools: ['drop'] } },
      tools: { sandbox: true },
    });
  });
});

it('hides files with credentials from the file tools', () => {
  const files = { [settings]: narrow, '.geminiignore': '# build\n/dist\n' };
  expect(hardenedFiles(agent, files, { secrets: ['deploy/.env'] })['.geminiignore']).toBe(
    '# build\n/dist\n/deploy/.env\n',
  );
  expect(hardenedFiles(agent, { [settings]: narrow })).toEqual({ [settings]: narrow });
});
