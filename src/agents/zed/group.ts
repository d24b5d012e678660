import type { FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Folders that hold files of Zed. */
export const markers = ['.zed'] as const;

/** One unit per folder with Zed's settings; prose joins the nearest one. */
export function groupFiles(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, (file) => /(?:^|\/)\.zed\//.test(file));
}
