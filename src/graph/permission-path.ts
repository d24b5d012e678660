/**
 * Whether a gitignore-style pattern names this file: by its own path or by that of a folder above it. A leading `!` is not looked at. Patterns
 * that leave the tree (`~/…`, `//…`) name no file in it.
 * @see https://git-scm.com/docs/gitignore
 */
export function pathMatches(pattern: string, folder: string, file: string): boolean {
  const inside = relativeTo(folder, file);
  if (inside === undefined) return false;
  return expandBraces(pattern.startsWith('!') ? pattern.slice(1) : pattern).some((alternative) =>
    matchesOne(alternative, inside.split('/')),
  );
}

function relativeTo(folder: string, file: string): string | undefined {
  if (folder === '' || folder === '.') return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

function matchesOne(pattern: string, path: readonly string[]): boolean {
  if (pattern.startsWith('//') || pattern.startsWith('~')) return false;
  const folderOnly = pattern.endsWith('/');
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  if (bare === '') return false;
  const isAnchored = bare.includes('/');
  const wanted = bare.replace(/^\//, '').split('/');
  const segments = isAnchored ? wanted : ['**', ...wanted];
  for (let length = path.length; length > 0; length -= 1) {
    if (length === path.length && folderOnly) continue;
    if (segmentsMatch(segments, path.slice(0, length))) return true;
  }
  return false;
}

/** Dynamic programming over segments, so `**` cannot blow up. */
function segmentsMatch(wanted: readonly string[], path: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const [position, segment] of wanted.entries()) {
    const next = new Set<number>();
    for (const start of reachable) {
      if (segment !== '**') {
        const candidate = path[start];
        if (candidate !== undefined && segmentMatches(segment, candidate)) next.add(start + 1);
        continue;
      }
      // A trailing `**` needs something below it.
      const least = position === wanted.length - 1 ? start + 1 : start;
      for (let end = least; end <= path.length; end += 1) next.add(end);
    }
    reachable = next;
  }
  return reachable.has(path.length);
}

function segmentMatches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^$(){}|\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\?/g, '[^/]')
    .replace(/\[!/g, '[^');
  try {
    return new RegExp(`^${source}$`).test(text);
  } catch {
    // An unbalanced bracket stands for itself.
    return pattern === text;
  }
}

const maxAlternatives = 64;

/** Not gitignore, but several agents take `*.{pem,key}`. */
function expandBraces(pattern: string): readonly string[] {
  let open = [pattern];
  for (let round = 0; round < 8; round += 1) {
    const next = open.flatMap((text) => {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(text);
      const [whole, inner] = braces ?? [];
      if (whole === undefined || inner === undefined) return [text];
      return inner.split(',').map((part) => text.replace(whole, () => part));
    });
    if (next.length === open.length || next.length > maxAlternatives) return open;
    open = next;
  }
  return open;
}
