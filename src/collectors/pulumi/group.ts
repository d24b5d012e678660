import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { isForeign } from '../../recognize/program/program-files.ts';

/** Whether a file describes a project. */
export function isProject(file: string): boolean {
  return /^Pulumi\.ya?ml$/.test(baseName(file as FilePath));
}

/** The stack whose values a file holds, `null` for other files: `Pulumi.prod.yaml`. */
export function stackOfFile(file: string): string | null {
  return /(?:^|\/)Pulumi\.([\w.-]{1,100})\.ya?ml$/.exec(file)?.[1] ?? null;
}

/** One unit for each folder with a `Pulumi.yaml`: the files below it that no deeper one claims, the project first. */
export function byProject(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const projects = new Map<string, FilePath[]>();
  for (const file of files)
    if (isProject(file) && !isForeign(file)) projects.set(folderOf(file), [file]);
  for (const file of files) {
    if (isProject(file) || isForeign(file)) continue;
    projectOf(file, projects)?.push(file);
  }
  return [...projects.values()];
}

function projectOf(
  file: FilePath,
  projects: ReadonlyMap<string, FilePath[]>,
): FilePath[] | undefined {
  let folder = folderOf(file);
  for (;;) {
    const project = projects.get(folder);
    if (project !== undefined || folder === '') return project;
    folder = folderOf(folder);
  }
}
