import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { maskSecret } from '../../recognize/credential/secret-value.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.qwen/settings.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}) {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

const narrow = `{
  "tools": { "approvalMode": "default", "sandbox": true },
  "permissions": {
    "allow": ["Bash(npm test)"] // agreed in June
  }
}
`;

describe('settings', () => {
  it('start in an empty file, and stay where they are as narrow', () => {
    expect(JSON.parse(narrowed(''))).toEqual({ tools: { sandbox: true, approvalMode: 'default' } });
    expect(narrowed(narrow)).toBe(narrow);
    expect(narrowed('{ "tools": ')).toBe('{ "tools": ');
  });

  it('deny what cannot be undone, tools that destroy, and files with credentials', () => {
    const tools = [{ server: 'my db', name: 'drop' }];
    const edited = narrowed(narrow, { stops, tools, secrets: ['deploy/.env'] });
    expect(edited).toContain('// agreed in June');
    expect(JSON.parse(edited.replace(/\/\/.*/, '')).permissions).toEqual({
      allow: ['Bash(npm test)'],
      deny: [
        'Bash(acme volume delete)',
        'Bash(acme db push *--force-reset*)',
        'mcp__my_db__drop',
        'Read(/deploy/.env)',
      ],
    });
  });

  it('let loose rules ask unless that would silence what stays allowed, or copy a secret', () => {
    const secret = ['k3', 'Jw9', 'xPq2', 'mV7t', 'Rz5c'].join('');
    const allow = [
      'Bash(npm test)',
      'Bash(curl *)',
      'Bash(npm *)',
      'Bash',
      `Bash(deploy --token ${secret} *)`,
    ];
    const text = JSON.stringify({ permissions: { allow }, tools: { allowed: ['Bash(npx *)'] } });
    const loose = [
      ...allow.slice(1, 4),
      'Bash(npx *)',
      `Bash(deploy --token ${maskSecret(secret)} *)`,
    ];
    const edited = JSON.parse(narrowed(text, { loose }));
    expect(edited.permissions).toEqual({
      allow: ['Bash(npm test)'],
      ask: ['Bash(curl *)', 'Bash(npx *)'],
    });
    expect(edited.tools).toEqual({ allowed: [], sandbox: true, approvalMode: 'default' });
  });

  it('end the modes in which nobody is asked, and close what is open', () => {
    const text = JSON.stringify({
      tools: { approvalMode: 'yolo', sandbox: false },
      general: { chatRecording: false, defaultPermissionMode: 'bypass_permissions' },
      context: { fileFiltering: { respectQwenIgnore: false } },
      disableAllHooks: true,
      mcpServers: { db: { command: 'db', trust: true } },
    });
    expect(JSON.parse(narrowed(text))).toEqual({
      tools: { approvalMode: 'default', sandbox: true },
      general: { chatRecording: true, defaultPermissionMode: 'default' },
      context: { fileFiltering: { respectQwenIgnore: true } },
      mcpServers: { db: { command: 'db' } },
    });
  });
});
