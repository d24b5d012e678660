import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { severities } from '../src/model/finding.ts';
import type { ScanResult } from '../src/report/result.ts';
import { renderTerminal } from '../src/report/terminal.ts';
import { scanTree } from './scan-tree.ts';
import { copyTree, removeTree } from './temporary-tree.ts';

const stories = fileURLToPath(new URL('../fixtures/repos', import.meta.url));

/** A copy, so that it does not matter whether this checkout is one of git. */
async function scanCopy(folder: string): Promise<ScanResult> {
  const tree = copyTree(folder);
  try {
    return await scanTree(tree);
  } finally {
    removeTree(tree);
  }
}

describe.each(readdirSync(stories).sort())('story %s', (story) => {
  it('ends in a path before the repair, as paths.snap shows', async () => {
    const result = await scanCopy(join(stories, story, 'before'));
    const paths = result.findings.filter((finding) => finding.path !== null);
    expect(paths.map((finding) => finding.severity)).toContain('critical');
    const shown = renderTerminal(result, { color: false, hyperlinks: false, width: 100 });
    await expect(`${shown.trimEnd()}\n`).toMatchFileSnapshot(join(stories, story, 'paths.snap'));
  });
  it('is quiet after the repair', async () => {
    const result = await scanCopy(join(stories, story, 'after'));
    const loud = result.findings.filter((finding) => severities.indexOf(finding.severity) >= 1);
    expect(loud.map((finding) => finding.what)).toEqual([]);
  });
});
