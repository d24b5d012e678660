import type { DataDocument, Document } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf } from '../../model/source.ts';
import { createNodeReader, type ReadNode } from '../../recognize/hcl/expression-cache.ts';
import { allowance } from '../../recognize/hcl/scope.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { type EnvironmentPlan, environmentsOf } from './environments.ts';
import { type Evaluation, MAX_MODULES, MAX_RESOURCES, MAX_STEPS } from './evaluation.ts';
import { isCode, isLock, isValues } from './group.ts';
import { meaningsOf } from './meaning.ts';
import { modulesOf } from './module-code.ts';
import { usableVersions } from './provider-versions.ts';
import { type Root, rootsOf } from './roots.ts';
import { stagesInRuns } from './run-values.ts';
import { declaredBy, type StackPlan } from './stack.ts';
import { stackFacts } from './stack-facts.ts';
import { tierOfStack } from './stack-tier.ts';
import { createStageWords, type StageWords, stageVariable } from './stage-words.ts';
import { stateOf } from './state.ts';
import { isStateElsewhere } from './state-hints.ts';
import { isTerragrunt, unitModules, unitsOf, unitValues } from './terragrunt.ts';
import { assignVariableFiles } from './variable-files.ts';

/** Evaluates every root module of the tree, once for each environment it is run for. */
export const collect: Collect = ({ documents }, knowledge) => {
  const data = documents.filter((document): document is DataDocument => document.shape === 'data');
  const modules = modulesOf(data.filter(({ file }) => isCode(file)));
  const files = assignVariableFiles(
    data.filter(({ file }) => isValues(file)),
    modules,
  );
  const wordsOf = createStageWords(modules);
  const hasOtherHome = isStateElsewhere(documents);
  const locks = new Map(
    data.filter(({ file }) => isLock(file)).map((document) => [folderOf(document.file), document]),
  );
  const tree: Tree = { knowledge, read: createNodeReader(), texts: textsOf(documents), locks };
  const runs = stagesInRuns(documents);
  // What the code itself asks for counts more than what one script gives.
  const withRuns = ({ code }: Root, words: StageWords): StageWords => {
    const named = runs.get(stageVariable(code) ?? '');
    return named === undefined || words.ofVariable.size > 0
      ? words
      : { ...words, ofVariable: named };
  };
  const units = unitsOf(
    data.filter(({ file }) => isTerragrunt(file)),
    modules,
  );
  const isUnit = new Set(units);
  const used = unitModules(units);
  const roots = rootsOf(
    modules,
    (folder) => files.has(folder),
    (folder) => used.has(folder),
  );
  const values = byFolder(data.filter(({ file }) => isValues(file)));
  return [...roots, ...units].flatMap((root) => {
    const { folder } = root.code;
    const given = isUnit.has(root) ? unitValues(folder, values) : files.get(folder);
    const plans = environmentsOf(root, given, withRuns(root, wordsOf(root.code)), tree.read);
    const other = root.isLibrary || hasOtherHome;
    return plans.flatMap((environment) => factsOf(tree, root, environment, other));
  });
};

function byFolder(
  documents: readonly DataDocument[],
): ReadonlyMap<string, readonly DataDocument[]> {
  const found = new Map<string, DataDocument[]>();
  for (const document of documents) {
    const folder = folderOf(document.file);
    found.set(folder, [...(found.get(folder) ?? []), document]);
  }
  return found;
}

interface Tree {
  readonly knowledge: Knowledge;
  readonly read: ReadNode;
  readonly texts: ReadonlyMap<string, string>;
  /** Versions of providers, by the folder they are locked for. */
  readonly locks: ReadonlyMap<string, DataDocument>;
}

function textsOf(documents: readonly Document[]): ReadonlyMap<string, string> {
  return new Map(documents.map(({ file, text }) => [file, text]));
}

function factsOf(
  tree: Tree,
  root: Root,
  environment: EnvironmentPlan,
  hasOtherHome: boolean,
): readonly Fact[] {
  const { knowledge } = tree;
  const state = stateOf(root.code, hasOtherHome);
  if (state === null) return [];
  const plan = stackPlan(root.code.folder, environment);
  const { declared } = declaredBy(evaluationOf(tree, root, environment), root.code, plan);
  const meanings = meaningsOf(declared, root.isLibrary, knowledge);
  const variable = stageVariable(root.code);
  const stage = variable === undefined ? undefined : stageValue(root, environment, variable);
  const tier = tierOfStack(environment, stage, state.names, meanings);
  return stackFacts({ plan, environment, ...tier, state, meanings, isLibrary: root.isLibrary });
}

function evaluationOf(tree: Tree, root: Root, environment: EnvironmentPlan): Evaluation {
  return {
    modules: root.modules,
    knowledge: tree.knowledge,
    read: tree.read,
    allowance: allowance(MAX_STEPS),
    workspace: environment.workspace,
    variables: environment.variables,
    mayUse: usableVersions(root.code, tree.locks.get(root.code.folder)),
    fileText: (path) => tree.texts.get(pathFrom('', path) ?? '') ?? null,
    budget: { modules: MAX_MODULES, resources: MAX_RESOURCES },
  };
}

/** What the variable that names the environment holds. */
function stageValue(root: Root, { variables }: EnvironmentPlan, name: string) {
  const given = variables.get(name);
  if (given !== undefined) return given;
  const fallback = root.code.variables.get(name)?.attributes.get('default')?.value;
  return fallback?.type === 'scalar' ? fallback.value : undefined;
}

function stackPlan(folder: string, { id }: EnvironmentPlan): StackPlan {
  const place = folder === '' ? '.' : folder;
  const key = entityKey(`tf:${place}${id === null ? '' : `@${id}`}`);
  const name = folder === '' ? 'the root module' : folder;
  const isSaid = id !== null && !folder.split('/').includes(id);
  return {
    key,
    name: isSaid ? `${name} (${id})` : name,
    folder,
    environment: entityKey(`environment:${key}`),
  };
}
