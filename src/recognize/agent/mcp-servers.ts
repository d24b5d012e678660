import { type DataDocument, type DataEntry, type DataNode, entries } from '../../model/document.ts';
import { type EntityKey, entityKey, type Fact, type McpServer } from '../../model/fact.ts';
import type { Knowledge, Known, McpSpec } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { maskSecrets, sliceScalar, variableName } from '../credential/inline-secrets.ts';
import { factsOfVariable } from '../credential/variable.ts';
import { heldCredentials } from './held-credentials.ts';
import { type McpEntry, mcpEntry } from './mcp-entry.ts';
import { narrowedOf, readOnlyOf } from './mcp-switch.ts';

/** A map of MCP servers and the agent that starts them. */
export interface McpConfig {
  readonly document: DataDocument;
  readonly servers: DataNode | undefined;
  readonly agent: EntityKey;
  readonly agentName: string;
  readonly collector: string;
  /** Servers that a setting rejects by name. */
  readonly isRejected: (name: string) => boolean;
}

/** Servers of one file with the credentials they are handed. A server that is switched off leaves only its credentials. */
export function mcpFacts(config: McpConfig, knowledge: Knowledge): readonly Fact[] {
  return entries(config.servers).flatMap((server) => serverFacts(config, server, knowledge));
}

function serverFacts(config: McpConfig, server: DataEntry, knowledge: Knowledge): readonly Fact[] {
  const entry = mcpEntry(server.value);
  if (entry === null) return [];
  const known = specOf(entry, knowledge);
  const held = heldFacts(config, entry, known, knowledge);
  if (entry.isOff || config.isRejected(server.key)) return held;
  const entity = serverEntity(config, server, entry, known);
  return [
    entity,
    {
      kind: 'Relation',
      rel: 'runs',
      from: config.agent,
      to: entity.key,
      actions: [],
      because: `${config.document.file} gives ${config.agentName} the MCP server "${server.key}"`,
      at: server.keyAt,
      confidence: 'high',
    },
    ...held,
    ...heldCredentials(entity.key, held, ({ name }) => ({
      because: `the MCP server "${server.key}" is started with "${name}"`,
    })),
  ];
}

function serverEntity(
  config: McpConfig,
  server: DataEntry,
  entry: McpEntry,
  known: Known<McpSpec> | undefined,
): McpServer {
  const { keyAt } = server;
  const tools = known?.spec.destructiveTools ?? [];
  return {
    kind: 'McpServer',
    key: entityKey(`${config.collector}:${config.document.file}#mcp/${server.key}`),
    aliases: [],
    name: server.key,
    at: keyAt,
    collector: config.collector,
    implied: false,
    confidence: 'high',
    agent: config.agent,
    provider: known?.provider ?? null,
    title: known?.spec.title ?? server.key,
    destructiveTools: tools.filter(
      (tool) => entry.only?.includes(tool) !== false && !entry.without.includes(tool),
    ),
    readOnly:
      known === undefined ? unknown('external', keyAt) : readOnlyOf(entry, known.spec, keyAt),
    narrowed:
      known === undefined ? unknown('external', keyAt) : narrowedOf(entry, known.spec, keyAt),
    reach: known?.spec.reach ?? null,
    narrower: known?.spec.narrower ?? null,
  };
}

/** What starts or answers the server, in words that a provider's catalogue may know. */
function specOf(entry: McpEntry, knowledge: Knowledge): Known<McpSpec> | undefined {
  const words = entry.words.flatMap((word) => word.text.split(/\s+/));
  const hosts = [entry.address?.text ?? '', ...words].flatMap((text) => hostOf(text) ?? []);
  const names = [...hosts, ...programNames(words), ...words.filter(isPlain).flatMap(packageNames)];
  for (const name of names) {
    const known = name === '' ? undefined : knowledge.mcp(name);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** `railway mcp`, `firebase-tools mcp` and `pscale mcp server`, wherever a runner or shell stands before them; the longest first. */
function programNames(words: readonly string[]): readonly string[] {
  return words.slice(0, 8).flatMap((word, index) => {
    if (!isPlain(word)) return [];
    const [program = ''] = packageNames(word.split(/[/\\]+/).at(-1) ?? '');
    const rest = words.slice(index + 1, index + 3).filter(isPlain);
    return rest.map((_, left) => [program, ...rest.slice(0, rest.length - left)].join(' '));
  });
}

function isPlain(word: string): boolean {
  return word !== '' && !word.startsWith('-');
}

function hostOf(text: string): string | undefined {
  return /^https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** The package or image without version, tag, digest or registry protocol; also the program at the end of a path. */
function packageNames(word: string): readonly string[] {
  const bare = word.replace(/^(?:npm:|jsr:)/, '').replace(/@sha256:.*$/, '');
  const name = bare.replace(/(?!^)@[^/]*$/, '').replace(/(?:==|>=|~=).*$/, '');
  const program = /^(?:[A-Za-z]:)?[/\\.~]/.test(name) ? (name.split(/[/\\]+/).at(-1) ?? '') : name;
  return [...new Set([name, name.replace(/:[\w.-]+$/, ''), name.replace(/\[.*\]$/, ''), program])];
}

function heldFacts(
  config: McpConfig,
  entry: McpEntry,
  known: Known<McpSpec> | undefined,
  knowledge: Knowledge,
): readonly Fact[] {
  const { document, collector } = config;
  const ofVariable = (name: string, value: DataNode, keyAt: SourceRange): readonly Fact[] => {
    if (value.type !== 'scalar' && value.type !== 'expr') return [];
    const input = { name, value, keyAt, document, environment: null, collector, comment: null };
    // What a server is handed says nothing about the variable elsewhere.
    return factsOfVariable(input, knowledge).filter((fact) => fact.kind !== 'Binding');
  };
  const facts: Fact[] = entry.variables.flatMap((variable) =>
    ofVariable(variable.key, variable.value, variable.keyAt),
  );
  const host = hostOf(entry.address?.text ?? '') ?? '';
  for (const header of entry.headers) {
    if (header.value.type !== 'scalar') continue;
    const scheme = /^(?:Bearer|Basic|token)\s+/i.exec(header.value.text)?.[0].length ?? 0;
    const value = sliceScalar(document.file, header.value, scheme, header.value.text.length);
    const spec = knowledge.credentialByHeader(header.key.toLowerCase(), host)?.spec;
    facts.push(...ofVariable(spec?.env[0] ?? variableName(header.key), value, header.keyAt));
  }
  for (const [index, word] of entry.words.entries()) {
    const flag = entry.words[index - 1]?.text ?? '';
    if (/^--?[a-z-]*(?:token|key|secret|password|pass|url|uri|dsn)$/i.test(flag)) {
      const prefix = known === undefined ? '' : `${known.provider}-`;
      facts.push(...ofVariable(variableName(prefix + flag.replace(/^-+/, '')), word, word.at));
    } else if (/^[a-z+]+:\/\//i.test(word.text)) {
      facts.push(...ofVariable('DATABASE_URL', word, word.at));
    } else {
      facts.push(...maskSecrets(word, document, collector, knowledge).facts);
    }
  }
  if (entry.address !== null) {
    facts.push(...maskSecrets(entry.address, document, collector, knowledge).facts);
  }
  return facts;
}
