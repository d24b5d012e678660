import type { McpSpec, McpSwitch } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { McpEntry } from './mcp-entry.ts';

/** Whether the server only reads, as its entry says or as it comes; `place` is where a missing switch could stand. */
export function readOnlyOf(entry: McpEntry, spec: McpSpec, place: SourceRange): Value<boolean> {
  if (spec.readOnly.length === 0 && spec.writesWith.length > 0) {
    const opened = firstOn(entry, spec.writesWith);
    if (opened === 'unknown') return unknown('interpolated', place);
    return opened === null ? byDefault(true, place, spec.source) : written(false, opened.at);
  }
  const closed = firstOn(entry, spec.readOnly);
  if (closed === 'unknown') return unknown('interpolated', place);
  if (closed !== null) return written(true, closed.at);
  if (spec.writesWith.length > 0) {
    const opened = firstOn(entry, spec.writesWith);
    if (opened === 'unknown') return unknown('interpolated', place);
    if (opened === null) return byDefault(true, place, spec.source);
  }
  const off = spec.readOnly.map((wanted) => find(entry, wanted)).find((found) => found !== null);
  return off === undefined || off === null
    ? byDefault(false, place, spec.source)
    : written(false, off.at);
}

/** Whether the entry confines the server to one project or to harmless tools. */
export function narrowedOf(entry: McpEntry, spec: McpSpec, place: SourceRange): Value<boolean> {
  const found = firstOn(entry, spec.narrowedBy);
  if (found === 'unknown') return unknown('interpolated', place);
  return found === null ? byDefault(false, place, spec.source) : written(true, found.at);
}

interface Found {
  /** Empty for a flag without value. */
  readonly text: string;
  readonly at: SourceRange;
}

function firstOn(entry: McpEntry, switches: readonly McpSwitch[]): Found | 'unknown' | null {
  let isUnsure = false;
  for (const wanted of switches) {
    const found = find(entry, wanted);
    if (found === null) continue;
    if (/^\$\{|^\$[A-Z]|^\{\{/.test(found.text) && wanted.values.length > 0) isUnsure = true;
    else if (isOn(found.text, wanted.values)) return found;
  }
  return isUnsure ? 'unknown' : null;
}

function isOn(text: string, values: readonly string[]): boolean {
  if (values.length === 0) return !/^(?:false|0|no|off)$/i.test(text);
  const given = text.toLowerCase();
  if (values.some((value) => value.toLowerCase() === given)) return true;
  // `--read-only` and `=1` say what `=true` says.
  return (
    values.some((value) => value.toLowerCase() === 'true') && /^(?:|1|true|yes|on)$/.test(given)
  );
}

function find(entry: McpEntry, wanted: McpSwitch): Found | null {
  const name = plain(wanted.name);
  switch (wanted.in) {
    case 'argument':
      return argument(entry, name);
    case 'variable':
      return pair(entry.variables, name);
    case 'header':
      return pair(entry.headers, name);
    case 'parameter':
      return parameter(entry, name);
    case 'path':
      return addresses(entry).find(({ text }) => pathOf(text).includes(wanted.name)) ?? null;
  }
}

function argument(entry: McpEntry, name: string): Found | null {
  for (const [index, word] of entry.words.entries()) {
    const [flag, value] = split(word.text);
    if (!flag.startsWith('-') || plain(flag) !== name) continue;
    const next = entry.words[index + 1]?.text ?? '';
    return { text: value ?? (next.startsWith('-') || next === '' ? '' : next), at: word.at };
  }
  // `docker run -e READ_ONLY=true image` hands a variable over as an argument.
  return null;
}

function pair(list: McpEntry['variables'], name: string): Found | null {
  const found = list.find((entry) => plain(entry.key) === name);
  if (found === undefined) return null;
  const { value } = found;
  return { text: value.type === 'scalar' ? value.text : '${}', at: value.at };
}

function parameter(entry: McpEntry, name: string): Found | null {
  for (const address of addresses(entry)) {
    for (const part of address.text.split(/[?&#]/).slice(1)) {
      const [key, value] = split(part);
      if (plain(key) === name) return { text: value ?? '', at: address.at };
    }
  }
  return null;
}

function addresses(entry: McpEntry): readonly Found[] {
  const written = entry.address === null ? [] : [entry.address];
  return [...written, ...entry.words.filter((word) => word.text.includes('://'))];
}

function pathOf(address: string): string {
  return address.replace(/^[a-z+]+:\/\/[^/?#]*/i, '').split(/[?#]/)[0] ?? '';
}

/** Case, dashes and underscores never tell two switches apart. */
function plain(flag: string): string {
  return flag.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function split(text: string): readonly [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}
