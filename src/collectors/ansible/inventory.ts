import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
} from '../../model/document.ts';
import { baseName, folderOf, type SourceRange } from '../../model/source.ts';
import type { NamedSetting } from '../../recognize/credential/connection-parts.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';

/** A variable of a group or a host, where it is written. */
export interface HostVariable extends NamedSetting {
  readonly document: Document;
}

/** A group of an inventory, or of variables that are written for one. */
export interface HostGroup {
  readonly name: string;
  readonly at: SourceRange;
  /** As the inventory names them; those of child groups are not among them. */
  readonly hosts: readonly string[];
  readonly children: readonly string[];
  /** Its own, and those written at one of its hosts. */
  readonly variables: readonly HostVariable[];
}

interface Draft {
  readonly name: string;
  readonly at: SourceRange;
  readonly hosts: string[];
  readonly children: string[];
  readonly variables: HostVariable[];
}

const heading = /^\s*\[([\w.-]{1,100})(?::(vars|children))?\]/;
const assignment = /(?:^|\s)([A-Za-z_]\w*)\s*=\s*("[^"]*"|'[^']*'|[^\s#]+)/g;
const maxLines = 5000;

/** The groups of one file: an inventory as INI or YAML, or a file of `group_vars`. None for a file of any other kind. */
export function groupsIn(document: Document): readonly HostGroup[] {
  if (document.shape === 'text') return isPartOfRole(document) ? [] : iniGroups(document);
  if (document.shape !== 'data') return [];
  const owner = variablesOwner(document);
  return owner === null ? yamlGroups(document) : ownedVariables(document, owner);
}

/** Scripts and defaults of a role are text, too. */
function isPartOfRole({ file }: Document): boolean {
  return /\.(?:ya?ml|j2)$/.test(file);
}

function iniGroups(document: Document): readonly HostGroup[] {
  const { file, text } = document;
  const groups = new Map<string, Draft>();
  const groupOf = (name: string, place: SourceRange): Draft => {
    const group = groups.get(name) ?? { name, at: place, hosts: [], children: [], variables: [] };
    groups.set(name, group);
    return group;
  };
  let current = groupOf('ungrouped', { file, start: 0, end: 0 });
  let part = 'hosts';
  let start = 0;
  for (const line of text.split('\n').slice(0, maxLines)) {
    const title = heading.exec(line);
    const isPlain = !/^\s*(?:[#;]|$)/.test(line) && line.length < 5000;
    if (title !== null) {
      part = title[2] ?? 'hosts';
      const open = start + line.indexOf('[');
      current = groupOf(title[1] ?? '', { file, start: open, end: start + title[0].length });
    } else if (isPlain) {
      const [name = ''] = line.trim().split(/\s/, 1);
      if (part === 'children') current.children.push(name);
      else if (part === 'hosts' && !name.includes('=')) current.hosts.push(name);
      current.variables.push(...lineVariables(document, line, start, part === 'vars'));
    }
    start += line.length + 1;
  }
  return [...groups.values()].filter(({ hosts, children, variables }) =>
    [hosts, children, variables].some((list) => list.length > 0),
  );
}

/** `name=value` pairs: one whole line below `[group:vars]`, several behind a host. */
function lineVariables(
  document: Document,
  line: string,
  start: number,
  isWhole: boolean,
): readonly HostVariable[] {
  const { file } = document;
  const whole = /^(\s*([A-Za-z_]\w*)\s*=\s*)(.*?)\s*$/.exec(line);
  const pairs = isWhole
    ? whole === null
      ? []
      : [{ name: whole[2] ?? '', value: whole[3] ?? '', from: (whole[1] ?? '').length }]
    : [...line.matchAll(assignment)].map((found) => ({
        name: found[1] ?? '',
        value: found[2] ?? '',
        from: found.index + found[0].length - (found[2] ?? '').length,
      }));
  return pairs.map(({ name, value, from }) => {
    const quote = /^(["']).*\1$/.test(value) && value.length > 1 ? 1 : 0;
    const nameStart = start + line.lastIndexOf(name, from - 1);
    const first = start + from + quote;
    return {
      name,
      keyAt: { file, start: nameStart, end: nameStart + name.length },
      value: plainValue(document, first, start + from + value.length - quote),
      document,
    };
  });
}

/** Whose variables a file of `group_vars` or `host_vars` holds; `null` for a file elsewhere. */
function variablesOwner({ file }: Document): string | null {
  const found = /(?:^|\/)(?:group_vars|host_vars)\/([^/]+)(?:\/[^/]+)?$/.exec(file);
  return found === null ? null : (found[1] ?? '').replace(/\.(?:ya?ml|json)$/, '');
}

function ownedVariables(document: DataDocument, name: string): readonly HostGroup[] {
  const [root] = document.roots;
  if (root?.type !== 'map') return [];
  return [
    {
      name,
      at: { file: document.file, start: 0, end: 0 },
      hosts: [],
      children: [],
      variables: variablesIn(root, document),
    },
  ];
}

/** An inventory in YAML: groups with `hosts`, `children` and `vars`. */
function yamlGroups(document: DataDocument): readonly HostGroup[] {
  if (!isInventoryFile(document.file)) return [];
  const found: HostGroup[] = [];
  const visit = (group: { key: string; keyAt: SourceRange; value: DataNode }, depth: number) => {
    if (depth > 10 || found.length > 2000) return;
    const { key: name, keyAt, value } = group;
    const hosts = entries(at(value, 'hosts'));
    const children = entries(at(value, 'children'));
    const own = variablesIn(at(value, 'vars'), document);
    const ofHosts = hosts.flatMap((host) => variablesIn(host.value, document));
    found.push({
      name,
      at: keyAt,
      hosts: hosts.map(({ key }) => key),
      children: children.map(({ key }) => key),
      variables: [...own, ...ofHosts],
    });
    for (const child of children) visit(child, depth + 1);
  };
  for (const group of document.roots.flatMap(entries)) {
    const isGroup = ['hosts', 'children', 'vars'].some((key) => at(group.value, key) !== undefined);
    if (isGroup) visit(group, 0);
  }
  return found;
}

function isInventoryFile(file: string): boolean {
  return (
    /(?:^|[-_.])(?:inventory|hosts)\.ya?ml$/.test(baseName(file)) ||
    /(?:^|\/)(?:inventory|inventories)(?:\/|$)/.test(folderOf(file))
  );
}

function variablesIn(node: DataNode | undefined, document: Document): readonly HostVariable[] {
  return entries(node).map(({ key, keyAt, value }) => ({ name: key, keyAt, value, document }));
}
