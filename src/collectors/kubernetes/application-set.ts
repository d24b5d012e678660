import { at, type DataNode, entries, items } from '../../model/document.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { type KubeObject, text } from './object.ts';

/** One application of Argo CD: written out, or made by a set for one of its elements. What only a run can tell is `null`. */
export interface Application {
  readonly name: string;
  readonly paths: readonly string[];
  readonly namespace: string | null;
  /** Names of the cluster it goes to. */
  readonly destinations: readonly string[];
}

/** What a generator fills the template with, by the name that the template uses. */
type Parameters = ReadonlyMap<string, string>;

/** Applications that one set makes. */
const maxApplications = 200;
const maxDepth = 3;

/** The application that an object is, or those that a set makes of what the tree shows. `folders` are those of the tree. */
export function applicationsOf(
  object: KubeObject,
  folders: ReadonlySet<string>,
): readonly Application[] {
  if (object.group !== 'argoproj.io') return [];
  if (object.kind === 'Application') return [filled(object.node, new Map())];
  if (object.kind !== 'ApplicationSet') return [];
  const spec = at(object.node, 'spec');
  const sets = generated(at(spec, 'generators'), folders, 0);
  return sets.map((parameters) => filled(at(spec, 'template'), parameters));
}

function filled(application: DataNode | undefined, parameters: Parameters): Application {
  const spec = at(application, 'spec');
  const read = (node: DataNode | undefined) => printed(node, parameters);
  const sources = [at(spec, 'source'), ...items(at(spec, 'sources'))];
  const destination = at(spec, 'destination');
  const places = ['name', 'server'].map((key) => read(at(destination, key)));
  return {
    name: read(at(application, 'metadata', 'name')) ?? '',
    paths: sources.flatMap((source) => read(at(source, 'path')) ?? []),
    namespace: read(at(destination, 'namespace')),
    destinations: places.flatMap((place) => place ?? []),
  };
}

/** A text of a template with its parameters in it, in the old notation (`{{path}}`) and in that of Go (`{{ .path.path }}`). */
function printed(node: DataNode | undefined, parameters: Parameters): string | null {
  if (node?.type !== 'scalar' && node?.type !== 'expr') return null;
  let isWhole = node.text !== '';
  const result = node.text
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replace(/\{\{-?\s*([^{}]{0,100}?)\s*-?\}\}/g, (_, expression: string) => {
      const value = parameters.get(expression.replace(/^\./, ''));
      if (value === undefined) isWhole = false;
      return value ?? '';
    });
  return isWhole && result !== '' ? result : null;
}

/** One set of parameters for each application. Clusters and pull requests are known elsewhere: their generators give one set that names nothing. */
function generated(
  generators: DataNode | undefined,
  folders: ReadonlySet<string>,
  depth: number,
): readonly Parameters[] {
  if (depth > maxDepth) return [];
  return items(generators)
    .flatMap((generator) => {
      const list = at(generator, 'list', 'elements');
      if (list !== undefined) return items(list).map((element) => flat(element));
      const git = at(generator, 'git');
      if (git !== undefined) return gitFolders(git, folders).map(folderParameters);
      const matrix = at(generator, 'matrix', 'generators');
      return matrix === undefined ? [new Map()] : product(items(matrix), folders, depth);
    })
    .slice(0, maxApplications);
}

function product(
  generators: readonly DataNode[],
  folders: ReadonlySet<string>,
  depth: number,
): readonly Parameters[] {
  let sets: readonly Parameters[] = [new Map()];
  for (const generator of generators.slice(0, 2)) {
    const { at: place } = generator;
    const more = generated({ type: 'list', items: [generator], at: place }, folders, depth + 1);
    sets = sets
      .flatMap((one) => more.map((other) => new Map([...one, ...other])))
      .slice(0, maxApplications);
  }
  return sets;
}

/** `{ cluster: { name: a } }` as `cluster.name`. */
function flat(node: DataNode, prefix = '', depth = 0): Parameters {
  const found = new Map<string, string>();
  if (depth > maxDepth) return found;
  for (const { key, value } of entries(node)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const own = value.type === 'scalar' ? text(value) : null;
    if (own !== null) found.set(name, own);
    for (const [inner, other] of flat(value, name, depth + 1)) found.set(inner, other);
  }
  return found;
}

/** Folders that a generator of the tree itself finds: those it names, and those of the files it names. */
function gitFolders(git: DataNode, folders: ReadonlySet<string>): readonly string[] {
  const files = items(at(git, 'files')).flatMap((file) => {
    const path = text(file, 'path');
    return path === null ? [] : [path.slice(0, Math.max(0, path.lastIndexOf('/')))];
  });
  const directories = items(at(git, 'directories'));
  const named = (isExcluded: boolean) =>
    directories.flatMap((directory) =>
      (text(directory, 'exclude') === 'true') === isExcluded ? (text(directory, 'path') ?? []) : [],
    );
  const wanted = [...files, ...named(false)].flatMap((path) => pathFrom('', path) ?? []);
  const unwanted = named(true).flatMap((path) => pathFrom('', path) ?? []);
  return [...folders].filter(
    (folder) =>
      wanted.some((pattern) => isLike(folder, pattern)) &&
      !unwanted.some((pattern) => isLike(folder, pattern)),
  );
}

/** `*` stands for one folder, `**` for any number of them at the end. */
function isLike(folder: string, pattern: string): boolean {
  const names = folder.split('/');
  const parts = pattern.split('/');
  const isDeep = parts.at(-1) === '**';
  if (isDeep) parts.pop();
  if (isDeep ? names.length < parts.length : names.length !== parts.length) return false;
  return parts.every((part, index) => part === '*' || part === names[index]);
}

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/ (read 2026-11-21) */
function folderParameters(folder: string): Parameters {
  const names = folder.split('/');
  const base = names.at(-1) ?? folder;
  return new Map([
    ['path', folder],
    ['path.path', folder],
    ['path.basename', base],
    ['path.basenameNormalized', base.toLowerCase()],
    ...names.map((name, index) => [`path[${index}]`, name] as const),
    ...names.map((name, index) => [`index .path.segments ${index}`, name] as const),
  ]);
}
