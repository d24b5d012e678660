import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Grok's own folder. */
export const markers = ['.grok'];

/** One unit per folder with files of Grok's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of Grok. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.grok\//.test(file);
}
