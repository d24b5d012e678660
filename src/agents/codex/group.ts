import type { FilePath } from '../../model/source.ts';
import { groupByProject, projectFolderOf } from '../../recognize/agent/agent-group.ts';

const markers = ['.codex'];

/** The folder an agent file belongs to: the one that holds `.codex`. */
export function projectFolder(file: string): string {
  return projectFolderOf(file, markers);
}

/** One unit per folder with Codex's own files. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, (file) => /(?:^|\/)\.codex\//.test(file));
}
