import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** OpenHands's own folder. */
export const markers = ['.openhands'];

/** One unit per folder with files that are, or may be, of OpenHands's own: other tools call their file `config.toml` too. */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const here = files.filter(
    (file) => baseName(file) !== 'config.toml' || !/(?:^|\/)\.(?!openhands\/)[\w-]+\//.test(file),
  );
  return groupByProject(here, markers, isOwn);
}

/** `AGENTS.md` alone is no sign of OpenHands. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)(?:\.openhands\/|\.openhands_instructions$|config\.toml$)/.test(file);
}
