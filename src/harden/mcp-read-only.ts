import type { McpServer } from '../model/fact.ts';
import type { McpSpec, McpSwitch } from '../model/knowledge.ts';
import { jsonPathAt, jsonValue, setJson } from '../recognize/edit/json-edit.ts';

/**
 * The text of a JSON server list with one server switched to read-only, the way its vendor documents; `null` where there is no switch that can be
 * written here. The first switch that fits wins: an argument for a program, a parameter for an address. `asRead` is the text that the server was found
 * in, before other edits.
 */
export function readOnlyServer(
  text: string,
  server: McpServer,
  spec: McpSpec,
  asRead: string = text,
): string | null {
  const key = jsonPathAt(asRead, server.at.start);
  const path = key.at(-1) === '' ? key.slice(0, -1) : key;
  if (jsonValue(text, path) === undefined) return null;
  const address = ['url', 'serverUrl', 'httpUrl'].find(
    (name) => typeof jsonValue(text, [...path, name]) === 'string',
  );
  for (const wanted of spec.readOnly) {
    const edited =
      address === undefined
        ? programSwitch(text, path, wanted)
        : addressSwitch(text, [...path, address], path, wanted);
    if (edited !== null) return edited;
  }
  return null;
}

type JsonPath = readonly (string | number)[];

function wantedValue(wanted: McpSwitch): string {
  return wanted.values[0] ?? 'true';
}

function programSwitch(text: string, path: JsonPath, wanted: McpSwitch): string | null {
  if (wanted.in === 'variable') {
    return setJson(text, [...path, 'env', wanted.name], wantedValue(wanted));
  }
  if (wanted.in !== 'argument') return null;
  const args = jsonValue(text, [...path, 'args']);
  if (!Array.isArray(args)) return null;
  const flag = `--${wanted.name}`;
  const value = wanted.values.length === 0 ? flag : `${flag}=${wantedValue(wanted)}`;
  const old = args.findIndex((arg) => String(arg).split('=')[0] === flag);
  return setJson(text, [...path, 'args', old < 0 ? args.length : old], value);
}

function addressSwitch(
  text: string,
  address: JsonPath,
  server: JsonPath,
  wanted: McpSwitch,
): string | null {
  if (wanted.in === 'header') {
    return setJson(text, [...server, 'headers', wanted.name], wantedValue(wanted));
  }
  if (wanted.in !== 'parameter') return null;
  const written = jsonValue(text, address);
  if (typeof written !== 'string' || !URL.canParse(written)) return null;
  const [before = '', fragment] = written.split('#');
  const kept = before
    .replace(new RegExp(`([?&])${wanted.name}=[^&]*&?`, 'gi'), '$1')
    .replace(/[?&]$/, '');
  const joint = kept.includes('?') ? '&' : '?';
  const hash = fragment === undefined ? '' : `#${fragment}`;
  return setJson(text, address, `${kept}${joint}${wanted.name}=${wantedValue(wanted)}${hash}`);
}
