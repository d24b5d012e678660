import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeChanges } from '../src/cli/write-changes.ts';
import { createGlobIndex } from '../src/discover/glob-set.ts';
import { harden } from '../src/engine/harden.ts';
import { UsageError } from '../src/model/errors.ts';
import { agentCollectors } from '../src/registry.generated.ts';
import { fillFakes } from './fake-secrets.ts';
import { copyTree, filesIn, removeTree, writeTree } from './temporary-tree.ts';

const agents = fileURLToPath(new URL('../src/agents', import.meta.url));

function options(root: string) {
  return {
    root,
    environment: { PATH: process.env['PATH'] },
    minSeverity: 'low',
    minConfidence: 'low',
    today: '2026-11-21',
    now: () => 0,
  } as const;
}

const hardened = agentCollectors.filter((collector) => collector.hardening !== undefined);

describe.each(hardened)('harden for $id', ({ id }) => {
  it('leaves nothing to find about this agent, and nothing more to do', async () => {
    const tree = copyTree(join(agents, id, 'fixtures/dangerous/tree'));
    try {
      // Something to lose: a token in the tree, which the agent could read.
      mkdirSync(join(tree, 'deploy'), { recursive: true });
      writeFileSync(
        join(tree, 'deploy/.env'),
        fillFakes('RAILWAY_API_TOKEN={{fake:uuid:harden}}\n'),
      );
      const result = await harden(options(tree), [id]);
      expect(result.changes.length).toBeGreaterThan(0);
      expect(result.beyondReach).toEqual([]);
      writeChanges(result.root, result.changes);
      const loud = (findings: typeof result.findings.after): readonly string[] =>
        findings
          .filter((finding) => finding.severity !== 'low' && finding.area !== 'credentials')
          .map((finding) => `${finding.severity} ${finding.check}: ${finding.what}`);
      expect(loud(result.findings.before)).not.toEqual([]);
      expect(loud(result.findings.after)).toEqual([]);
      expect((await harden(options(tree), [id])).changes).toEqual([]);
    } finally {
      removeTree(tree);
    }
  });

  it('writes only the files it names', async () => {
    const tree = copyTree(join(agents, id, 'fixtures/dangerous/tree'));
    try {
      const { changes } = await harden(options(tree), [id]);
      const own = agentCollectors.find((collector) => collector.id === id)?.hardening?.files ?? [];
      for (const { file } of changes) {
        expect(
          createGlobIndex(own.flatMap((name) => [name, `**/${name}`]))(file).length > 0 ||
            /mcp/i.test(file),
        ).toBe(true);
      }
    } finally {
      removeTree(tree);
    }
  });
});

describe('harden', () => {
  it('keeps comments, formatting and harmless rules', async () => {
    const tree = writeTree({
      '.claude/settings.json': `{
    // agreed in June
    "permissions": {
        "allow": ["Bash(npm test)", "Bash(curl *)", "Bash(git diff *)"]
    }
}
`,
      'deploy/.env': 'RAILWAY_API_TOKEN={{fake:uuid:harden}}\n',
    });
    try {
      const { changes } = await harden(options(tree));
      const text = changes[0]?.after ?? '';
      expect(text).toContain('    // agreed in June');
      expect(text).toContain('"allow": ["Bash(npm test)", "Bash(git diff *)"]');
      expect(text).toContain('"Bash(curl *)"');
      expect(text).toContain('"Read(./deploy/.env)"');
      expect(text).not.toContain(fillFakes('{{fake:uuid:harden}}'));
      expect(changes.map(({ file }) => file)).toEqual(['.claude/settings.json']);
    } finally {
      removeTree(tree);
    }
  });

  it.each(['', 'shop/'])('lets the agent in %j read its own settings', async (folder) => {
    const settings = `${folder}.claude/settings.json`;
    const tree = writeTree({
      [settings]: '{ "env": { "RAILWAY_API_TOKEN": "{{fake:uuid:harden}}" } }\n',
      [`${folder}deploy/.env`]: 'RAILWAY_API_TOKEN={{fake:uuid:other}}\n',
    });
    try {
      const { changes } = await harden(options(tree));
      const text = changes.find(({ file }) => file === settings)?.after ?? '';
      expect(text).toContain('"Read(./deploy/.env)"');
      expect(text).not.toContain('"Read(./.claude/settings.json)"');
    } finally {
      removeTree(tree);
    }
  });

  it('switches a server to read-only where its vendor has a switch', async () => {
    const tree = writeTree({
      '.mcp.json': '{ "mcpServers": { "db": { "url": "https://mcp.supabase.com/mcp" } } }\n',
      '.claude/settings.json': '{ "permissions": { "allow": ["mcp__db"] } }\n',
    });
    try {
      const { changes } = await harden(options(tree));
      expect(changes.map(({ file }) => file)).toEqual(['.claude/settings.json', '.mcp.json']);
      expect(changes[1]?.after).toContain('https://mcp.supabase.com/mcp?read_only=true');
      expect(changes[0]?.after).toContain('"mcp__db__execute_sql"');
    } finally {
      removeTree(tree);
    }
  });

  it('writes nothing by itself', async () => {
    const tree = writeTree({ '.claude/settings.json': '{}\n' });
    try {
      await harden(options(tree));
      expect(filesIn(tree).map((file) => readFileSync(file, 'utf8'))).toEqual(['{}\n']);
    } finally {
      removeTree(tree);
    }
  });
});

describe('writing', () => {
  it('refuses links, and folders that lead out of the tree', () => {
    const tree = writeTree({ 'real.json': '{}' });
    const outside = writeTree({});
    try {
      symlinkSync(join(tree, 'real.json'), join(tree, 'linked.json'));
      symlinkSync(outside, join(tree, '.pilot'));
      for (const file of ['linked.json', '.pilot/settings.json', '.pilot/deep/settings.json']) {
        const change = { file: file as never, before: null, after: 'x' };
        expect(() => writeChanges(tree, [change])).toThrow(UsageError);
      }
      expect(readFileSync(join(tree, 'real.json'), 'utf8')).toBe('{}');
      expect(lstatSync(join(tree, 'linked.json')).isSymbolicLink()).toBe(true);
      expect(existsSync(join(outside, 'settings.json'))).toBe(false);
    } finally {
      removeTree(tree);
      removeTree(outside);
    }
  });
});
