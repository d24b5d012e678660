import type { DataNode } from '../model/document.ts';
import { at, items } from '../model/document.ts';
import { ConfigError } from '../model/errors.ts';
import type { FilePath, SourceRange } from '../model/source.ts';
import { lineIndex, positionAt } from '../report/lines.ts';
import { isIsoDate } from '../triage/iso-date.ts';
import { nearestName } from '../triage/nearest-name.ts';
import type { ConfigSuppression } from '../triage/suppress.ts';
import type { Config } from './config.ts';
import { defaultConfig } from './config.ts';
import { explainError } from './explain-error.ts';
import { plainData } from './plain-data.ts';

/** The file's shape once the schema holds. */
interface RawConfig extends Partial<Omit<Config, 'checksOff' | 'suppressions' | 'failOn'>> {
  readonly checks?: { readonly off?: readonly string[] };
  readonly failOn?: NonNullable<Config['failOn']>;
  readonly suppressions?: readonly {
    readonly check: string;
    readonly file?: string;
    readonly fingerprint?: string;
    readonly reason: string;
    readonly until?: string;
  }[];
}

type Fail = (range: SourceRange, message: string, hint: string) => never;

/**
 * Reads a configuration file. Check ids are compared with `checkIds` when these are given.
 * @throws ConfigError with `file:line:column` in its message when the file is not one that the schema allows.
 */
export async function parseConfig(
  text: string,
  file: FilePath,
  checkIds: readonly string[] | null = null,
): Promise<Config> {
  const fail = failAt(file, text);
  const root = await rootOf(text, file, fail);
  if (root === null) return defaultConfig;
  const data = plainData(root);
  // ajv takes as long to load as a small scan, so only a run with a configuration file pays for it.
  const { schemaErrors } = await import('./validate.ts');
  const errors = schemaErrors(data).map((error) => explainError(error, root));
  const first = errors.sort((a, b) => a.range.start - b.range.start)[0];
  if (first !== undefined) return fail(first.range, first.message, first.hint);
  const raw = data as RawConfig; // the schema has just said so
  const config = fromRaw(raw, root);
  checkDates(config, fail);
  if (checkIds !== null) checkOffIds(root, checkIds, fail);
  return config;
}

async function rootOf(text: string, file: FilePath, fail: Fail): Promise<DataNode | null> {
  const { parse } = await import('../formats/yaml/parse.ts');
  const document = parse(file, text);
  const problem = document.problems[0];
  if (problem !== undefined) {
    return fail(problem.at, problem.message, 'Fix the syntax of this file.');
  }
  if (document.shape !== 'data') return null;
  const [root, second] = document.roots;
  if (second !== undefined) {
    return fail(second.at, 'A second YAML document starts here.', 'Keep one document per file.');
  }
  return root === undefined || (root.type === 'scalar' && root.value === null) ? null : root;
}

function fromRaw(raw: RawConfig, root: DataNode): Config {
  const nodes = items(at(root, 'suppressions'));
  const suppressions = (raw.suppressions ?? []).map(
    (entry, index): ConfigSuppression => ({
      check: entry.check,
      file: entry.file ?? null,
      fingerprint: entry.fingerprint ?? null,
      reason: entry.reason,
      until: entry.until ?? null,
      at: nodes[index]?.at ?? root.at,
    }),
  );
  return {
    environments: raw.environments ?? [],
    pathClasses: raw.pathClasses ?? [],
    stores: raw.stores ?? [],
    checksOff: raw.checks?.off ?? [],
    failOn: raw.failOn ?? null,
    suppressions,
    suppressionsInAgentFiles: raw.suppressionsInAgentFiles ?? false,
  };
}

function checkDates(config: Config, fail: Fail): void {
  for (const { until, at: range } of config.suppressions) {
    if (until === null || isIsoDate(until)) continue;
    fail(range, '"until" names a day that does not exist.', 'Write a day such as 2027-01-31.');
  }
}

function checkOffIds(root: DataNode, checkIds: readonly string[], fail: Fail): void {
  for (const node of items(at(root, 'checks', 'off'))) {
    if (node.type !== 'scalar' || checkIds.includes(node.text)) continue;
    const near = nearestName(node.text, checkIds);
    fail(
      node.at,
      `There is no check "${node.text.slice(0, 80)}".`,
      near === undefined ? 'List the checks with: riskscan checks' : `Did you mean "${near}"?`,
    );
  }
}

function failAt(file: FilePath, text: string): Fail {
  const index = lineIndex(text);
  return (range, message, hint) => {
    const { line, column } = positionAt(index, range.start);
    throw new ConfigError(`${file}:${line}:${column}: ${message}`, hint);
  };
}
