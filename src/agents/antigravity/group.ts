import type { FilePath } from '../../model/source.ts';
import { groupByProject, projectFolderOf } from '../../recognize/agent/agent-group.ts';

const markers = ['.antigravity', '.agents'];

/** The folder an agent file belongs to: the one that holds `.antigravity` or `.agents`. */
export function projectFolder(file: string): string {
  return projectFolderOf(file, markers);
}

/** Whether the file belongs to Antigravity alone: other agents keep rules and skills in `.agents` too. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)(?:\.antigravity\/settings|\.agents\/(?:mcp_config|hooks))\.json$/.test(file);
}

/** One unit per folder with Antigravity's own files. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(files, markers, isOwn);
}
