import { at, type DataEntry, type DataNode, type Document, items } from '../../model/document.ts';
import { texts } from '../../recognize/pipeline/plain-job.ts';

/** One job or template, with the file it stands in. */
export interface GitlabJob {
  readonly document: Document;
  readonly entry: DataEntry;
}

/** Everything that one pipeline is made of, included files of the repository read in place. */
export interface GitlabPipeline {
  readonly jobs: ReadonlyMap<string, GitlabJob>;
  readonly roots: readonly DataNode[];
}

/** Keys of a pipeline that are no jobs. */
const settings = new Set(
  [
    'default',
    'include',
    'stages',
    'variables',
    'workflow',
    'image',
    'services',
    'cache',
    'spec',
  ].concat(['before_script', 'after_script', 'types']),
);
const maxFiles = 200;

/** A pipeline from its first file and what it includes; later definitions of a job replace earlier ones, as in GitLab. */
export function pipelineFrom(first: Document, all: readonly Document[]): GitlabPipeline {
  const files: Document[] = [];
  const seen = new Set<Document>();
  const visit = (document: Document): void => {
    if (seen.has(document) || seen.size >= maxFiles) return;
    seen.add(document);
    for (const root of rootsOf(document)) {
      for (const path of includedPaths(at(root, 'include'))) {
        for (const other of all) if (isPath(other.file, path)) visit(other);
      }
    }
    files.push(document);
  };
  visit(first);
  const jobs = new Map<string, GitlabJob>();
  for (const document of files) {
    for (const root of rootsOf(document)) {
      if (root.type !== 'map') continue;
      for (const entry of root.entries) {
        if (!settings.has(entry.key) && entry.value.type === 'map') {
          jobs.set(entry.key, { document, entry });
        }
      }
    }
  }
  return { jobs, roots: files.flatMap(rootsOf) };
}

function rootsOf(document: Document): readonly DataNode[] {
  return document.shape === 'data' ? document.roots : [];
}

/** `include: path`, `include: { local: path }`, or a list of either. */
function includedPaths(node: DataNode | undefined): readonly string[] {
  if (node?.type === 'list') return node.items.flatMap(includedPaths);
  if (node?.type === 'scalar') return /^https?:/.test(node.text) ? [] : [node.text];
  return texts(at(node, 'local'));
}

/** Paths are from the root, with or without a slash, and may hold stars. */
function isPath(file: string, path: string): boolean {
  const wanted = path.replace(/^\.?\//, '');
  const star = wanted.indexOf('*');
  if (star < 0) return file === wanted;
  return (
    file.startsWith(wanted.slice(0, star)) &&
    file.endsWith(wanted.slice(wanted.lastIndexOf('*') + 1))
  );
}

/** A setting of a job, from itself or from what it extends, the last of which counts most. */
export function settingOf(
  job: DataNode,
  key: string,
  pipeline: GitlabPipeline,
): DataNode | undefined {
  for (const one of [job, ...ancestorsOf(job, pipeline)]) {
    const found = at(one, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** More than people write, whose jobs extend one or two others; GitLab follows `extends` eleven levels deep. */
const maxParents = 20;
const maxAncestors = 60;
const known = new WeakMap<GitlabPipeline, Map<DataNode, readonly DataNode[]>>();

/** Everything that a job extends, at any distance, what counts most first. */
function ancestorsOf(job: DataNode, pipeline: GitlabPipeline): readonly DataNode[] {
  const all = known.get(pipeline) ?? new Map<DataNode, readonly DataNode[]>();
  known.set(pipeline, all);
  const told = all.get(job);
  if (told !== undefined) return told;
  const found = new Set<DataNode>();
  const visit = (node: DataNode): void => {
    for (const name of texts(at(node, 'extends')).slice(-maxParents).toReversed()) {
      const parent = pipeline.jobs.get(name)?.entry.value;
      if (parent === undefined || parent === job || found.has(parent)) continue;
      if (found.size >= maxAncestors) return;
      found.add(parent);
      visit(parent);
    }
  };
  visit(job);
  const ancestors = [...found];
  all.set(job, ancestors);
  return ancestors;
}

/** References of one script that are followed. */
const maxReferences = 100;

/** Lines of a script; `!reference [.job, script]` stands for the lines of that job. */
export function linesOf(
  node: DataNode | undefined,
  pipeline: GitlabPipeline,
  seen: Set<string> = new Set(),
): readonly DataNode[] {
  if (node === undefined) return [];
  if (node.type !== 'list') return [node];
  return node.items.flatMap((item) => {
    const [name, key] = items(item).map((part) => (part.type === 'scalar' ? part.text : ''));
    const referred = name === undefined ? undefined : pipeline.jobs.get(name);
    if (referred === undefined || key === undefined) return [item];
    const id = `${name} ${key}`;
    if (seen.has(id) || seen.size >= maxReferences) return [];
    seen.add(id);
    return linesOf(settingOf(referred.entry.value, key, pipeline), pipeline, seen);
  });
}
