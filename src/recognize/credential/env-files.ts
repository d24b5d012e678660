import type { ShellCommand } from '../../model/document.ts';
import { type EntityKey, entityKey } from '../../model/fact.ts';

const flags = /^(?:-e|-f|--env-file|--env-file-if-exists|--environments-file|--dotenv)$/;
const joinedFlag = /^(?:--env-file|--env-file-if-exists|-e|-f)=(.+)$/;
const loaders = /^(?:dotenv|dotenvx|env-cmd|node|tsx|bun|docker|docker-compose|uv|deno)$/;

/**
 * The environments of the env files that a command line loads, in the order in which they count: `dotenv -e ../.env.test -- prisma …`,
 * `node --env-file=.env …`. Paths are relative to `folder`; what leads out of the tree names no file of it.
 */
export function envFilesOf(command: ShellCommand, folder: string): readonly EntityKey[] {
  const words = command.words.map((word) => word.text ?? '');
  if (!words.some((word) => loaders.test(word.split('/').at(-1) ?? ''))) return [];
  const found: EntityKey[] = [];
  for (const [index, word] of words.entries()) {
    const path = joinedFlag.exec(word)?.[1] ?? (flags.test(word) ? words[index + 1] : undefined);
    if (path === undefined || !/(?:^|\/)[\w.-]*env[\w.-]*$/i.test(path)) continue;
    const file = resolved(folder, path);
    if (file !== null) found.push(entityKey(`environment:${file}`));
  }
  return found;
}

function resolved(folder: string, path: string): string | null {
  if (path.startsWith('/') || path.startsWith('~')) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
