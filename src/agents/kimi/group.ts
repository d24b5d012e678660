import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Kimi Code's own folder. */
export const markers = ['.kimi-code'];

/** One unit per folder with files of Kimi Code's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Kimi Code. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.kimi-code\//.test(file);
}
