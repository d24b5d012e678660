import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Plugins lie in a folder that other agents use too. */
export const markers = ['.goose', '.agents'];

/** One unit per folder with files of Goose's own. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}

/** Plugins and `AGENTS.md` alone are no sign of Goose. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)(?:\.goose\/|\.goose(?:hints|ignore)$)/.test(file);
}
