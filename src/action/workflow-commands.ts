import { randomUUID } from 'node:crypto';

/** A note at a line of a file, shown in the pull request's diff. Lines and columns are 1-based. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/**
 * The line that makes the runner show an annotation.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationCommand(annotation: Annotation): string {
  const { level, title, message, file, line, endLine, column, endColumn } = annotation;
  // The runner takes columns only for an annotation of a single line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ title, file, line, endLine, ...columns })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${escapeData(message)}`;
}

/** One command without properties, e.g. `error`. */
export function plainCommand(level: Annotation['level'], message: string): string {
  return `::${level}::${escapeData(message)}`;
}

/** Text that holds names out of the scanned tree, printed so that none of its lines can be taken for a command. */
export function inertLog(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.replace(/\n?$/, '\n')}::${token}::\n`;
}

/** Lines for the file `GITHUB_OUTPUT`; the delimiter is random, so that no value can end its own block. */
export function outputLines(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const delimiter = `riskscan_${randomUUID()}`;
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
