import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const agent = { collect, harden };

it('takes loose tools off the list and keeps harmless ones', () => {
  const text = `{
  // ours
  "permissions": { "allowed_tools": ["view", "bash", "mcp_db_drop"] },
  "mcp": { "db": { "type": "http", "url": "https://x.example" } }
}
`;
  const files = hardenedFiles(
    agent,
    { 'crush.json': text },
    { stops, loose: ['allowed_tools: bash'], tools: [{ server: 'db', name: 'drop' }] },
  );
  expect(files['crush.json']).toContain('// ours');
  expect(JSON.parse((files['crush.json'] ?? '').replace('// ours', ''))).toEqual({
    permissions: { allowed_tools: ['view'] },
    mcp: { db: { type: 'http', url: 'https://x.example', disabled_tools: ['drop'] } },
  });
});

it('needs no settings of its own, for everything asks', () => {
  expect(hardenedFiles(agent, { 'crush.json': '{}' }, { stops })).toEqual({ 'crush.json': '{}' });
});

it('hides files with credentials', () => {
  const files = hardenedFiles(agent, { 'crush.json': '{}' }, { secrets: ['deploy/.env'] });
  expect(files['.crushignore']).toBe('/deploy/.env\n');
});

it('narrows the commands of a script, and leaves the rest of it alone', () => {
  const script = `#!/usr/bin/env bash
# what we agreed on
permissions allow view bash "edit"
permissions allow bash # all of it
mcp add db --command npx \\
  --args -y # quietly
`;
  const tool = 'drop';
  const bash = { name: 'allowed_tools: bash' };
  const request = {
    texts: new Map([['.crushrc', script]]),
    stops: [],
    loose: [
      {
        ...bash,
        kind: 'AgentRule',
        key: 'x' as never,
        aliases: [],
        at: { file: filePath('.crushrc'), start: 0, end: 1 },
        collector: 'crush',
        implied: false,
        confidence: 'high',
        agent: 'x' as never,
        effect: 'allow',
        tool: 'shell',
        pattern: { type: 'any' },
        order: 0,
        inert: null,
      },
    ],
    secrets: [],
    tools: [{ server: 'db', name: tool }],
  } as const;
  const [file] = harden(request);
  expect(file?.text).toBe(
    script
      .replace('view bash "edit"', 'view "edit"')
      .replace('permissions allow bash # all', ': # all')
      .replace('--args -y', `--args -y --disabled-tools ${tool}`),
  );
  const again = harden({ ...request, texts: new Map([['.crushrc', file?.text ?? '']]) });
  expect(again).toEqual([]);
});

it('leaves a broken file alone', () => {
  const text = '{ "permissions": ';
  expect(hardenedFiles(agent, { 'crush.json': text }, { stops })).toEqual({ 'crush.json': text });
});
