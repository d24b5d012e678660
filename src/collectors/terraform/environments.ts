import type { DataDocument } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import { asText, type HclValue } from '../../recognize/hcl/hcl-value.ts';
import { valueOfNode } from '../../recognize/hcl/node-value.ts';
import { allowance, emptyScope } from '../../recognize/hcl/scope.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import type { Root } from './roots.ts';
import { type StageWords, stageVariable } from './stage-words.ts';
import type { VariableFiles } from './variable-files.ts';

/** One environment that a root is run for. */
export interface EnvironmentPlan {
  /** What tells it apart from others of the same root; `null` where nothing does. */
  readonly id: string | null;
  /** `null`: nothing about the run tells; its settings and resources may. */
  readonly tier: Tier | null;
  readonly variables: ReadonlyMap<string, HclValue>;
  readonly workspace: string | null;
  /** Files that name it. */
  readonly files: readonly DataDocument[];
}

/** Environments of one root that are told apart. */
const MAX_ENVIRONMENTS = 24;

/**
 * The environments of a root: one for each variable file with a name of its own; else one where the folder names it; else one for each environment
 * that the code asks for by name; else one.
 */
export function environmentsOf(
  root: Root,
  files: VariableFiles | undefined,
  words: StageWords,
  read: ReadNode,
): readonly EnvironmentPlan[] {
  const { folder } = root.code;
  const always = valuesIn(files?.always ?? [], read);
  const ofFolder = folder === '' ? null : tierOfPath(`${folder}/main.tf`);
  const named = [...(files?.named ?? [])].slice(0, MAX_ENVIRONMENTS);
  if (named.length > 0) {
    return named.map(([id, documents]) => ({
      id,
      tier: tierOf(id) ?? tierOfPath(documents[0]?.file ?? '') ?? ofFolder,
      variables: new Map([...always, ...valuesIn(documents, read)]),
      workspace: words.ofWorkspace.has(id) ? id : null,
      files: documents,
    }));
  }
  const single: EnvironmentPlan = {
    id: null,
    tier: ofFolder,
    variables: always,
    workspace: null,
    files: [],
  };
  if (ofFolder !== null) return [{ ...single, id: folderStage(folder, ofFolder) }];
  return askedFor(root, single, words, read);
}

/** The folder that names the environment. */
function folderStage(folder: string, tier: Tier): string {
  return folder.split('/').findLast((part) => tierOf(part) === tier) ?? baseName(folder);
}

function askedFor(
  root: Root,
  single: EnvironmentPlan,
  { ofVariable, ofWorkspace }: StageWords,
  read: ReadNode,
): readonly EnvironmentPlan[] {
  const variable = stageVariable(root.code);
  if (variable !== undefined && !single.variables.has(variable)) {
    const fallback = root.code.variables.get(variable)?.attributes.get('default')?.value;
    const usual = fallback === undefined ? null : asText(constant(fallback, read));
    const stages = new Set(ofVariable);
    if (usual !== null && usual !== '' && stages.size > 0) stages.add(usual);
    if (stages.size > 0) {
      return [...stages]
        .sort()
        .slice(0, MAX_ENVIRONMENTS)
        .map((id) => ({
          ...single,
          id,
          tier: tierOf(id),
          variables: new Map([...single.variables, [variable, id]]),
          workspace: ofWorkspace.has(id) ? id : null,
        }));
    }
  }
  if (ofWorkspace.size === 0) return [single];
  return [...ofWorkspace]
    .sort()
    .slice(0, MAX_ENVIRONMENTS)
    .map((id) => ({ ...single, id, tier: tierOf(id), workspace: id }));
}

/** The values that files of variables give; later files win. */
function valuesIn(
  documents: readonly DataDocument[],
  read: ReadNode,
): ReadonlyMap<string, HclValue> {
  const values = new Map<string, HclValue>();
  for (const document of documents) {
    for (const root of document.roots) {
      for (const { key, value } of root.type === 'map' ? root.entries : [])
        values.set(key, constant(value, read));
    }
  }
  return values;
}

/** Values in files of variables refer to nothing. */
function constant(node: Parameters<typeof valueOfNode>[0], read: ReadNode): HclValue {
  return valueOfNode(node, emptyScope(allowance(50_000)), read);
}
