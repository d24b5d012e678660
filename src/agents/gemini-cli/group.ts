import type { FilePath } from '../../model/source.ts';
import { groupByProject, projectFolderOf } from '../../recognize/agent/agent-group.ts';

const markers = ['.gemini'];

/** The folder an agent file belongs to: the one that holds `.gemini`. */
export function projectFolder(file: string): string {
  return projectFolderOf(file, markers);
}

/** Whether the file belongs to nobody but Gemini CLI: prose counts at the root only, deeper down it joins what lies above. */
export function isOwn(file: string): boolean {
  if (/(?:^|\/)\.gemini\/|(?:^|\/)\.geminiignore$/.test(file)) return true;
  return file === 'GEMINI.md';
}

/** One unit per folder with Gemini CLI's own files. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}
