import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** One unit per folder with a `.replit` or the prose of Replit's agent. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, [], (file) => /^(?:\.replit|replit\.md)$/.test(baseName(file)));
}
