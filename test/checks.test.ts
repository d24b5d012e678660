import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checks } from '../src/registry.generated.ts';
import type { ScanResult } from '../src/report/result.ts';
import { renderTerminal } from '../src/report/terminal.ts';
import { scanTree } from './scan-tree.ts';
import { copyTree, removeTree } from './temporary-tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs one check alone on one case, with its fake secrets filled in. */
async function runCase(check: string, folder: string): Promise<ScanResult> {
  const tree = copyTree(folder);
  try {
    return await scanTree(tree, [check]);
  } finally {
    removeTree(tree);
  }
}

function casesOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** What a person sees: findings and notices, without the run's own counts. */
function render(result: ScanResult): string {
  const text = renderTerminal(result, { color: false, hyperlinks: false, width: 100 });
  return text.trimEnd();
}

describe.each(checks)('$area/$check.id', ({ area, check }) => {
  const folder = join(root, 'checks', area, check.id);
  const rendered: string[] = [];

  it('has a bad and a good case, the first pair of which share a name', () => {
    const good = casesOf(join(folder, 'good'));
    const bad = casesOf(join(folder, 'bad'));
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
    expect(bad.filter((name) => good.includes(name)).length).toBeGreaterThan(0);
  });

  it.each(casesOf(join(folder, 'bad')))('reports bad/%s', async (name) => {
    const result = await runCase(check.id, join(folder, 'bad', name));
    expect(result.notices.filter((notice) => notice.incomplete)).toEqual([]);
    expect(result.findings.map((finding) => finding.check)).toContain(check.id);
    rendered.push(`## bad/${name}\n\n${render(result)}\n`);
  });

  it.each(casesOf(join(folder, 'good')))('is silent on good/%s', async (name) => {
    const result = await runCase(check.id, join(folder, 'good', name));
    expect(result.notices.filter((notice) => notice.incomplete)).toEqual([]);
    expect(result.findings.map((finding) => `${finding.at.file}: ${finding.what}`)).toEqual([]);
  });

  it.each(casesOf(join(folder, 'gaps')))('still misses gaps/%s', async (name) => {
    // A gap is known: when this starts to fail, move the case to bad or good.
    const result = await runCase(check.id, join(folder, 'gaps', name));
    const expected = name.startsWith('noise-') ? 1 : 0;
    expect(Math.min(1, result.findings.length)).toBe(expected);
  });

  it('prints what findings.snap shows', async () => {
    await expect(`${rendered.join('\n')}`).toMatchFileSnapshot(join(folder, 'findings.snap'));
  });
});
