import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectors, gather } from '../src/engine/gather.ts';
import { linkFacts } from '../src/graph/graph.ts';
import { prepareRegex } from '../src/graph/pattern-regex.ts';
import type { Agent, Verdict } from '../src/model/fact.ts';
import type { RiskGraph } from '../src/model/graph.ts';
import { known } from '../src/model/value.ts';
import { requestOf } from './permission-table.ts';
import { copyTree, removeTree } from './temporary-tree.ts';

const sources = fileURLToPath(new URL('../src/agents', import.meta.url));
const casesOf = (agent: string): string => join(sources, agent, 'fixtures');

/** What a case must show, beside its tree. */
interface Expectation {
  /** The product whose agent is looked at; default: the name of the folder. */
  readonly product?: string;
  /** Tries as in `test/permission-table.ts`. */
  readonly tries: Readonly<Record<string, Verdict>>;
  readonly sandbox?: string;
  readonly network?: string;
  /** Names of settings without effect, all of them. */
  readonly inert?: readonly string[];
  /** Names of weaknesses, all of them. */
  readonly weaknesses?: readonly string[];
}

/** What every agent shows at least; the third says what its tries or settings must hold. */
const wanted: Readonly<Record<string, (found: Expectation) => boolean>> = {
  dangerous: ({ tries }) => Object.values(tries).includes('runs'),
  safe: ({ tries }) => !Object.values(tries).includes('runs'),
  inert: ({ inert = [] }) => inert.length > 0,
  'deny-over-allow': ({ tries }) =>
    ['blocks', 'asks'].some((verdict) => Object.values(tries).includes(verdict as Verdict)),
  unknown: ({ tries, sandbox, network }) =>
    [...Object.values(tries), sandbox, network].includes('unknown'),
};

async function graphOf(folder: string): Promise<RiskGraph> {
  const tree = copyTree(join(folder, 'tree'));
  try {
    const home = join(folder, 'home');
    const gathered = await gather(
      {
        root: tree,
        environment: { PATH: process.env['PATH'] },
        minSeverity: 'low',
        minConfidence: 'low',
        today: '2026-11-21',
        now: () => 0,
        ...(existsSync(home) ? { home } : {}),
      },
      collectors,
    );
    await prepareRegex(gathered.facts);
    return linkFacts(gathered.facts, gathered.knowledge);
  } finally {
    removeTree(tree);
  }
}

function agentIn(graph: RiskGraph, product: string): Agent {
  const agent = graph.all('Agent').find((candidate) => candidate.product === product);
  if (agent === undefined) throw new Error(`no agent of product ${product}`);
  return agent;
}

describe.each(readdirSync(sources))('%s', (folder) => {
  it('has a case of each kind', () => {
    const present = existsSync(casesOf(folder)) ? readdirSync(casesOf(folder)) : [];
    expect(present).toEqual(expect.arrayContaining(Object.keys(wanted)));
  });
  const cases = existsSync(casesOf(folder)) ? readdirSync(casesOf(folder)) : [];
  it.each(cases)('%s', async (name) => {
    const place = join(casesOf(folder), name);
    const expected: Expectation = JSON.parse(readFileSync(join(place, 'expect.json'), 'utf8'));
    expect(wanted[name]?.(expected) ?? true).toBe(true);
    const graph = await graphOf(place);
    const agent = agentIn(graph, expected.product ?? folder);
    const tries = Object.keys(expected.tries).map((line) => [
      line,
      graph.permission(agent, requestOf(line)).verdict,
    ]);
    expect(Object.fromEntries(tries)).toEqual(expected.tries);
    if (expected.sandbox !== undefined) {
      expect(known(agent.sandbox) ?? 'unknown').toBe(expected.sandbox);
    }
    if (expected.network !== undefined) {
      expect(known(agent.network) ?? 'unknown').toBe(expected.network);
    }
    const inert = graph.all('InertSetting').filter((setting) => setting.agent === agent.key);
    expect(inert.map((setting) => setting.name).sort()).toEqual([...(expected.inert ?? [])].sort());
    const weak = graph.all('Weakness').filter((weakness) => weakness.owner === agent.key);
    expect(weak.map((weakness) => weakness.name).sort()).toEqual(
      [...(expected.weaknesses ?? [])].sort(),
    );
  });
});
