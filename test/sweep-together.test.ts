import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../src/engine/classify.ts';
import { createSweepJob, UNSEEN, WANTED } from '../src/engine/sweep-job.ts';
import { sweepTogether } from '../src/engine/sweep-together.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Collector, FileMatch } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { runProgram } from './run-program.ts';
import { scanTree } from './scan-tree.ts';
import { removeTree, writeTree } from './temporary-tree.ts';

const worker = fileURLToPath(new URL('../dist/sweep-worker.js', import.meta.url));
const breath = (): Promise<void> => Promise.resolve();

function collector(id: string, match: FileMatch): Collector {
  return { id, emits: [], files: [match], load: () => Promise.reject(new Error('not loaded')) };
}

const claimsOf = createClassifier([
  collector('compose', { glob: '**/compose.yml', format: 'yaml' }),
  collector('kubernetes', { glob: '**/*.yml', format: 'yaml', hints: ['apiVersion:'] }),
  collector('sweep', { glob: '**', format: 'text', hints: [] }),
]);

/** Three hundred files: every tenth holds a keyword, every seventh YAML file a hint. */
const files: Record<string, string> = { 'compose.yml': 'KEYWORD', 'away.txt': '' };
const wanted: string[] = ['away.txt', 'binary.txt', 'wide.txt'];
for (let i = 0; i < 300; i++) {
  const name = i % 2 === 0 ? `src/${i}.txt` : `ops/${i}.yml`;
  const hasKeyword = i % 10 === 0;
  const hasHint = i % 7 === 0;
  files[name] = `${hasKeyword ? 'a KEYWORD' : 'a word'}\n${hasHint ? 'apiVersion: v1' : ''}\n`;
  if (hasKeyword || (hasHint && name.endsWith('.yml'))) wanted.push(name);
}

describe('a sweep by several threads', () => {
  let root = '';
  beforeAll(() => {
    const { 'away.txt': _, ...written } = files;
    root = writeTree(written);
    mkdirSync(join(root, 'more'));
    writeFileSync(join(root, 'binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]));
    writeFileSync(join(root, 'wide.txt'), Buffer.from('\uFEFFa KEYWORD', 'utf16le'));
  });
  afterAll(() => removeTree(root));

  const candidates = [...Object.keys(files), 'binary.txt', 'wide.txt'].map((name) => {
    const file = filePath(name);
    return {
      entry: { file, size: 10, tracked: null, ignored: false },
      claims: claimsOf(file),
    };
  });

  async function unwantedWith(threads: number, program = worker) {
    const sweep = sweepTogether(candidates, root, ['KEYWORD'], threads, program);
    const { isUnwanted, unwanted } = await sweep.finish(breath);
    const names = candidates.map(({ entry }) => entry.file).filter((file) => sweep.covers(file));
    expect(names.filter(isUnwanted)).toHaveLength(unwanted);
    return { left: names.filter((file) => !isUnwanted(file)).sort(), covered: names.length };
  }

  it('leaves what holds a word, is no text or cannot be read; files wanted by name are not its business', async () => {
    for (const threads of [0, 1, 3]) {
      expect(await unwantedWith(threads)).toEqual({ left: wanted.toSorted(), covered: 303 });
    }
  });

  it('can be left to a thread alone', async () => {
    const covered = candidates.filter(({ entry }) => entry.file !== 'compose.yml');
    const job = createSweepJob(covered, root, ['KEYWORD']);
    await once(new Worker(worker, { workerData: job }), 'exit');
    const left = covered.filter((_, i) => job.verdicts[i] === WANTED);
    expect(left.map(({ entry }) => entry.file).sort()).toEqual(wanted.toSorted());
    expect(job.verdicts).not.toContain(UNSEEN);
  });

  it('does not need its threads', async () => {
    const dying = join(root, 'dying.mjs');
    writeFileSync(dying, "throw new Error('gone');\n");
    const { left } = await unwantedWith(2, dying);
    expect(left).toEqual([...wanted].sort());
  });

  it('takes no file for unwanted that nobody looked into', async () => {
    const taking = join(root, 'taking.mjs');
    const takeAll = 'Atomics.store(workerData.next, 0, 1000);';
    writeFileSync(
      taking,
      `import { workerData } from 'node:worker_threads';\n${takeAll}\nworkerData.verdicts.fill(0);\n`,
    );
    const { left } = await unwantedWith(1, taking);
    expect(left).toEqual(expect.arrayContaining([...wanted]));
  });
});

it('finds in a large tree what a run without threads finds', async () => {
  const filler = `${'nothing to see here, only words\n'.repeat(16_000)}`;
  const large = Array.from({ length: 90 }, (_, i): [string, string] => [
    `docs/part-${i}.txt`,
    `${filler}${i % 30 === 0 ? `RAILWAY_TOKEN_${i}=hunter2-for-part-${i}-of-many\n` : ''}`,
  ]);
  const root = writeTree({
    '.env': 'RAILWAY_TOKEN=hunter2-hunter2-hunter2\n',
    ...Object.fromEntries(large),
  });
  try {
    const { stdout } = await runProgram('dist/cli.js', [root, '--format', 'json'], {});
    const { summary } = JSON.parse(stdout);
    const alone = await scanTree(root);
    expect(summary.filesRead).toBe(91);
    expect(summary.filesRead).toBe(alone.summary.filesRead);
    expect(summary.filesParsed).toBe(alone.summary.filesParsed);
    expect(JSON.parse(stdout).findings.map(({ fingerprint }: Finding) => fingerprint)).toEqual(
      alone.findings.map(({ fingerprint }) => fingerprint),
    );
  } finally {
    removeTree(root);
  }
});
