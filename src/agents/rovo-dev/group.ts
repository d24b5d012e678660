import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Rovo Dev's own folder. */
export const markers = ['.rovodev'];

/** One unit per folder with files of Rovo Dev's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Rovo Dev. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.rovodev\//.test(file);
}
