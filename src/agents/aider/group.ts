import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** One unit per folder with Aider's own files; its conventions join the nearest one. */
export function groupFiles(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, [], (file) => baseName(file) !== 'CONVENTIONS.md');
}
