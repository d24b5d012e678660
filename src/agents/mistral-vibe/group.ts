import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Vibe's own folder. */
export const markers = ['.vibe'];

/** One unit per folder with files of Vibe's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Vibe. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.vibe\//.test(file);
}
