import { baseName, type FilePath, folderOf } from '../../model/source.ts';

/** Folders that hold templates or their parameters apart from each other: what lies in them belongs to the folder above. */
const parts =
  /^(?:parameters?|params?|config|configs|configuration|env|envs|environments?|templates?|stacks?|resources?|vars)$/i;

/** Templates with the files beside them that give values. Output of tools is nobody's source. */
export function byProject(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const services = new Set(files.filter(isServiceFile).map(folderOf));
  const groups = new Map<string, FilePath[]>();
  for (const file of files) {
    if (/(?:^|\/)(?:cdk\.out|\.aws-sam|\.serverless|\.build|node_modules)\//.test(file)) continue;
    const folder = serviceOf(file, services) ?? projectOf(file);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}

/** `serverless.yml` and its like, which take their resources from files anywhere below them. */
export function isServiceFile(file: string): boolean {
  return /^serverless(?:[.-][\w-]{1,40})?\.(?:ya?ml|json)$/.test(baseName(file));
}

function serviceOf(file: string, services: ReadonlySet<string>): string | null {
  if (services.size === 0) return null;
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (services.has(folder)) return folder;
    if (folder === '') return null;
  }
}

function projectOf(file: string): string {
  const folders = folderOf(file).split('/');
  while (parts.test(folders.at(-1) ?? '')) folders.pop();
  return folders.join('/');
}
