import type { Plane, Scope, Target } from './fact.ts';
import type {
  CallSpec,
  CommandSpec,
  CredentialSpec,
  McpSpec,
  McpSwitch,
  OperationSpec,
  Sourced,
} from './knowledge.ts';
import type { ProviderPack } from './plugin.ts';

/** A provider pack in which everything that is not given is empty. */
export function definePack(
  pack: Pick<ProviderPack, 'id' | 'title'> & Partial<ProviderPack>,
): ProviderPack {
  return {
    credentials: [],
    commands: [],
    api: null,
    mcp: [],
    variables: [],
    hosts: [],
    stores: [],
    consents: [],
    collectors: [],
    ...pack,
  };
}

/**
 * Writes command specs of one tool: `command('volume delete|rm', 'volume', { asks: 'needs-flag', skipsPrompt: ['--yes|-y'] })`. `program` is the
 * first word, alternatives with `|`. Without more said a command never asks, has no safe variant and cannot be undone. `--help` is harmless everywhere.
 * `products` says which stores the commands take that begin with a word: `{ kv: ['cloudflare-kv'] }`; none that is declared where the list is empty.
 */
export function commandsOf(
  program: string,
  claim: Sourced,
  shared: Partial<CommandSpec> = {},
  products: Readonly<Record<string, readonly string[]>> = {},
): (words: string, destroys: Target, rest?: Partial<CommandSpec>) => CommandSpec {
  return (words, destroys, rest = {}) => ({
    ...productsOf(words, products),
    argv: [program, ...words.split(' ').filter((word) => word !== '')],
    onlyWith: [],
    destroys,
    asks: 'never',
    skipsPrompt: [],
    targets: [],
    safeVariant: null,
    recovery: null,
    ...claim,
    ...shared,
    ...rest,
    harmlessWith: [...(shared.harmlessWith ?? []), ...(rest.harmlessWith ?? [])],
  });
}

function productsOf(
  words: string,
  products: Readonly<Record<string, readonly string[]>>,
): Pick<CommandSpec, 'products'> {
  const first = words.split(' ', 1)[0]?.split('|') ?? [];
  const found = first.map((word) => products[word]).filter((list) => list !== undefined);
  return found.length === 0 ? {} : { products: found.flat() };
}

/** Writes API operations of one vendor: `operation('DELETE /v1/projects/{id}', 'project')`, or a mutation's field. */
export function operationsOf(
  claim: Sourced,
): (name: string, destroys: Target, rest?: Partial<OperationSpec>) => OperationSpec {
  return (name, destroys, rest = {}) => ({
    name,
    transport: name.includes(' ') ? 'http' : 'graphql',
    destroys,
    argument: null,
    recovery: null,
    ...claim,
    ...rest,
  });
}

/** Writes calls of one library: `call('sync', { option: 'force' })`. Without more said they empty a database. */
export function callsOf(
  claim: Sourced & Pick<CallSpec, 'packages' | 'targets'>,
): (method: string, when: CallSpec['when'], rest?: Partial<CallSpec>) => CallSpec {
  return (method, when, rest = {}) => ({ method, when, destroys: 'database', ...claim, ...rest });
}

/** Writes credential kinds of one vendor; without more said a kind has neither prefix nor shape and lasts for an unknown time. */
export function credentialsOf(
  claim: Sourced,
): (
  spec: Pick<CredentialSpec, 'id' | 'title' | 'scope' | 'actions' | 'narrower'> &
    Partial<CredentialSpec>,
) => CredentialSpec {
  const plane: Plane = 'control';
  return (spec) => ({
    env: [],
    headers: [],
    prefixes: [],
    shape: null,
    plane,
    expires: 'unknown',
    isPublic: false,
    ...claim,
    ...spec,
  });
}

/** Writes MCP servers of one vendor; without more said a server has no switch and destroys nothing. */
export function mcpServersOf(
  claim: Sourced,
): (spec: Pick<McpSpec, 'id' | 'title' | 'narrower'> & Partial<McpSpec>) => McpSpec {
  const reach: Scope | null = null;
  return (spec) => ({
    packages: [],
    commands: [],
    hosts: [],
    destructiveTools: [],
    readOnly: [],
    writesWith: [],
    narrowedBy: [],
    reach,
    ...claim,
    ...spec,
  });
}

/** A switch written as people know it: `--read-only`, `READ_ONLY=true`, `?project_ref`, `header:x-read-only`, `path:/readonly`. */
export function mcpSwitch(text: string): McpSwitch {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const values = equals < 0 ? [] : text.slice(equals + 1).split('|');
  if (name.startsWith('--') || name.startsWith('-')) {
    return { in: 'argument', name: name.replace(/^-+/, ''), values };
  }
  if (name.startsWith('?')) return { in: 'parameter', name: name.slice(1), values };
  if (name.startsWith('header:')) return { in: 'header', name: name.slice(7), values };
  if (name.startsWith('path:')) return { in: 'path', name: name.slice(5), values };
  return { in: 'variable', name, values };
}
