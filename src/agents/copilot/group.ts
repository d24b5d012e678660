import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Folders that hold files of Copilot. */
export const markers = ['.vscode', '.github', '.devcontainer'] as const;

/** One unit per folder with Copilot's own files; prose and `.mcp.json`, which others read too, join the nearest one. */
export function groupFiles(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return groupByProject(
    files,
    markers,
    (file) => baseName(file) !== 'AGENTS.md' && baseName(file) !== '.mcp.json',
  );
}
