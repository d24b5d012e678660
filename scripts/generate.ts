/**
 * Rewrites what is derived: `src/registry.generated.ts`, the cases that checks are explained with, every check's README and the table of checks.
 * `--check` changes nothing and exits 1 when a file is not what it would write.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyCheck } from '../src/model/check.ts';
import { areas } from '../src/model/finding.ts';
import { checkIndex, checkReadme, type Examples, examplesOf } from './check-readme.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

function write(path: string, text: string): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (old === text) return;
  stale.push(relative(root, path).split(sep).join('/'));
  if (!checkOnly) writeFileSync(path, text);
}

function folders(path: string): readonly string[] {
  if (!existsSync(join(root, path))) return [];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map((found) => found.name)
    .sort();
}

/** Folders under `path` that hold `file`. A folder without it is unfinished work and is left out. */
function plugins(path: string, file: string): readonly string[] {
  return folders(path).filter((name) => existsSync(join(root, path, name, file)));
}

function identifier(...parts: readonly string[]): string {
  const words = parts.join('-').split(/[^A-Za-z0-9]+/);
  return words
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

function registry(): string {
  const imports: string[] = [];
  const lists: string[] = [];
  const add = (
    list: string,
    type: string,
    entries: readonly { name: string; exported: string; from: string }[],
  ): void => {
    for (const item of entries)
      imports.push(`import { ${item.exported} as ${item.name} } from '${item.from}';`);
    lists.push(
      `export const ${list}: readonly ${type}[] = [${entries.map((item) => item.name).join(', ')}];`,
    );
  };
  add(
    'formats',
    'Format',
    plugins('src/formats', 'format.ts').map((name) => ({
      name: identifier('format', name),
      exported: 'format',
      from: `./formats/${name}/format.ts`,
    })),
  );
  add(
    'toolCollectors',
    'Collector',
    plugins('src/collectors', 'collector.ts').map((name) => ({
      name: identifier('collector', name),
      exported: 'collector',
      from: `./collectors/${name}/collector.ts`,
    })),
  );
  add(
    'agentCollectors',
    'Collector',
    plugins('src/agents', 'collector.ts').map((name) => ({
      name: identifier('agent', name),
      exported: 'collector',
      from: `./agents/${name}/collector.ts`,
    })),
  );
  add(
    'packs',
    'ProviderPack',
    plugins('src/providers', 'pack.ts').map((name) => ({
      name: identifier('pack', name),
      exported: 'pack',
      from: `./providers/${name}/pack.ts`,
    })),
  );
  const checks = areas.flatMap((area) =>
    plugins(`checks/${area}`, 'check.ts').map((id) => ({
      area,
      id,
      name: identifier('check', id),
    })),
  );
  for (const { area, id, name } of checks) {
    imports.push(`import { check as ${name} } from '../checks/${area}/${id}/check.ts';`);
  }
  return [
    '// Written by scripts/generate.ts; do not edit.',
    "import type { AnyCheck } from './model/check.ts';",
    "import type { Area } from './model/finding.ts';",
    "import type { Collector, Format, ProviderPack } from './model/plugin.ts';",
    ...imports,
    '',
    ...lists,
    'export const checks: readonly { readonly area: Area; readonly check: AnyCheck }[] = [',
    ...checks.map(({ area, name }) => `  { area: '${area}', check: ${name} },`),
    '];',
    '',
  ].join('\n');
}

async function checkDocs(): Promise<void> {
  const rows: { area: (typeof areas)[number]; check: AnyCheck }[] = [];
  const examples: Record<string, Examples> = {};
  for (const area of areas) {
    for (const id of plugins(`checks/${area}`, 'check.ts')) {
      const folder = join(root, 'checks', area, id);
      const loaded = (await import(pathToFileURL(join(folder, 'check.ts')).href)) as {
        check: AnyCheck;
      };
      rows.push({ area, check: loaded.check });
      const shown = examplesOf(folder);
      examples[id] = shown;
      write(join(folder, 'README.md'), checkReadme(area, loaded.check, shown));
    }
  }
  write(join(root, 'checks', 'README.md'), checkIndex(rows));
  write(join(root, 'src', 'examples.generated.ts'), exampleModule(examples));
}

/** A module of its own, because only `explain` needs it. */
function exampleModule(examples: Readonly<Record<string, Examples>>): string {
  return [
    '// Written by scripts/generate.ts; do not edit.',
    "import type { CheckInfo } from './report/result.ts';",
    '',
    '/** Cases that a check is explained with, by check id. */',
    `export const examples: Readonly<Record<string, NonNullable<CheckInfo['examples']>>> = ${JSON.stringify(examples, null, 2)};`,
    '',
  ].join('\n');
}

write(join(root, 'src', 'registry.generated.ts'), registry());
await checkDocs();
if (stale.length > 0) {
  process.stderr.write(`${checkOnly ? 'stale' : 'wrote'}: ${stale.join(', ')}\n`);
  if (checkOnly) {
    process.stderr.write('run `npm run generate` and commit the result\n');
    process.exitCode = 1;
  }
} else process.stderr.write('generated files are fresh\n');
