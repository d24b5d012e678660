import { expect } from 'vitest';
import type { AgentRule } from '../src/model/fact.ts';
import type { Harden, HardenRequest, Stop } from '../src/model/hardening.ts';
import type { Collect, Collector } from '../src/model/plugin.ts';
import { acmeKnowledge } from './acme-knowledge.ts';
import { agentFacts } from './agent-facts.ts';
import { ofKind } from './facts-of-kind.ts';

/** What the settings of one agent must hold; loose rules go by their names. */
interface Wanted extends Partial<Pick<HardenRequest, 'stops' | 'secrets' | 'tools'>> {
  readonly loose?: readonly string[];
}

/** What an agent is hardened with; the collector's own entry where names of files do not tell their format. */
interface Hardened {
  readonly collect: Collect;
  readonly harden: Harden;
  readonly collector?: Collector;
}

/** One stop that cannot be undone, one that needs a flag, one that only asks. */
export const stops: readonly Stop[] = [
  { prefix: 'acme volume delete', flags: [], effect: 'deny' },
  { prefix: 'acme db push', flags: ['--force-reset'], effect: 'deny' },
  { prefix: 'acme cache clear', flags: [], effect: 'ask' },
];

/**
 * The files of an agent once they are narrowed, given by path relative to its folder. Fails when a second run would change them again.
 */
export function hardenedFiles(
  agent: Hardened,
  files: Readonly<Record<string, string>>,
  wanted: Wanted = {},
): Readonly<Record<string, string>> {
  const first = narrowed(agent, files, wanted);
  expect(narrowed(agent, first, wanted)).toEqual(first);
  return first;
}

function narrowed(
  { collect, harden, collector }: Hardened,
  files: Readonly<Record<string, string>>,
  { loose = [], stops: given = [], secrets = [], tools = [] }: Wanted,
): Readonly<Record<string, string>> {
  const rules: readonly AgentRule[] = ofKind(
    agentFacts(collect, acmeKnowledge, files, collector),
    'AgentRule',
  );
  const changed = harden({
    texts: new Map(Object.entries(files)),
    stops: given,
    loose: rules.filter(({ effect, name }) => effect === 'allow' && loose.includes(name)),
    secrets,
    tools,
  });
  return { ...files, ...Object.fromEntries(changed.map(({ file, text }) => [file, text])) };
}
