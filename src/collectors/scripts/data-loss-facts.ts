import type { DataDocument, ScriptDocument } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { baseName, folderOf, type SourceRange } from '../../model/source.ts';
import {
  guardFacts,
  strongestGuards,
  targetRelations,
} from '../../recognize/command/command-guards.ts';
import { addressName } from '../../recognize/credential/address-name.ts';
import {
  type CodeRun,
  dependenciesOf,
  packageRuns,
  reaches,
} from '../../recognize/task/package-runs.ts';
import { invocationsOf, packageTasks, startersOf } from '../../recognize/task/package-tasks.ts';
import { startedBy } from '../../recognize/task/started.ts';
import { fileLine, taskLine } from '../../recognize/task/task-line.ts';
import { waysTo } from '../../recognize/task/ways-to.ts';
import { tierOf } from '../../recognize/tier.ts';
import { type DataLoss, dataLossesIn } from './data-losses.ts';
import { processEnvironment } from './env-names.ts';
import { guardsBefore, type Module, type SeenGuard } from './guards.ts';
import type { PackageModule } from './package-module.ts';
import { loadedEnvFiles, ownDatabase, provesHost } from './test-database.ts';

/** A loss and what runs it. */
interface Placed {
  readonly from: PackageModule;
  readonly loss: DataLoss;
  readonly runs: readonly CodeRun[];
  readonly isTest: boolean;
}

const testFile =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|[._-](?:test|spec|e2e)\.[cm]?[jt]sx?$|(?:jest|vitest|mocha|test|global)[._-]?(?:global)?[._-]?(?:set-?up|teardown)[^/]*$/i;
/** Folders of what somebody starts by hand. Migrations belong to their tool, which is known by its command. */
const scriptFolder =
  /(?:^|\/)(?:scripts?|bin|tools?|ops|tasks|seeds?|seeders?|db|database|prisma)\//;
const migrations = /(?:^|\/)migrations?\//;
/** Losses of one package that are looked at closely. */
const maxLosses = 200;

/**
 * Code of a package that loses the data of whatever database a variable names, joined with the tasks that run it. Nothing where no file says which
 * env file that variable comes from.
 */
export function dataLossFacts(
  modules: readonly PackageModule[],
  manifest: DataDocument | undefined,
  knowledge: Knowledge,
): readonly Fact[] {
  const packages = manifest === undefined ? new Set<string>() : dependenciesOf(manifest);
  if (ownDatabase(packages, modules)) return [];
  const runs = manifest === undefined ? [] : packageRuns(manifest);
  const placed = modules
    .filter(({ document }) => !migrations.test(document.file))
    .flatMap((from) => {
      const { file } = from.document;
      const isTest = testFile.test(file);
      const own = runs.filter((run) => reaches(run, file, isTest));
      if (own.length === 0 && !(scriptFolder.test(file) && !isTest)) return [];
      return dataLossesIn(from.module, packages, knowledge).map((loss) => ({
        from,
        loss,
        runs: own,
        isTest,
      }));
    })
    .slice(0, maxLosses);
  return placed.flatMap((one, position) => factsOf(one, position, manifest, modules, packages));
}

function factsOf(
  { from, loss, runs, isTest }: Placed,
  position: number,
  manifest: DataDocument | undefined,
  modules: readonly PackageModule[],
  packages: ReadonlySet<string>,
): readonly Fact[] {
  const { document, module } = from;
  const targets = targetsOf(module, loss);
  const open = runs.filter((run) => !run.sets.some((name) => targets.includes(name)));
  if (targets.length === 0 || (runs.length > 0 && open.length === 0)) return [];
  const folder = manifest === undefined ? folderOf(document.file) : folderOf(manifest.file);
  const environments = loadedEnvFiles(from, modules, open, folder, isTest, packages);
  if (environments.length === 0) return [];
  const guards = guardsOf(module, loss);
  const task = open[0]?.task.name;
  const tasks = tasksTo(open, manifest);
  const at = { file: document.file, start: loss.node.start, end: loss.node.end };
  const key = entityKey(`scripts:${document.file}#loses-${position + 1}`);
  const command = {
    kind: 'DestructiveCommand',
    key,
    aliases: [] as readonly EntityKey[],
    name: `${task ?? baseName(document.file)} (${loss.verb})`,
    at,
    collector: 'scripts',
    implied: false,
    confidence: 'high',
    provider: null,
    verb: loss.verb,
    via: loss.via,
    destroys: loss.destroys,
    skipsPrompt: guards.length === 0,
    invocations: invocationsFor(tasks, document, manifest, isTest),
    recovery: null,
    safeVariant: null,
  } as const satisfies DestructiveCommand;
  const lines = tasks.map((name) => taskLine('npm', name, folder));
  const facts: Fact[] = [
    command,
    ...startedBy(isTest ? lines : [...lines, fileLine(document.file)], command),
  ];
  for (const { strength, node } of guards) {
    const place = { file: document.file, start: node.start, end: node.end };
    facts.push(...guardFacts({ strength, at: place }, command, 'code'));
  }
  const started = startedAt(open);
  if (started === null) return [...facts, ...targetRelations(command, targets, environments)];
  // The task that runs it is where it starts, and no test: only what it runs is one.
  const run = { ...command, aliases: [key], key: entityKey(`${key}@task`), at: started };
  return [...facts, run, ...targetRelations(run, targets, environments)];
}

function startedAt(runs: readonly CodeRun[]): SourceRange | null {
  return runs[0]?.command.at ?? null;
}

/** Tasks that run the code, and those that lead to them. */
function tasksTo(runs: readonly CodeRun[], manifest: DataDocument | undefined): readonly string[] {
  if (manifest === undefined) return [];
  const starters = startersOf(packageTasks(manifest));
  return [...new Set(runs.flatMap((run) => waysTo(run.task.name, starters)))];
}

function invocationsFor(
  tasks: readonly string[],
  { file }: ScriptDocument,
  manifest: DataDocument | undefined,
  isTest: boolean,
): readonly string[] {
  const direct = isTest ? [] : [`npx tsx ${file}`, `node ${file}`, `bun ${file}`];
  if (manifest === undefined) return direct;
  return [...tasks.flatMap((name) => invocationsOf(name, manifest.file)), ...direct];
}

/** The variables that a module reads the address of its database from, else those its library is used with. One of tests says that it is none of production. */
function targetsOf(module: Module, loss: DataLoss): readonly string[] {
  const read = [...new Set(processEnvironment(module).map(({ name }) => name))].filter((name) =>
    addressName.test(name),
  );
  if (read.some((name) => tierOf(name) === 'development')) return [];
  return read.length > 0 ? read : loss.targets;
}

function guardsOf(module: Module, loss: DataLoss): readonly SeenGuard[] {
  const guards = strongestGuards(guardsBefore(module, loss.node));
  if (guards.length > 0) return guards;
  const proof = provesHost(module, loss.node);
  return proof === undefined ? [] : [{ strength: 'blocks', node: proof }];
}
