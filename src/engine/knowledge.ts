import { createHmac } from 'node:crypto';
import type {
  CiActionSpec,
  CommandSpec,
  CredentialSpec,
  HostSpec,
  Knowledge,
  Known,
  McpSpec,
  OperationSpec,
  ProviderFacts,
  StoreSpec,
  VariableSpec,
} from '../model/knowledge.ts';
import type { ProviderPack } from '../model/plugin.ts';
import type {
  ConstructSpec,
  ModuleSpec,
  PlacementSpec,
  PlainValue,
  RemovalSpec,
  ResourceSpec,
} from '../model/resource.ts';
import { findCommand } from '../recognize/command/command-match.ts';
import { connectionBeginnings } from '../recognize/credential/connection-scheme.ts';
import { stageless } from '../recognize/credential/stageless-name.ts';

/**
 * Indexes provider packs. `digestKey` keys the digest of secrets; a new one per run keeps digests meaningless outside it.
 * Where two packs claim one name, the first wins; the contract tests refuse such packs.
 */
export function createKnowledge(packs: readonly ProviderFacts[], digestKey: Uint8Array): Knowledge {
  const providers = new Map(packs.map((pack) => [pack.id, pack]));
  const credentials = index(
    packs,
    (pack) => pack.credentials,
    (spec) => spec.env,
  );
  const variables = index(
    packs,
    (pack) => pack.variables,
    (spec) => spec.env,
  );
  const stores = index(
    packs,
    (pack) => pack.stores,
    (spec) => [spec.product],
  );
  const mcp = index(
    packs,
    (pack) => pack.mcp,
    (spec) => [...spec.packages, ...spec.commands, ...spec.hosts],
  );
  const consents = index(
    packs,
    (pack) => pack.consents,
    (spec) => [spec.env],
  );
  const ciActions = ciActionIndex(packs);
  const operations = operationIndex(packs);
  const prefixed = prefixedCredentials(packs);
  const hosts = hostSuffixes(packs);
  const apis = apiHosts(packs);
  const commands = commandsByProgram(packs);
  const apiByHost = (host: string): ProviderFacts | undefined => {
    const name = hostName(host);
    return apis.find((known) => isHost(name, known.host))?.pack;
  };
  return {
    providers: packs,
    provider: (id) => providers.get(id),
    credentialByName: (name) => byVariableName(credentials, name),
    credentialByValue: (value) => credentialByValue(prefixed, value),
    credentialByHeader: (header, host) => credentialByHeader(apiByHost(host), header),
    command: (argv) => findCommand(commands.get(argv[0] ?? '') ?? [], argv),
    operations: (name) => operations.get(name) ?? [],
    apiByHost,
    mcp: (packageOrHost): Known<McpSpec> | undefined => mcp.get(unversioned(packageOrHost)),
    variable: (name): Known<VariableSpec> | undefined => byVariableName(variables, name),
    host: (hostname): Known<HostSpec> | undefined =>
      hosts.find((known) => isHost(hostName(hostname), known.spec.suffix)),
    store: (product): Known<StoreSpec> | undefined => stores.get(product),
    resource: () => undefined,
    module: () => undefined,
    placement: () => undefined,
    construct: () => undefined,
    constant: () => undefined,
    removal: () => undefined,
    consent: (variable) => consents.get(variable),
    ciAction: (name) => ciActions.get(name.toLowerCase()),
    digest: (secret) =>
      createHmac('sha256', digestKey).update(secret, 'utf8').digest('hex').slice(0, 32),
  };
}

/** By names without version, which the systems do not tell by case. */
function ciActionIndex(packs: readonly ProviderFacts[]): ReadonlyMap<string, Known<CiActionSpec>> {
  return index(
    packs,
    (pack) => pack.ciActions ?? [],
    (spec) => spec.names.map((name) => name.toLowerCase()),
  );
}

/** The same, with what the packs know of types of infrastructure code. */
export async function withResources(
  knowledge: Knowledge,
  packs: readonly ProviderPack[],
): Promise<Knowledge> {
  const resources = new Map<string, Known<ResourceSpec>>();
  const modules = new Map<string, Known<ModuleSpec>>();
  const placements = new Map<string, Known<PlacementSpec>>();
  const constructs = new Map<string, Known<ConstructSpec>>();
  const removals = new Map<string, Known<RemovalSpec>>();
  const constants = new Map<string, PlainValue>();
  for (const { id, ...pack } of packs) {
    const declared = (await pack.resources?.())?.resources ?? [];
    const terraform = await pack.terraform?.();
    const library = (await pack.constructs?.())?.library;
    addKnown(resources, id, declared, (spec) => spec.types);
    addKnown(modules, id, terraform?.modules ?? [], (spec) => spec.modules);
    addKnown(placements, id, terraform?.placements ?? [], (spec) => spec.providers);
    addKnown(constructs, id, library?.constructs ?? [], (spec) => spec.names);
    addKnown(removals, id, library?.removals ?? [], (spec) => spec.types);
    for (const [name, value] of Object.entries(library?.constants ?? {}))
      constants.set(name, value);
  }
  return {
    ...knowledge,
    resource: (type) => resources.get(type),
    module: (source) => modules.get(source),
    placement: (provider) => placements.get(provider),
    construct: (name) => constructs.get(name),
    constant: (name) => constants.get(name),
    removal: (type) => removals.get(type),
  };
}

function addKnown<T>(
  known: Map<string, Known<T>>,
  provider: string,
  specs: readonly T[],
  namesOf: (spec: T) => readonly string[],
): void {
  for (const spec of specs) {
    for (const name of namesOf(spec)) {
      if (!known.has(name)) known.set(name, { provider, spec });
    }
  }
}

/**
 * Strings whose presence makes a file worth looking into for credentials: exact case, at least eight characters where they are mere names.
 * Sorted, without duplicates.
 */
export function prefilterKeywords(packs: readonly ProviderFacts[]): readonly string[] {
  const words = new Set(connectionBeginnings);
  for (const pack of packs) {
    for (const spec of pack.credentials) {
      if (spec.isPublic) continue;
      for (const name of spec.env) if (name.length >= 8) words.add(name);
      for (const prefix of spec.prefixes) words.add(prefix);
    }
    for (const host of pack.api?.hosts ?? []) words.add(host.replace(/^\*?\./, ''));
    for (const operation of pack.api?.operations ?? []) {
      if (operation.transport === 'graphql') words.add(operation.name);
    }
  }
  return [...words].sort();
}

function index<T>(
  packs: readonly ProviderFacts[],
  specs: (pack: ProviderFacts) => readonly T[],
  names: (spec: T) => readonly string[],
): ReadonlyMap<string, Known<T>> {
  const found = new Map<string, Known<T>>();
  for (const pack of packs) {
    for (const spec of specs(pack)) {
      for (const name of names(spec)) {
        if (!found.has(name)) found.set(name, { provider: pack.id, spec });
      }
    }
  }
  return found;
}

/** The name itself, or without the stage and version words around it: `STAGING_RAILWAY_TOKEN`, `RAILWAY_TOKEN_OLD`. */
function byVariableName<T>(
  known: ReadonlyMap<string, Known<T>>,
  name: string,
): Known<T> | undefined {
  const exact = known.get(name);
  if (exact !== undefined) return exact;
  for (const shorter of stageless(name)) {
    const found = known.get(shorter);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Prefixed {
  readonly prefix: string;
  readonly whole: RegExp | null;
  readonly known: Known<CredentialSpec>;
}

/** Longest prefix first, so that `sk_live_` is tried before `sk_`. */
function prefixedCredentials(packs: readonly ProviderFacts[]): readonly Prefixed[] {
  return packs
    .flatMap((pack) =>
      pack.credentials.flatMap((spec) =>
        spec.prefixes.map((prefix) => ({
          prefix,
          whole:
            spec.shape === null
              ? null
              : new RegExp(`^(?:${spec.shape.source})$`, spec.shape.flags.replace(/[gy]/g, '')),
          known: { provider: pack.id, spec },
        })),
      ),
    )
    .sort((a, b) => b.prefix.length - a.prefix.length);
}

function credentialByValue(
  prefixed: readonly Prefixed[],
  value: string,
): Known<CredentialSpec> | undefined {
  if (value.length > 8192) return undefined;
  return prefixed.find(
    (entry) =>
      value.startsWith(entry.prefix) &&
      value.length > entry.prefix.length &&
      (entry.whole === null || entry.whole.test(value)),
  )?.known;
}

function credentialByHeader(
  pack: ProviderFacts | undefined,
  header: string,
): Known<CredentialSpec> | undefined {
  const name = header.trim().toLowerCase();
  const spec = pack?.credentials.find((candidate) => candidate.headers.includes(name));
  return pack === undefined || spec === undefined ? undefined : { provider: pack.id, spec };
}

function operationIndex(
  packs: readonly ProviderFacts[],
): ReadonlyMap<string, readonly Known<OperationSpec>[]> {
  const found = new Map<string, Known<OperationSpec>[]>();
  for (const pack of packs) {
    for (const spec of pack.api?.operations ?? []) {
      const list = found.get(spec.name) ?? [];
      list.push({ provider: pack.id, spec });
      found.set(spec.name, list);
    }
  }
  return found;
}

/** Destructive commands by the program's name, all its alternatives. */
function commandsByProgram(
  packs: readonly ProviderFacts[],
): ReadonlyMap<string, readonly Known<CommandSpec>[]> {
  const found = new Map<string, Known<CommandSpec>[]>();
  for (const pack of packs) {
    for (const spec of pack.commands) {
      for (const program of (spec.argv[0] ?? '').split('|')) {
        const list = found.get(program);
        if (list === undefined) found.set(program, [{ provider: pack.id, spec }]);
        else list.push({ provider: pack.id, spec });
      }
    }
  }
  return found;
}

/** Longest suffix first. */
function hostSuffixes(packs: readonly ProviderFacts[]): readonly Known<HostSpec>[] {
  return packs
    .flatMap((pack) => pack.hosts.map((spec) => ({ provider: pack.id, spec })))
    .sort((a, b) => b.spec.suffix.length - a.spec.suffix.length);
}

/** Longest first, so that a host of its own is not taken for one of the many under a suffix. */
function apiHosts(
  packs: readonly ProviderFacts[],
): readonly { readonly host: string; readonly pack: ProviderFacts }[] {
  return packs
    .flatMap((pack) => (pack.api?.hosts ?? []).map((host) => ({ host, pack })))
    .sort((a, b) => b.host.length - a.host.length);
}

/** `known` is a host name, or a suffix when it starts with a dot or `*.`. */
function isHost(name: string, known: string): boolean {
  const suffix = known.replace(/^\*(?=\.)/, '');
  return suffix.startsWith('.') ? name.endsWith(suffix) : name === suffix;
}

/** Lower case, without scheme, port, path and trailing dot. */
function hostName(host: string): string {
  const authority = host.replace(/^[a-z][a-z0-9+.-]{0,30}:\/\//i, '').split(/[/?#]/)[0] ?? '';
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** A package or image name without version or tag, or the host of a URL. */
function unversioned(packageOrHost: string): string {
  if (/^[a-z]+:\/\//i.test(packageOrHost)) return hostName(packageOrHost);
  // `heroku mcp:start` is a command line, no image with a tag.
  if (packageOrHost.includes(' ')) return packageOrHost;
  const at = packageOrHost.lastIndexOf('@');
  const bare = at > 0 ? packageOrHost.slice(0, at) : packageOrHost;
  return bare.replace(/:[A-Za-z0-9_.-]+$/, '').replace(/==.*$/, '');
}
