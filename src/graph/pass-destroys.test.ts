import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../engine/knowledge.ts';
import {
  type Backup,
  type DataStore,
  type DestructiveCommand,
  entityKey,
  type Fact,
  type Operator,
  type Relation,
  type Target,
} from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { unknown, type Value, written } from '../model/value.ts';
import { pack as cloudflare } from '../providers/cloudflare/pack.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([cloudflare], new Uint8Array(32));
const at = { file: filePath('wrangler.toml'), start: 0, end: 1 };
const same = {
  aliases: [],
  at,
  collector: 'test',
  implied: false,
  confidence: 'high',
} as const;

const store: DataStore = {
  kind: 'DataStore',
  ...same,
  key: entityKey('cloudflare:cloudflare-d1/shop'),
  name: 'D1 database shop',
  provider: 'cloudflare',
  product: 'cloudflare-d1',
  holds: 'database',
  deletionProtection: unknown('external', at),
  disposable: unknown('external', at),
};

function command(destroys: Target): DestructiveCommand {
  return {
    kind: 'DestructiveCommand',
    ...same,
    key: entityKey('command:delete'),
    name: 'wrangler delete',
    provider: 'cloudflare',
    verb: 'wrangler delete',
    via: 'shell',
    destroys,
    skipsPrompt: true,
    invocations: ['wrangler delete --force'],
    recovery: null,
    safeVariant: null,
  };
}

const link = (facts: readonly Fact[]) => linkFacts(facts, knowledge);

describe('what is deleted around a store', () => {
  it.each([
    ['database', 1],
    ['account', 1],
    ['service', 0],
    ['project', 0],
  ] as const)('an act on a %s takes %i', (target, count) => {
    const act = command(target);
    expect(link([store, act]).from(act, 'destroys', 'DataStore')).toHaveLength(count);
  });
});

describe('copies that a platform makes on its own', () => {
  const operator: Operator = {
    kind: 'Operator',
    ...same,
    key: entityKey('operator:'),
    name: 'anyone',
    implied: true,
    folder: '',
  };

  function survivors(implied: boolean, survives: Value<boolean>): number {
    const backup: Backup = {
      kind: 'Backup',
      ...same,
      implied,
      key: entityKey('backup:shop'),
      name: 'Time Travel',
      method: 'pitr',
      retentionDays: written(30, at),
      survivesSourceDeletion: survives,
    };
    const copies: Relation = {
      kind: 'Relation',
      rel: 'backs-up',
      from: backup.key,
      to: store.key,
      actions: [],
      because: 'it is of it',
      at,
      confidence: 'high',
    };
    const graph = link([store, command('database'), backup, copies, operator]);
    const [path] = graph.actors().flatMap((actor) => graph.blastRadius(actor));
    expect(path).toBeDefined();
    return path?.survivors.length ?? -1;
  }

  it('survive only where the platform says so', () => {
    expect(survivors(true, unknown('external', at))).toBe(0);
    expect(survivors(true, written(true, at))).toBe(1);
    expect(survivors(false, unknown('external', at))).toBe(1);
  });
});
