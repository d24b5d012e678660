/**
 * The text of an ignore file in gitignore syntax that hides these files, given by path relative to its folder. Files that it plainly hides already
 * are left out; new lines go to the end, where no exception takes them back.
 */
export function hideInIgnoreFile(text: string, paths: readonly string[]): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\uFEFF/, '').trim());
  const exception = lines.findLastIndex((line) => line.startsWith('!'));
  const counting = lines
    .slice(exception + 1)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const missing = [...new Set(paths)].filter((path) => !counting.some((line) => hides(line, path)));
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const joint = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${joint}${missing.map((path) => `/${path}${eol}`).join('')}`;
}

/** The plain cases: the path itself, or a name that any part of it may have. Whatever else hides it gets a line too many, which does no harm. */
function hides(line: string, path: string): boolean {
  const pattern = line.replace(/^(?:\*\*\/|\.\/)/, '').replace(/^\//, '');
  if (pattern === path && !line.startsWith('**/')) return true;
  const isFolder = pattern.endsWith('/');
  const name = pattern.replace(/\/$/, '');
  if (name === '' || name.includes('/') || /^\.?\/\S/.test(line) || /[[\]?\\]/.test(name)) {
    return false;
  }
  const parts = path.split('/').slice(0, isFolder ? -1 : undefined);
  return parts.some((part) => globCovers(name, part));
}

function globCovers(glob: string, name: string): boolean {
  const [first = '', ...others] = glob.split(/\*+/);
  if (others.length === 0) return glob === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const found = index === others.length - 1 ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}
