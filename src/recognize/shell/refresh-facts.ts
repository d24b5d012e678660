import type { ShellDocument } from '../../model/document.ts';
import type { Backup, Environment, Fact, Relation, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { type Refresh, refreshesIn } from './refreshes.ts';
import type { ShellHost } from './shell-host.ts';
import type { Variables } from './variables.ts';

/**
 * A stage that a script fills with another stage's data is a replica `in` both: it reads the one and writes the other. It backs up nothing, since
 * the next run overwrites it with whatever is there.
 */
export function refreshFacts(
  document: ShellDocument,
  variables: Variables,
  host: ShellHost,
): readonly Fact[] {
  return overwriteFacts(refreshesIn(document, variables), host);
}

/** The same for refreshes that somebody else found. */
export function overwriteFacts(refreshes: readonly Refresh[], host: ShellHost): readonly Fact[] {
  return refreshes.flatMap((refresh, index) => factsOf(refresh, index, host));
}

function factsOf(refresh: Refresh, index: number, host: ShellHost): readonly Fact[] {
  const { command, from, to, because } = refresh;
  const { at } = command;
  const backup: Backup = {
    kind: 'Backup',
    key: entityKey(`${host.key}#refresh${index === 0 ? '' : `-${index + 1}`}`),
    aliases: [],
    name: `copy in ${to} that ${host.shown} makes`,
    at,
    collector: host.collector,
    implied: true,
    confidence: from === 'unknown' ? 'medium' : 'high',
    method: 'replica',
    retentionDays: unknown('external', at),
    survivesSourceDeletion: written(false, at),
  };
  const target = environment(to, at, host);
  const facts: Fact[] = [backup, target, inside(backup, target, 'write', because)];
  if (from !== 'unknown') {
    const source = environment(from, at, host);
    facts.push(source, inside(backup, source, 'read', because));
  }
  return facts;
}

function environment(tier: Tier, at: SourceRange, host: ShellHost): Environment {
  return {
    kind: 'Environment',
    key: entityKey(`${host.key}#refresh/${tier}`),
    aliases: [],
    name: tier,
    at,
    collector: host.collector,
    implied: true,
    confidence: 'high',
    tier,
  };
}

function inside(
  backup: Backup,
  environment: Environment,
  action: 'read' | 'write',
  because: string,
): Relation {
  return {
    kind: 'Relation',
    rel: 'in',
    from: backup.key,
    to: environment.key,
    actions: [action],
    because,
    at: backup.at,
    confidence: backup.confidence,
  };
}
