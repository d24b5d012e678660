/** Path relative to the scanned root, with forward slashes; the root itself is never a `FilePath`. */
export type FilePath = string & { readonly __brand: 'FilePath' };

/** Half-open range of UTF-16 offsets, 0-based, into the decoded text of `file`. */
export interface SourceRange {
  readonly file: FilePath;
  readonly start: number;
  readonly end: number;
}

/** A source range with a noun phrase that says what stands there, e.g. "the token this agent can read". */
export interface Location extends SourceRange {
  readonly label: string;
}

/** Brands a string that is already root-relative with forward slashes. */
export function filePath(text: string): FilePath {
  return text as FilePath; // the only place a FilePath is made; callers pass discovered paths
}

/** Folder of a file, `''` for one at the root. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

/** Last segment of a path. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Whether a file lies in the user's home instead of the tree; a folder of the tree that is really named `~` is written `./~`. */
export function isHome(file: string): boolean {
  return file.startsWith('~/');
}
