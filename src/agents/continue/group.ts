import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Folders that hold files of Continue. */
export const markers = ['.continue'] as const;

/** One unit per folder with Continue's own files; `AGENTS.md` joins the nearest one. */
export function groupFiles(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, (file) => baseName(file) !== 'AGENTS.md');
}
