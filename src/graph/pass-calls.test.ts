import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { harbour } from '../../test/harbour-knowledge.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import {
  type Credential,
  type DataStore,
  type DestructiveCommand,
  type EntityKey,
  entityKey,
  type Fact,
  type Guard,
  lineKey,
  type Pipeline,
} from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { unknown, written } from '../model/value.ts';
import { linkFacts } from './graph.ts';

const at = { file: filePath('ci.yml'), start: 0, end: 1 };
const same = {
  aliases: [],
  at,
  collector: 'ci',
  implied: false,
  confidence: 'high',
  name: 'x',
} as const;

function pipeline(line: string): Pipeline {
  return {
    kind: 'Pipeline',
    ...same,
    key: entityKey('ci:ci.yml#deploy'),
    product: 'ci',
    triggers: [{ name: 'schedule', startedBy: 'schedule' }],
    calls: [{ line, at }],
    remedy: 'Add a gate.',
  };
}

const command: DestructiveCommand = {
  kind: 'DestructiveCommand',
  ...same,
  key: entityKey('task:reset'),
  provider: 'harbour',
  verb: 'harbour volume delete',
  via: 'shell',
  destroys: 'volume',
  skipsPrompt: true,
  invocations: ['npm run reset'],
  recovery: null,
  safeVariant: null,
};

function leads(from: string, to: EntityKey): Fact {
  return {
    kind: 'Relation',
    rel: 'runs',
    from: lineKey(from),
    to,
    actions: [],
    because: 'it is written there',
    at,
    confidence: 'high',
  };
}

const task = leads('npm run reset', command.key);

function runs(facts: readonly Fact[]): readonly string[] {
  const graph = linkFacts(facts, createKnowledge([], new Uint8Array(32)));
  const [job] = graph.all('Pipeline');
  return job === undefined ? [] : graph.edges(job, 'runs').map((edge) => edge.because);
}

describe('calls of automation', () => {
  it('lead to what the task destroys', () => {
    expect(runs([pipeline('npm run reset'), command, task])).toEqual([
      '`npm run reset` leads to harbour volume delete in ci.yml',
    ]);
  });
  it('lead nowhere when no task answers to that line', () => {
    expect(runs([pipeline('npm run build'), command, task])).toEqual([]);
    expect(runs([pipeline('npm --prefix apps/api run reset'), command, task])).toEqual([]);
  });
  it('lead through tasks and scripts that start one another', () => {
    const chain = [
      leads('make all', lineKey('make fresh')),
      leads('make fresh', lineKey('./ops/fresh.sh')),
      leads('./ops/fresh.sh', lineKey('npm run reset')),
      leads('./ops/fresh.sh', lineKey('make all')),
    ];
    expect(runs([pipeline('make all'), command, task, ...chain])).toEqual([
      '`make all` leads to harbour volume delete in ci.yml',
    ]);
    const graph = linkFacts([command, task, ...chain], createKnowledge([], new Uint8Array(32)));
    expect(graph.all('DestructiveCommand').map(({ invocations }) => invocations)).toEqual([
      ['npm run reset', './ops/fresh.sh', 'make all', 'make fresh'],
    ]);
  });
  it('are set off by what leads to their line', () => {
    const merged = [{ name: 'push to main', startedBy: 'merge' }] as const;
    const job = pipeline('npm run reset');
    const only = { ...job, calls: job.calls.map((call) => ({ ...call, triggers: merged })) };
    const graph = linkFacts([only, command, task], createKnowledge([], new Uint8Array(32)));
    expect(graph.edges(only, 'runs').map(({ triggers }) => triggers)).toEqual([merged]);
  });
  it('reach stores, unless a guard blocks the job', () => {
    const store: DataStore = {
      kind: 'DataStore',
      ...same,
      key: entityKey('store:data'),
      provider: 'harbour',
      product: 'harbour-volume',
      holds: 'volume',
      deletionProtection: unknown('external', at),
      disposable: unknown('external', at),
    };
    const reached = (facts: readonly Fact[]) => {
      const graph = linkFacts(facts, createKnowledge([], new Uint8Array(32)));
      return graph
        .actors()
        .filter((actor) => actor.kind === 'Pipeline')
        .flatMap((actor) => graph.blastRadius(actor))
        .map((path) => path.store.key);
    };
    const facts = [pipeline('npm run reset'), command, task, store];
    expect(reached(facts)).toEqual(['store:data']);
    const guard: Guard = {
      kind: 'Guard',
      ...same,
      key: entityKey('ci:gate'),
      strength: 'blocks',
    };
    const held: Fact = {
      kind: 'Relation',
      rel: 'guarded-by',
      from: entityKey('ci:ci.yml#deploy'),
      to: guard.key,
      actions: [],
      because: 'the job waits',
      at,
      confidence: 'high',
    };
    expect(reached([...facts, guard, held])).toEqual([]);
  });
});

describe('what a job is handed', () => {
  const token: Credential = {
    ...credentialIn('ci.yml', 'harbour'),
    form: 'injected',
    digest: null,
    actions: written(['admin'], at),
  };
  const held: Fact = {
    kind: 'Relation',
    rel: 'holds',
    from: entityKey('ci:ci.yml#deploy'),
    to: token.key,
    actions: [],
    because: 'the job is handed it',
    at,
    confidence: 'high',
  };
  const paths = (facts: readonly Fact[]) => {
    const graph = linkFacts(facts, createKnowledge([harbour], new Uint8Array(32)));
    return graph.actors().flatMap((actor) => graph.blastRadius(actor));
  };

  it('opens nothing to whoever else runs a command of that vendor', () => {
    const facts = [pipeline('npm run build'), token, command];
    expect(paths([...facts, held])).toEqual([]);
    // The same token in a file of the tree does.
    expect(paths([...facts, { ...token, form: 'literal' }])).not.toEqual([]);
  });
});
