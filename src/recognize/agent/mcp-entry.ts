import {
  at,
  type DataEntry,
  type DataNode,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';

/** One server's entry, whatever the dialect: `mcpServers`, `servers`, `mcp`, `context_servers`, `extensions` and TOML tables write the same things. */
export interface McpEntry {
  /** The program and its arguments, in order. */
  readonly words: readonly ScalarNode[];
  readonly variables: readonly DataEntry[];
  readonly headers: readonly DataEntry[];
  readonly address: ScalarNode | null;
  readonly isOff: boolean;
  /** Tools that the entry limits the server to; `null` where it does not. */
  readonly only: readonly string[] | null;
  /** Tools that the entry takes away. */
  readonly without: readonly string[];
}

/** Reads a server's entry; `null` for what is none. */
export function mcpEntry(node: DataNode): McpEntry | null {
  if (node.type !== 'map') return null;
  // Zed once nested the program: `command: { path, args, env }`.
  const command = first(node, 'command', 'cmd');
  const inner = command?.type === 'map' ? command : node;
  const program = command?.type === 'map' ? first(command, 'path', 'command') : command;
  return {
    words: [...scalars(program), ...scalars(first(inner, 'args', 'arguments'))],
    variables: ['env', 'envs', 'environment'].flatMap((key) => entries(at(inner, key))),
    headers: ['headers', 'http_headers', 'requestInit'].flatMap((key) => {
      const found = at(node, key);
      return entries(key === 'requestInit' ? at(found, 'headers') : found);
    }),
    address: scalar(first(node, 'url', 'serverUrl', 'httpUrl', 'uri', 'endpoint')),
    isOff: is(at(node, 'disabled'), true) || is(at(node, 'enabled'), false),
    only: names(first(node, 'includeTools', 'enabled_tools', 'enabledTools', 'available_tools')),
    without: names(first(node, 'excludeTools', 'disabled_tools', 'disabledTools')) ?? [],
  };
}

/** The node's scalars: those of a list, or the node itself. */
export function scalars(node: DataNode | undefined): readonly ScalarNode[] {
  if (node?.type === 'scalar') return [node];
  return items(node).filter((item): item is ScalarNode => item.type === 'scalar');
}

function first(node: DataNode, ...keys: readonly string[]): DataNode | undefined {
  for (const key of keys) {
    const found = at(node, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function scalar(node: DataNode | undefined): ScalarNode | null {
  return node?.type === 'scalar' ? node : null;
}

function is(node: DataNode | undefined, value: boolean): boolean {
  return node?.type === 'scalar' && node.value === value;
}

/** `['*']` limits nothing. */
function names(node: DataNode | undefined): readonly string[] | null {
  if (node?.type !== 'list') return null;
  const found = scalars(node).map((item) => item.text);
  return found.includes('*') ? null : found;
}
