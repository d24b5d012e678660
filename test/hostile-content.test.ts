import { describe, expect, it } from 'vitest';
import { hostileTrees } from './hostile-trees.ts';
import { scanTree } from './scan-tree.ts';
import { removeTree, writeTree } from './temporary-tree.ts';

// Each of these once took minutes or all memory, or would without a limit. The test's own time limit is the assertion; nothing here is a benchmark.
const api = '// backboard.railway.com volumeDelete\n';
const trees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...hostileTrees,
  'one credential name thousands of times': {
    'a.txt': 'RAILWAY_API_TOKEN='.repeat(40_000),
    'b.md': `RAILWAY_API_TOKEN: ${'$'}{{ secrets.X }} `.repeat(20_000),
  },
  'deep and long shell': {
    'a.sh': '$('.repeat(100_000),
    'b.sh': 'railway volume delete --yes; '.repeat(6_000),
    'c.sh': 'if [ a ]; then '.repeat(30_000),
  },
  'deep, broken and repetitive code': {
    'a.ts': `${api}${'a('.repeat(100_000)}`,
    'b.ts': `${api}${'a:\n '.repeat(50_000)}`,
    'c.ts': `${api}${'const q=`mutation { volumeDelete(volumeId: "a") }`;\n'.repeat(5_000)}`,
    'd.ts': `${api}const x="${'a'.repeat(300_000)}";\n${'const y=1;\n'.repeat(2_000)}`,
  },
  'agent settings without end': {
    '.claude/settings.json': JSON.stringify({
      permissions: { allow: Array.from({ length: 10_000 }, (_, i) => `Bash(cmd${i} *)`) },
    }),
    '.cursor/permissions.json': '['.repeat(400_000),
    'tool/.claude/settings.json': JSON.stringify({
      permissions: {
        allow: [`Bash(${'* '.repeat(10_000)})`, `Bash(${'a*'.repeat(5_000)}b)`],
        deny: [`Read(${'**/'.repeat(5_000)}x)`],
      },
    }),
  },
  'thousands of databases': {
    '.env.production': Array.from(
      { length: 3_000 },
      (_, i) =>
        `K${i}_DATABASE_URL=postgres://postgres:{{fake:password:k${i}}}@db${i}.ferries.net/x`,
    ).join('\n'),
  },
  'tasks that call each other': {
    'package.json': JSON.stringify({
      scripts: Object.fromEntries(
        Array.from({ length: 3_000 }, (_, i) => [
          `s${i}`,
          `npm run s${i + 1} && npm run s${(i * 7) % 3_000}`,
        ]),
      ),
    }),
  },
};

describe('hostile content', () => {
  it.each(Object.keys(trees))('%s ends, and says nothing of a bug', async (name) => {
    const folder = writeTree(trees[name] ?? {});
    try {
      const result = await scanTree(folder);
      expect(result.notices.filter((notice) => notice.kind === 'internal')).toEqual([]);
      expect(result.summary.filesRead).toBeGreaterThan(0);
    } finally {
      removeTree(folder);
    }
  });
});
