import { isSecretName } from './secret-like.ts';

/** What the lines around one line say about it: all of it is secret, its value is, or nothing. */
export type LineSecret = 'all' | 'value' | 'none';

const lookBack = 200;
const opener =
  /(["'`]?)([\w.-]+)\1\s*[:=]\s*(?:[|>][+-]?\d?|<<[-~]?["']?\w+["']?|\[|\(|"""|'''|![\w-]+\s*[|>]?[+-]?)?\s*$/;
const pairName =
  /(?:^|[\s,{"'-])["']?(?:name|key|Name|Key|ParameterKey|variable)["']?\s*[:=]\s*["']?([\w.-]+)/;
const pairValue = /["']?(?:value|Value|ParameterValue|default|Default|stringValue)["']?\s*[:=]/;

/** Finds secrets whose announcement stands on another line: PEM bodies, block scalars, name/value pairs, Secret manifests. */
export function secretFromContext(file: string, lines: readonly string[], at: number): LineSecret {
  const line = lines[at] ?? '';
  if (line.trim() === '') return 'none';
  if (isInsidePem(lines, at) || isContinuedFlag(lines, at)) return 'all';
  if (/(?:^|\/)\.?(?:pgpass|netrc|htpasswd)(?:\.\w+)?$/.test(file)) return 'all';
  if (isPairValue(lines, at)) return 'value';
  return fromParents(lines, at);
}

function isInsidePem(lines: readonly string[], at: number): boolean {
  for (let i = at; i >= 0 && i > at - lookBack; i -= 1) {
    const line = lines[i] ?? '';
    if (/-----END [A-Z ]*KEY/.test(line) && i < at) return false;
    if (/-----BEGIN [A-Z ]*KEY/.test(line)) return i < at;
  }
  return false;
}

/** `--password \` or `"--password",` with the value on this line. */
function isContinuedFlag(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? '';
  const flag = /(?:^|[\s"'])--?([A-Za-z][\w-]*)["']?\s*(?:\\|,)\s*$/.exec(before)?.[1];
  const listed = /^\s*-\s*["']?--?([A-Za-z][\w-]*)["']?\s*$/.exec(before)?.[1];
  const name = flag ?? listed;
  return name !== undefined && isSecretName(name) && !/^\s*(?:-\s+)?["']?--/.test(lines[at] ?? '');
}

/** `value:` next to `name: DB_PASSWORD`, in either order. */
function isPairValue(lines: readonly string[], at: number): boolean {
  if (!pairValue.test(lines[at] ?? '')) return false;
  for (const step of [0, -1, -2, -3, 1, 2, 3]) {
    const name = pairName.exec(lines[at + step] ?? '')?.[1];
    if (name !== undefined) return isSecretName(name);
  }
  return false;
}

/** Walks up the enclosing lines by indentation. */
function fromParents(lines: readonly string[], at: number): LineSecret {
  let indent = indentOf(lines[at] ?? '');
  let nearest = true;
  for (let i = at - 1; i >= 0 && i > at - lookBack && indent > 0; i -= 1) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    if (
      nearest &&
      /^\s*["']?(?:stringData|data)["']?\s*:/.test(line) &&
      isSecretManifest(lines, i)
    ) {
      return 'value';
    }
    const name = opener.exec(line.slice(-300))?.[2];
    if (name !== undefined && isSecretName(name) && nearest)
      return parentSays(line, lines[at] ?? '');
    nearest = false;
  }
  return 'none';
}

/** Below a secret name stand its text, its list, or named settings, of which only the values may be secret. */
function parentSays(parent: string, line: string): LineSecret {
  const isText = /(?:[|>][+-]?\d?|<<[-~]?["']?\w+["']?|"""|''')\s*$/.test(parent.slice(-300));
  if (isText || !/^\s*["']?[\w.-]+["']?\s*[:=]/.test(line)) return 'all';
  return /^\s*["']?(?:value|default|data|plain|text)["']?\s*[:=]/i.test(line) ? 'value' : 'none';
}

function isSecretManifest(lines: readonly string[], at: number): boolean {
  const isSeparator = (line: string | undefined) => line === undefined || /^---/.test(line);
  for (const step of [-1, 1]) {
    for (let i = at; !isSeparator(lines[i]); i += step) {
      if (/^\s*["']?kind["']?\s*:\s*["']?(?:Sealed)?Secret\b/.test(lines[i] ?? '')) return true;
    }
  }
  return false;
}

/** A list item counts as one step deeper than its dash, because YAML lets lists stand at their key's column. */
function indentOf(line: string): number {
  const blank = /^\s*/.exec(line)?.[0].length ?? 0;
  return /^\s*-\s/.test(line) ? blank + 1 : blank;
}
