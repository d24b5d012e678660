/** A path seen from a folder of the tree; `null` where it leaves the tree or is not of this machine. */
export function pathFrom(folder: string, path: string): string | null {
  if (/^(?:[/~\\]|[a-z]+:)/i.test(path)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
