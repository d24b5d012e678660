import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Folders that hold files of Roo Code. */
export const markers = ['.vscode', '.devcontainer', '.roo'] as const;

const joining = new Set(['AGENTS.md', '.rooignore', 'roo-code-settings.json']);

/** One unit per folder with Roo's own files; ignore files, prose and settings to import join the nearest one. */
export function groupFiles(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, (file) => !joining.has(baseName(file)));
}
