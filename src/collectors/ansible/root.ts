import { type FilePath, folderOf } from '../../model/source.ts';

/** Folders by whose names Ansible finds what belongs to a project. */
const partFolder =
  /^(?:group_vars|host_vars|inventory|inventories|playbooks?|roles|tasks|handlers|environments|envs)$/;

/** The folder that a file of an Ansible project is run from: above the folders that Ansible knows by name. */
export function rootOf(file: string): string {
  const folders = folderOf(file).split('/');
  const part = folders.findIndex((name) => partFolder.test(name));
  return (part < 0 ? folders : folders.slice(0, part)).join('/');
}

/** One unit for each project. A folder with nothing but YAML in it is one too, and gives nothing where no play stands in it. */
export function byRoot(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const roots = new Map<string, FilePath[]>();
  for (const file of files) {
    const root = rootOf(file);
    const list = roots.get(root);
    if (list === undefined) roots.set(root, [file]);
    else list.push(file);
  }
  return [...roots.values()];
}
