import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Trae's own folder. */
export const markers = ['.trae'];

/** One unit per folder with files of Trae's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Trae. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.trae\//.test(file);
}
