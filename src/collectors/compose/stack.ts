import { at, type DataDocument, entries } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { labelOf, preferenceOf, roleOf } from './file-name.ts';
import { filledIn, rawText, type Variables } from './interpolate.ts';
import { type Find, mergeProject, type Project } from './project.ts';
import { tierOfProject } from './stage.ts';

/** One way in which the compose files of a folder are brought up: a stage of the project. */
export interface Stack {
  readonly folder: string;
  /** Part of every key; `production` for all files of that tier, else the file's own label, empty for the base. */
  readonly id: string;
  /** The file this stack is named after. */
  readonly own: DataDocument;
  readonly project: Project;
  /** Name that `name:` or `COMPOSE_PROJECT_NAME` gives it, `null` where neither does. */
  readonly projectName: string | null;
  readonly tier: Tier;
  readonly variables: Variables;
  /** True when the file repeats the base with changes that no stage explains. */
  readonly isCopy: boolean;
}

/** The stacks of one folder. */
export function stacksOf(
  documents: readonly DataDocument[],
  variables: Variables,
  find: Find,
): readonly Stack[] {
  const listed = listedIn(documents[0], variables, find);
  const base =
    listed[0] ??
    documents
      .filter(({ file }) => roleOf(file) === 'base')
      .toSorted((a, b) => preferenceOf(a.file) - preferenceOf(b.file))[0];
  const overrides =
    listed.length > 0
      ? listed.slice(1)
      : documents.filter(({ file }) => roleOf(file) === 'override');
  const variants = documents.filter(
    (document) => roleOf(document.file) === 'variant' && !listed.includes(document),
  );
  const staged = variants.filter((file) => stageOf(file) !== null);
  const others = variants.filter((file) => stageOf(file) === null);
  const added = others.filter((file) => base !== undefined && !repeats(file, base));
  const stacks: Stack[] = [];
  if (base !== undefined) {
    const files = listed.length > 0 ? listed : [base, ...overrides, ...added];
    const project = mergeProject(files, find);
    const chosen = listed.flatMap((file) => stageOf(file) ?? []).at(-1);
    stacks.push({
      ...shared(base, variables, project),
      id: chosen ?? '',
      tier:
        chosen ??
        tierOfProject(base, project, variables, {
          hasOverride: overrides.length > 0,
          stages: staged.flatMap((file) => stageOf(file) ?? []),
        }),
      isCopy: false,
    });
  }
  for (const file of variants) {
    if (listed.length === 0 && added.includes(file)) continue;
    const stage = stageOf(file);
    const files = base !== undefined && needs(file, base) ? [base, file] : [file];
    const project = mergeProject(files, find);
    const tier =
      stage ?? tierOfProject(file, project, variables, { hasOverride: false, stages: [] });
    stacks.push({
      ...shared(file, variables, project),
      id: stage ?? labelOf(file.file),
      tier,
      isCopy: stage === null && base !== undefined,
    });
  }
  return stacks;
}

/**
 * Files that `COMPOSE_FILE` lists: they are the project, in this order, and nothing is found by its name then.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/envvars/#compose_file (read 2026-11-22)
 */
function listedIn(
  neighbour: DataDocument | undefined,
  variables: Variables,
  find: Find,
): readonly DataDocument[] {
  const list = variables.get('COMPOSE_FILE') ?? '';
  if (neighbour === undefined || list === '') return [];
  const separator = variables.get('COMPOSE_PATH_SEPARATOR') ?? (list.includes(';') ? ';' : ':');
  const folder = folderOf(neighbour.file);
  const files = list.split(separator).map((path) => pathFrom(folder, path.trim()));
  const found = files.flatMap((file) => (file === null ? [] : (find(file) ?? [])));
  // One that is not of the tree may say anything.
  return found.length === files.length ? found : [];
}

function shared(own: DataDocument, variables: Variables, project: Project) {
  const named = project.documents
    .toReversed()
    .map((document) => rawText(at(document.roots[0], 'name')))
    .find((name) => name !== null);
  const name = named ?? variables.get('COMPOSE_PROJECT_NAME') ?? null;
  const projectName = name === null ? null : filledIn(name, variables);
  return { folder: folderOf(own.file), own, project, projectName, variables };
}

/** The stage that a file names, itself or by its folder; a `.devcontainer` is on the developer's machine. */
function stageOf({ file }: DataDocument): Tier | null {
  if (/(?:^|\/)\.devcontainer\//.test(file)) return 'development';
  const own = tierOfPath(baseName(file));
  const tier = own ?? tierOfPath(file);
  return tier === 'unknown' ? null : tier;
}

/** A file that writes out a service of the base again is another version of it, not an addition. */
function repeats(file: DataDocument, base: DataDocument): boolean {
  return entries(at(file.roots[0], 'services')).some(
    ({ key, value }) => at(base.roots[0], 'services', key) !== undefined && isComplete(value),
  );
}

/** Whether a file says nothing sensible without the base: it changes a service of it, or leans on one. */
function needs(file: DataDocument, base: DataDocument): boolean {
  const services = entries(at(file.roots[0], 'services'));
  const own = new Set(services.map(({ key }) => key));
  return services.some(({ key, value }) => {
    if (at(base.roots[0], 'services', key) !== undefined && !isComplete(value)) return true;
    const leaned = at(value, 'depends_on');
    const names =
      leaned?.type === 'list'
        ? leaned.items.flatMap((item) => rawText(item) ?? [])
        : entries(leaned).map((entry) => entry.key);
    return names.some((name) => !own.has(name));
  });
}

function isComplete(service: Parameters<typeof at>[0]): boolean {
  return ['image', 'build', 'extends'].some((key) => at(service, key) !== undefined);
}
