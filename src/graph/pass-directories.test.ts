import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../engine/knowledge.ts';
import {
  type Backup,
  type DataStore,
  type DestructiveCommand,
  entityKey,
  type Fact,
  type Relation,
} from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { unknown, written } from '../model/value.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const at = { file: filePath('ops/inventory'), start: 0, end: 1 };
const same = { aliases: [], at, collector: 'test', implied: false, confidence: 'high' } as const;

function server(key: string, directory: string | null, rest: Partial<DataStore> = {}): DataStore {
  return {
    kind: 'DataStore',
    ...same,
    key: entityKey(key),
    name: key,
    provider: null,
    product: 'postgres',
    holds: 'database',
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
    ...(directory === null ? {} : { calledBy: [directory] }),
    ...rest,
  };
}

function removal(names?: readonly string[], via: DestructiveCommand['via'] = 'files') {
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    ...same,
    key: entityKey('command:rm'),
    name: 'rm -r',
    provider: null,
    verb: 'rm -r',
    via,
    destroys: 'database',
    skipsPrompt: true,
    invocations: ['./wipe.sh'],
    recovery: null,
    safeVariant: null,
    ...(names === undefined ? {} : { names }),
  };
  return command;
}

const dump: Backup = {
  kind: 'Backup',
  ...same,
  key: entityKey('backup:dump'),
  name: 'pg_dump in nightly.sh',
  method: 'dump',
  retentionDays: unknown('external', at),
  survivesSourceDeletion: written(true, at),
};

function backsUp(store: DataStore): Relation {
  return {
    kind: 'Relation',
    rel: 'backs-up',
    from: dump.key,
    to: store.key,
    actions: [],
    because: 'it does',
    at,
    confidence: 'high',
  };
}

const link = (facts: readonly Fact[]) => linkFacts(facts, knowledge);
const main = server('main', '/srv/ferry/postgresql/main');

describe('folders of servers', () => {
  it.each([
    ['the same folder', removal(['/srv/ferry/postgresql/main']), 1],
    ['another folder', removal(['/srv/ferry/postgresql/old']), 0],
    ['a relative folder', removal(['postgresql/main']), 0],
    ['no folder', removal(), 0],
    ['a name in a database', removal(['/srv/ferry/postgresql/main'], 'sql'), 0],
  ])('are removed with %s', (_, command, count) => {
    const graph = link([main, command]);
    expect(graph.from(command, 'destroys', 'DataStore')).toHaveLength(count);
    expect(graph.edges(command, 'destroys').map((edge) => edge.confidence)).toEqual(
      Array.from({ length: count }, () => 'medium'),
    );
  });

  it('are declared by something else than their removal', () => {
    const first = removal(['/srv/ferry/postgresql/main']);
    const second = { ...first, key: entityKey('command:other') };
    const own: Relation = { ...backsUp(main), rel: 'destroys', from: first.key };
    const graph = link([main, first, second, own]);
    expect(graph.edges(second, 'destroys')).toEqual([]);
  });
});

describe('dumps that name no server', () => {
  const nameless = server('the postgres database that nightly.sh dumps', null, { implied: true });
  const copiesOf = (facts: readonly Fact[]) =>
    link([nameless, dump, backsUp(nameless), ...facts])
      .from(dump, 'backs-up', 'DataStore')
      .map(({ name }) => name)
      .filter((name) => name !== nameless.name);

  it.each([
    ['the only server', [main], ['main']],
    [
      'the same folder on other hosts',
      [main, server('twin', '/srv/ferry/postgresql/main')],
      ['main', 'twin'],
    ],
    ['none of two', [main, server('other', '/srv/ferry/postgresql/other')], []],
    ['none of another engine', [server('mysql', '/var/lib/mysql', { product: 'mysql' })], []],
    ['none without a folder', [server('hosted', null)], []],
  ])('copy %s', (_, servers, expected) => {
    expect(copiesOf(servers)).toEqual(expected);
  });

  it('count only where they would be missed', () => {
    const command = removal(['/srv/ferry/postgresql/main']);
    const facts = [main, command, nameless, backsUp(nameless)];
    const hidden = { ...dump, hiddenFailure: { because: 'it ends well', at } };
    const severityWith = (backup: Backup) => link([...facts, backup]).pathsTo(main)[0]?.severity;
    expect(severityWith(dump)).toBe('low');
    expect(severityWith(hidden)).toBe('medium');
  });
});
