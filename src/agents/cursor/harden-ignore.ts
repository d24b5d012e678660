import { baseName } from '../../model/source.ts';

/** The ignore file with a line for each of these files that no line of it names yet. */
export function hiddenFiles(text: string, files: readonly string[]): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\uFEFF/, '').trim());
  // What takes back earlier lines must stand before ours.
  const hasExceptions = lines.some((line) => line.startsWith('!'));
  const missing = files.filter(
    (file) =>
      !lines.includes(`/${file}`) && (hasExceptions || !lines.some((line) => names(line, file))),
  );
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : text + eol;
  return start + missing.map((file) => `/${file}${eol}`).join('');
}

/** Whether a line without folders names the file by its own name: `.env*`. */
function names(line: string, file: string): boolean {
  if (line === '' || line.startsWith('#') || line.includes('/')) return line === file;
  const parts = line.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length <= 4 && new RegExp(`^${parts.join('.*')}$`).test(baseName(file));
}
