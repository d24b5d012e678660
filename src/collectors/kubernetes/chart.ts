import type { DataDocument, DataNode } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { type KubeObject, maxObjects, text } from './object.ts';
import { merged } from './patch.ts';
import { bundledDatabases } from './release.ts';
import { rendered } from './render.ts';
import { settingsOfValues } from './values-settings.ts';

/** One way to install a chart of the tree: with the values of one stage. */
export interface ChartStage {
  readonly folder: string;
  /** Part of the instance's id. */
  readonly label: string;
  readonly tier: Tier | null;
  readonly objects: readonly KubeObject[];
}

/** Stages of one chart that are rendered. */
const maxStages = 20;

/** Folders of charts, from the file that makes each one. */
export function chartFolders(
  documents: readonly DataDocument[],
): ReadonlyMap<string, DataDocument> {
  return new Map(
    documents
      .filter(({ file }) => /^Chart\.ya?ml$/.test(baseName(file)))
      .map((document) => [folderOf(document.file), document]),
  );
}

/** Whether a file belongs to a chart: it is deployed through that and never by itself. */
export function isOfChart(file: string, charts: ReadonlyMap<string, unknown>): boolean {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) {
    if (charts.has(folder)) return true;
  }
  return charts.has('');
}

/** The charts of a tree, once for each stage that a file of values stands for. Values that are kept elsewhere nobody can know. */
export function chartStages(
  documents: readonly DataDocument[],
  charts: ReadonlyMap<string, DataDocument>,
): readonly ChartStage[] {
  const owned = new Map<string, DataDocument[]>();
  for (const document of documents) {
    const folder = chartOf(document.file, charts);
    if (folder === null) continue;
    const list = owned.get(folder);
    if (list === undefined) owned.set(folder, [document]);
    else list.push(document);
  }
  return [...charts].flatMap(([folder, chart]) => stagesOf(folder, chart, owned.get(folder) ?? []));
}

/** The innermost chart that a file lies in. */
function chartOf(file: string, charts: ReadonlyMap<string, unknown>): string | null {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (charts.has(folder)) return folder;
    if (folder === '') return null;
  }
}

function stagesOf(
  folder: string,
  chart: DataDocument,
  files: readonly DataDocument[],
): readonly ChartStage[] {
  const inside = (file: string) => (folder === '' ? file : file.slice(folder.length + 1));
  const templates = files.filter(({ file }) => /^templates\/(?!tests\/)/.test(inside(file)));
  const base = files.find(({ file }) => /^values\.ya?ml$/.test(inside(file)));
  const staged = files.filter(
    ({ file }) =>
      file !== base?.file &&
      /^(?:[\w.-]*values[\w.-]*|(?:values|env|envs|environments|stages|config|deploy)\/[\w./-]+)\.ya?ml$/.test(
        inside(file),
      ) &&
      tierOfPath(inside(file)) !== null,
  );
  const name = text(chart.roots[0], 'name') ?? baseName(folder);
  const stages: readonly (DataDocument | undefined)[] =
    staged.length === 0 ? [undefined] : staged.slice(0, maxStages);
  return stages.map((file) => {
    const values = mergedValues(base?.roots[0], file?.roots[0]);
    const objects = templates
      .flatMap((template) => rendered(template, { values, name }))
      .slice(0, maxObjects);
    return {
      folder,
      label: file === undefined ? '' : inside(file.file),
      tier: file === undefined ? tierOfPath(`${folder}/x`) : tierOfPath(inside(file.file)),
      objects: [
        ...objects,
        ...bundledDatabases(chart, values, name),
        ...settingsOfValues(values, file ?? base ?? chart),
      ],
    };
  });
}

/** Values laid over values, as Helm does: maps are joined, everything else is replaced, `null` takes away. */
function mergedValues(
  base: DataNode | undefined,
  over: DataNode | undefined,
): DataNode | undefined {
  if (over === undefined) return base;
  return merged(base, over);
}
