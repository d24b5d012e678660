import type { ScalarNode, ShellCommand, ShellDocument } from '../../model/document.ts';
import type { DataStore, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import type { DatabaseDump } from '../command/database-tool.ts';
import { connectionScheme } from '../credential/connection-scheme.ts';
import type { ConnectionUrl } from '../credential/connection-url.ts';
import { factsOfVariable } from '../credential/variable.ts';
import type { ShellHost } from './shell-host.ts';
import type { Variables } from './variables.ts';
import { fixedText, type Piece } from './word-pieces.ts';

/** What a database tool reads or changes, with the facts that declare it where the script writes it out. */
export interface DumpedStore {
  readonly key: EntityKey;
  /** For a reader: `$DATABASE_URL`. */
  readonly shown: string;
  readonly at: SourceRange;
  readonly facts: readonly Fact[];
}

/** A tool of an engine and what it connects to. */
export type Connected = Pick<DatabaseDump, 'tool' | 'scheme' | 'source'>;

/** The store behind a dump: a variable's, a written connection's, or one that only this command tells of. */
export function dumpedStore(
  dump: Connected,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): DumpedStore {
  return (
    connectedStore(dump, command, document, variables, knowledge, host) ??
    impliedStore(dump, host, dump.source?.word.at ?? command.at)
  );
}

/** The store that the words of a tool name, `null` where its environment decides. */
export function connectedStore(
  dump: Connected,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): DumpedStore | null {
  const { source } = dump;
  if (source === null) return null;
  const at = source.word.at;
  if (source.kind === 'connection') {
    const text = source.word.text?.includes('://') ? source.word.text : urlOf(source.connection);
    return writtenStore(text, at, dump, document, knowledge, host);
  }
  const { pieces, computed } = variables.resolve(source.word, command);
  const text = fixedText(pieces);
  const stored = text === null ? null : writtenStore(text, at, dump, document, knowledge, host);
  if (stored !== null) return stored;
  const name = bestName([...namesIn(pieces), ...computed, source.variable]);
  if (name === undefined) return null;
  return { key: variableKey(name), shown: `$${name}`, at, facts: [] };
}

/** Variables of the environment are written in capitals; others belong to loops and functions. */
function namesIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => (piece.type === 'variable' ? piece.name : []));
}

function bestName(names: readonly string[]): string | undefined {
  const environment = names.filter(
    (name) => /^[A-Z][A-Z0-9_]+$/.test(name) && !/^(?:HOME|PWD)$|(?:DIR|PATH|ROOT)$/.test(name),
  );
  return (
    environment.find((name) => /URL|URI|DSN|CONN/.test(name)) ??
    environment.find((name) => /HOST|SERVER/.test(name)) ??
    environment.find((name) => !/USER|PASS|PORT/.test(name))
  );
}

function writtenStore(
  text: string,
  at: SourceRange,
  dump: Connected,
  document: ShellDocument,
  knowledge: Knowledge,
  host: ShellHost,
): DumpedStore | null {
  const value: ScalarNode = { type: 'scalar', value: text, text, map: [[0, at.start]], at };
  const variable = {
    name: dump.tool,
    value,
    keyAt: at,
    document,
    environment: null,
    collector: host.collector,
    comment: null,
  };
  // The tool's name is no variable, so what is bound to it means nothing elsewhere.
  const facts = factsOfVariable(variable, knowledge).filter((fact) => fact.kind !== 'Binding');
  const store = facts.find((fact) => fact.kind === 'DataStore');
  return store === undefined ? null : { key: store.key, shown: store.name, at, facts };
}

function urlOf({ scheme, host, port, database }: ConnectionUrl): string {
  return `${scheme}://${host}${port === null ? '' : `:${port}`}/${database ?? ''}`;
}

function impliedStore(dump: Connected, host: ShellHost, at: SourceRange): DumpedStore {
  const store: DataStore = {
    kind: 'DataStore',
    key: entityKey(`${host.key}#${dump.scheme}`),
    aliases: [],
    name: `the ${dump.scheme} database that ${host.shown} dumps`,
    at,
    collector: host.collector,
    implied: true,
    confidence: 'medium',
    provider: null,
    product: dump.scheme,
    holds: connectionScheme(dump.scheme)?.holds ?? 'database',
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
  };
  return { key: store.key, shown: store.name, at, facts: [store] };
}
