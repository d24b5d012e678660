import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Folders that are the agent's own; the middle one is the name before Devin's. */
export const markers = ['.devin', '.cognition', '.windsurf'];

/** One unit per folder with files of Devin's or Windsurf's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** Ignore files and `AGENTS.md` are shared with other tools, and no sign of this one. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)(?:\.(?:devin|cognition|windsurf)\/|\.windsurfrules$)/.test(file);
}
