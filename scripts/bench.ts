/**
 * Measures the built program against its budgets and prints a table. Budgets are ratios within one run on one machine,
 * because milliseconds mean nothing elsewhere. `--quick` leaves the large trees out; `--enforce` exits 1 when a budget
 * is exceeded by more than 15 %. With the word `credentials` it measures instead how well credentials are recognised; `--seed <text>` plants others.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { composeTree, kubernetesTree } from './bench-containers.ts';
import { benchCredentials } from './bench-credentials.ts';
import {
  type CommandLine,
  isInstalled,
  medianTimes,
  peakMegabytes,
  processorTime,
} from './bench-measure.ts';
import { terraformTree } from './bench-terraform.ts';
import { type TreePlan, treeOf } from './bench-trees.ts';

interface Row {
  readonly what: string;
  /** Measured figure in the budget's unit; `null` when this machine cannot tell. */
  readonly figure: number | null;
  readonly budget: number;
  readonly unit: '×' | 'MB';
  readonly detail: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const trees = join(root, '.bench');
const tolerance = 1.15;
const small: TreePlan = { name: 'mixed-50', files: 50, bytes: 7_000, configures: 2 };
const large: TreePlan = { name: 'large-16k', files: 16_000, bytes: 17_000, configures: 10 };
const huge: TreePlan = { name: 'huge-50k', files: 50_000, bytes: 2_000, configures: 10 };
const single: TreePlan = { name: 'linear-2k', files: 2_000, bytes: 6_000, configures: 10 };
const tenfold: TreePlan = { ...single, name: 'linear-20k', files: 20_000 };

if (process.argv[2] === 'credentials') {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { seed: { type: 'string', default: '1' } },
  });
  benchCredentials(root, values.seed);
} else measureBudgets();

function measureBudgets(): void {
  mkdirSync(trees, { recursive: true });
  const rows = [
    ...startUp(),
    ...(process.argv.includes('--quick')
      ? []
      : [...largeTrees(), ...infrastructure(), ...containers()]),
  ];
  print(rows);
  const exceeded = rows.filter(
    ({ figure, budget }) => figure !== null && figure > budget * tolerance,
  );
  if (process.argv.includes('--enforce') && exceeded.length > 0) process.exitCode = 1;
}

function riskscan(...args: string[]): CommandLine {
  return [process.execPath, join(root, 'dist/cli.js'), ...args];
}

function scan(plan: TreePlan): CommandLine {
  return riskscan(treeOf(trees, plan), '--format', 'json', '--fail-on', 'never');
}

function* startUp(): Iterable<Row> {
  const times = medianTimes(
    { node: [process.execPath, '-e', '0'], version: riskscan('--version'), small: scan(small) },
    21,
  );
  yield ratio('riskscan --version', times.version, 'node -e 0', times.node, 1.3);
  yield ratio('50-file mixed repository', times.small, 'node -e 0', times.node, 4);
}

function* largeTrees(): Iterable<Row> {
  const tree = treeOf(trees, large);
  const size = '16,000 files, 290 MB, cold';
  if (isInstalled('rg')) {
    const search: CommandLine = ['rg', '-c', 'sk_live_', tree];
    const times = medianTimes({ search, scan: scan(large) }, 5);
    yield ratio(size, times.scan, 'rg -c', times.search, 6);
  } else {
    const times = medianTimes({ scan: scan(large) }, 3);
    const detail = `${milliseconds(times.scan)}; rg is not installed`;
    yield { what: size, figure: null, budget: 6, unit: '×', detail };
  }
  yield memory(size, large, 200);
  yield memory('50,000 files', huge, 300);

  const node: CommandLine = [process.execPath, '-e', '0'];
  const times = medianTimes({ node, single: scan(single), tenfold: scan(tenfold) }, 5);
  const one = times.single - times.node;
  const ten = times.tenfold - times.node;
  const detail = `${milliseconds(one)} for 2,000 files, ${milliseconds(ten)} for 20,000`;
  yield {
    what: 'cost per file, tree 10 × as large',
    figure: ten / 10 / one,
    budget: 1.15,
    unit: '×',
    detail,
  };
}

/** 2,000 files of Terraform in 200 modules, each evaluated for two environments. */
function* infrastructure(): Iterable<Row> {
  const scanOf = (modules: number): CommandLine =>
    riskscan(terraformTree(trees, modules), '--format', 'json', '--fail-on', 'never');
  const node: CommandLine = [process.execPath, '-e', '0'];
  const times = medianTimes({ node, few: scanOf(20), many: scanOf(200) }, 5);
  const few = times.few - times.node;
  const many = times.many - times.node;
  yield {
    what: 'cost per Terraform module, 10 × as many',
    figure: many / 10 / few,
    budget: 1.15,
    unit: '×',
    detail: `${milliseconds(few)} for 20 modules, ${milliseconds(many)} for 200`,
  };
}

/** Manifests of Kubernetes, which are all understood together, and projects of Docker Compose. */
function* containers(): Iterable<Row> {
  const scanOf = (tree: string): CommandLine =>
    riskscan(tree, '--format', 'json', '--fail-on', 'never');
  const manifests = scanOf(kubernetesTree(trees, 10_000));
  const services = scanOf(composeTree(trees, 1_000));
  yield tenfoldCost('manifest', [1_000, scanOf(kubernetesTree(trees, 1_000))], [10_000, manifests]);
  yield tenfoldCost('compose service', [100, scanOf(composeTree(trees, 100))], [1_000, services]);
  for (const [what, command, budget] of [
    ['10,000 manifests', manifests, 300],
    ['1,000 compose services', services, 200],
  ] as const) {
    const figure = peakMegabytes(command, 2);
    yield {
      what: `${what}: peak memory`,
      figure,
      budget,
      unit: 'MB',
      detail: 'peak resident set',
    };
  }
}

/** What one thing costs where there are ten times as many, against what it costs where there are few. */
function tenfoldCost(
  what: string,
  [few, first]: readonly [number, CommandLine],
  [many, second]: readonly [number, CommandLine],
): Row {
  const one = processorTime(first, 3);
  const ten = processorTime(second, 3);
  return {
    what: `cost per ${what}, 10 × as many`,
    figure: ten / 10 / one,
    budget: 1.15,
    unit: '×',
    detail: `${milliseconds(one)} of processor time for ${few}, ${milliseconds(ten)} for ${many}`,
  };
}

function ratio(what: string, time: number, base: string, baseTime: number, budget: number): Row {
  const detail = `${milliseconds(time)} against ${milliseconds(baseTime)} for ${base}`;
  return { what, figure: time / baseTime, budget, unit: '×', detail };
}

function memory(what: string, plan: TreePlan, budget: number): Row {
  const figure = peakMegabytes(scan(plan), 2);
  return { what: `${what}: peak memory`, figure, budget, unit: 'MB', detail: 'peak resident set' };
}

function milliseconds(time: number): string {
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

function print(table: readonly Row[]): void {
  console.log(`node ${process.version}, ${process.platform} ${process.arch}\n`);
  console.log(`${'what'.padEnd(42)}${'measured'.padStart(10)}${'budget'.padStart(10)}   verdict`);
  for (const { what, figure, budget, unit, detail } of table) {
    const measured = figure === null ? '-' : `${figure.toFixed(unit === 'MB' ? 0 : 2)} ${unit}`;
    const verdict = figure === null ? 'not measured' : figure <= budget ? 'ok' : 'OVER';
    console.log(
      `${what.padEnd(42)}${measured.padStart(10)}${`${budget} ${unit}`.padStart(10)}   ${verdict.padEnd(12)} ${detail}`,
    );
  }
}
