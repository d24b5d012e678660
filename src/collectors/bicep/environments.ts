import { parseBicep } from '../../formats/bicep/parse.ts';
import { at, type DataNode, type Document, entries } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { evaluate } from './evaluate.ts';
import { isParameters, type Template } from './template.ts';
import { unread } from './values.ts';

/** One set of values that a template is deployed with. */
export interface ParameterSet {
  /** `null`: no file gives any. */
  readonly file: FilePath | null;
  readonly values: ReadonlyMap<string, DataNode>;
  readonly tier: Tier;
}

/** Sets of values of one template that are told apart. */
const MAX_SETS = 12;
const stageNames = new Set(['env', 'environment', 'stage', 'tier']);

/** The sets of values that files of the tree give to a template; else one without any. */
export function parameterSets(
  template: Template,
  documents: readonly Document[],
  joined: (from: FilePath, path: string) => string,
): readonly ParameterSet[] {
  const sets = documents.flatMap((document): ParameterSet[] => {
    const values = valuesFor(template, document, joined);
    if (values === null) return [];
    return [{ file: document.file, values, tier: tierOfSet(document.file, values) }];
  });
  return sets.length === 0 ? [defaultSet(template)] : sets.slice(0, MAX_SETS);
}

/**
 * The template on its own. A parameter that names the environment decides by its default only if that is production, which whoever deploys without a
 * word gets; any other default is there to be replaced, and nothing may follow from it.
 */
function defaultSet(template: Template): ParameterSet {
  const tier = tierOfPath(template.file) ?? 'unknown';
  const values = new Map<string, DataNode>();
  for (const { kind, name, value } of template.statements) {
    if (kind !== 'param' || value?.type !== 'literal' || !isStage(name)) continue;
    const named = typeof value.value === 'string' ? tierOf(value.value) : null;
    if (named === 'production') return { file: null, values: new Map(), tier: named };
    if (named !== null) values.set(name, unread(value.at));
  }
  return { file: null, values, tier };
}

function isStage(name: string): boolean {
  return nameTokens(name).some((token) => stageNames.has(token));
}

function valuesFor(
  template: Template,
  document: Document,
  joined: (from: FilePath, path: string) => string,
): ReadonlyMap<string, DataNode> | null {
  const { file } = document;
  if (file.endsWith('.bicepparam')) return bicepValues(template, document, joined);
  if (document.shape !== 'data' || !isParameters(document.roots[0])) return null;
  if (!fits(template, file)) return null;
  return new Map(
    entries(at(document.roots[0], 'parameters')).flatMap(({ key, value }) => {
      const given = at(value, 'value');
      return given === undefined ? [] : [[key, given] as const];
    }),
  );
}

function bicepValues(
  template: Template,
  { file, text }: Document,
  joined: (from: FilePath, path: string) => string,
): ReadonlyMap<string, DataNode> | null {
  const statements = parseBicep(file, text);
  const used = statements.find(({ kind }) => kind === 'using');
  if (used === undefined || joined(file, used.target) !== template.file) return null;
  const scope = { lookUp: () => undefined, refOf: () => undefined, allowance: { left: 20_000 } };
  return new Map(
    statements.flatMap(({ kind, name, value }) =>
      kind === 'param' && value !== null ? [[name, evaluate(value, scope)] as const] : [],
    ),
  );
}

/** `main.parameters.prod.json` of `main.bicep`, beside it or in a folder below. */
function fits(template: Template, file: FilePath): boolean {
  const folder = folderOf(template.file);
  if (folder !== '' && !file.startsWith(`${folder}/`)) return false;
  const stem = baseName(template.file).replace(/\.\w+$/, '');
  return (
    baseName(file).startsWith(stem) ||
    (/^(?:main|azuredeploy)$/.test(stem) && /param/i.test(baseName(file)))
  );
}

function tierOfSet(file: FilePath, values: ReadonlyMap<string, DataNode>): Tier {
  const name = baseName(file).replace(/\.(?:bicepparam|json)$/, '');
  const named = tierOf(name.replace(/parameters?|params?/gi, ' ').replace(/[.\s-]+/g, '-'));
  if (named !== null) return named;
  for (const [key, value] of values) {
    if (value.type !== 'scalar' || !isStage(key)) continue;
    const tier = tierOf(value.text);
    if (tier !== null) return tier;
  }
  return tierOfPath(file) ?? 'unknown';
}
