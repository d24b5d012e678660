import { expect, it } from 'vitest';
import { removeTree, writeTree } from '../../../test/temporary-tree.ts';
import { writeChanges } from '../../cli/write-changes.ts';
import { harden } from '../../engine/harden.ts';

const settings = `{
  // ours
  "editor.tabSize": 2,
  "roo-cline.allowedCommands": ["npm test", "node"],
  "chat.tools.terminal.autoApprove": {
    "npm test": true,
    "curl": true
  }
}
`;

it('narrows what two agents keep in one file, each its own part', async () => {
  const tree = writeTree({
    '.vscode/settings.json': settings,
    'deploy/.env': 'RAILWAY_API_TOKEN={{fake:uuid:harden}}\n',
  });
  const options = {
    root: tree,
    environment: { PATH: process.env['PATH'] },
    minSeverity: 'low',
    minConfidence: 'low',
    today: '2026-11-21',
    now: () => 0,
  } as const;
  try {
    const { changes, root } = await harden(options);
    expect(changes.map(({ file }) => file)).toEqual(['.rooignore', '.vscode/settings.json']);
    const text = changes[1]?.after ?? '';
    expect(text).toContain('  // ours\n  "editor.tabSize": 2,\n');
    expect(text).toContain('"roo-cline.allowedCommands": ["npm test"]');
    expect(text).toContain('"npm test": true,\n');
    expect(text).not.toContain('"curl": true');
    expect(text).toContain('"chat.agent.sandbox.enabled": "on"');
    expect(text).toContain('"roo-cline.deniedCommands": [\n    "railway');
    writeChanges(root, changes);
    expect((await harden(options)).changes).toEqual([]);
  } finally {
    removeTree(tree);
  }
});
