import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Warp's own folder. */
export const markers = ['.warp'];

/** One unit per folder with files of Warp's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Warp. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)(?:\.warp\/|WARP\.md$)/.test(file);
}
