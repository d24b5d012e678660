import type { FilePath } from '../../model/source.ts';
import { groupByProject, projectFolderOf } from '../../recognize/agent/agent-group.ts';

const markers = ['.qwen'];

/** The folder an agent file belongs to: the one that holds `.qwen`. */
export function projectFolder(file: string): string {
  return projectFolderOf(file, markers);
}

/** Whether the file belongs to nobody but Qwen Code. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.qwen\/|(?:^|\/)\.qwenignore$/.test(file) || file === 'QWEN.md';
}

/** One unit per folder with Qwen Code's own files. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}
