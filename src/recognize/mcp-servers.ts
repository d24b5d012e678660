import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  items,
  type ScalarNode,
} from '../model/document.ts';
import { type EntityKey, entityKey, type Fact, type McpServer } from '../model/fact.ts';
import type { Knowledge, Known, McpSpec } from '../model/knowledge.ts';
import type { SourceRange } from '../model/source.ts';
import { byDefault, unknown, type Value, written } from '../model/value.ts';
import { maskSecrets, sliceScalar, variableName } from './inline-secrets.ts';
import { factsOfVariable } from './variable.ts';

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
  if (server.value.type !== 'map') return [];
  const known = specOf(server.value, knowledge);
  const held = heldFacts(config, server.value, known, knowledge);
  const isOff =
    isScalar(at(server.value, 'disabled'), true) || isScalar(at(server.value, 'enabled'), false);
  if (isOff || config.isRejected(server.key)) return held;
  const key = entityKey(`${config.collector}:${config.document.file}#mcp/${server.key}`);
  const entity: McpServer = {
    kind: 'McpServer',
    key,
    aliases: [],
    name: server.key,
    at: server.keyAt,
    collector: config.collector,
    implied: false,
    confidence: 'high',
    agent: config.agent,
    provider: known?.provider ?? null,
    destructiveTools: known?.spec.destructiveTools ?? [],
    readOnly: readOnlyOf(server, known?.spec),
  };
  const base = { kind: 'Relation', actions: [], at: server.keyAt, confidence: 'high' } as const;
  return [
    entity,
    {
      ...base,
      rel: 'runs',
      from: config.agent,
      to: key,
      because: `${config.document.file} gives ${config.agentName} the MCP server "${server.key}"`,
    },
    ...held,
    ...held.flatMap((fact) =>
      fact.kind === 'Credential'
        ? [
            {
              ...base,
              rel: 'holds' as const,
              from: key,
              to: fact.key,
              at: fact.at,
              because: `the MCP server "${server.key}" is started with "${fact.name}"`,
            },
          ]
        : [],
    ),
  ];
}

function isScalar(node: DataNode | undefined, value: boolean): boolean {
  return node?.type === 'scalar' && node.value === value;
}

function scalars(node: DataNode | undefined): readonly ScalarNode[] {
  return items(node).filter((item): item is ScalarNode => item.type === 'scalar');
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

/** What starts or answers the server, in words that a provider's catalogue may know. */
function specOf(server: DataNode, knowledge: Knowledge): Known<McpSpec> | undefined {
  const command = textOf(at(server, 'command'));
  const args = scalars(at(server, 'args')).flatMap((arg) => arg.text.split(/\s+/));
  const addresses = [textOf(at(server, 'url')), textOf(at(server, 'serverUrl')), ...args];
  const hosts = addresses.flatMap((text) => hostOf(text) ?? []);
  const program = command.split(/[\s/\\]+/).at(-1) ?? '';
  const packages = [...args.filter((arg) => !arg.startsWith('-')).flatMap(packageNames)];
  const names = [...hosts, ...packages, `${program} ${args[0] ?? ''}`.trim(), program];
  for (const name of names) {
    const known = name === '' ? undefined : knowledge.mcp(name);
    if (known !== undefined) return known;
  }
  return undefined;
}

function hostOf(text: string): string | undefined {
  return /^https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** The package or image without version, tag, digest or registry protocol. */
function packageNames(word: string): readonly string[] {
  const bare = word.replace(/^(?:npm:|jsr:)/, '').replace(/@sha256:.*$/, '');
  const name = bare.replace(/(?!^)@[^/]*$/, '').replace(/(?:==|>=|~=).*$/, '');
  return [...new Set([name, name.replace(/:[\w.-]+$/, ''), name.replace(/\[.*\]$/, '')])];
}

/** Whether the server's own read-only switch is on: as an argument, a variable or a parameter of its address. */
function readOnlyOf(server: DataEntry, spec: McpSpec | undefined): Value<boolean> {
  if (spec === undefined) return unknown('external', server.keyAt);
  if (spec.readOnlyFlag === null) return byDefault(false, server.keyAt, spec.source);
  const [flag = '', wanted] = spec.readOnlyFlag.split('=');
  const found = switchIn(server.value, plainName(flag));
  if (found === undefined) return byDefault(false, server.keyAt, spec.source);
  const isOn =
    wanted === undefined || found.text === ''
      ? !/^(?:false|0|no|off)$/i.test(found.text)
      : found.text.toLowerCase() === wanted.toLowerCase() || /^(?:1|true)$/i.test(found.text);
  return written(isOn, found.at);
}

function plainName(flag: string): string {
  return flag.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

interface Switch {
  /** Empty for a flag without value. */
  readonly text: string;
  readonly at: SourceRange;
}

function switchIn(server: DataNode, name: string): Switch | undefined {
  const args = scalars(at(server, 'args'));
  for (const [index, arg] of args.entries()) {
    const [flag = '', value] = splitOnce(arg.text);
    if (flag.startsWith('-') && plainName(flag) === name) {
      const next = args[index + 1]?.text ?? '';
      return { text: value ?? (/^(?:true|false)$/i.test(next) ? next : ''), at: arg.at };
    }
  }
  for (const part of ['env', 'headers']) {
    const found = entries(at(server, part)).find((entry) => plainName(entry.key) === name);
    if (found !== undefined) return { text: textOf(found.value), at: found.value.at };
  }
  for (const address of [at(server, 'url'), at(server, 'serverUrl'), ...args]) {
    if (address?.type !== 'scalar') continue;
    for (const pair of address.text.split(/[?&#]/).slice(1)) {
      const [key = '', value = ''] = splitOnce(pair);
      if (plainName(key) === name) return { text: value, at: address.at };
    }
  }
  return undefined;
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

function heldFacts(
  config: McpConfig,
  server: DataNode,
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
  const facts: Fact[] = entries(at(server, 'env')).flatMap((entry) =>
    ofVariable(entry.key, entry.value, entry.keyAt),
  );
  const host = hostOf(textOf(at(server, 'url'))) ?? '';
  for (const header of entries(at(server, 'headers'))) {
    if (header.value.type !== 'scalar') continue;
    const scheme = /^(?:Bearer|Basic|token)\s+/i.exec(header.value.text)?.[0].length ?? 0;
    const value = sliceScalar(document.file, header.value, scheme, header.value.text.length);
    const spec = knowledge.credentialByHeader(header.key.toLowerCase(), host)?.spec;
    facts.push(...ofVariable(spec?.env[0] ?? variableName(header.key), value, header.keyAt));
  }
  const args = scalars(at(server, 'args'));
  for (const [index, arg] of args.entries()) {
    const flag = args[index - 1]?.text ?? '';
    if (/^--?[a-z-]*(?:token|key|secret|password|pass|url|uri|dsn)$/i.test(flag)) {
      const prefix = known === undefined ? '' : `${known.provider}-`;
      facts.push(...ofVariable(variableName(prefix + flag.replace(/^-+/, '')), arg, arg.at));
    } else if (/^[a-z+]+:\/\//i.test(arg.text)) {
      facts.push(...ofVariable('DATABASE_URL', arg, arg.at));
    } else {
      facts.push(...maskSecrets(arg, document, collector, knowledge).facts);
    }
  }
  const url = at(server, 'url');
  if (url?.type === 'scalar') {
    facts.push(...maskSecrets(url, document, collector, knowledge).facts);
  }
  return facts;
}
