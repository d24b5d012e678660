import type { AuditLog, Fact } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import { byDefault, known, unknown, type Value } from '../../model/value.ts';
import { notSaid } from './derived-settings.ts';
import { identity, placedIn } from './resource-facts.ts';
import { settingAt } from './settings.ts';

/** What a log is. */
export type AuditTraits = Pick<AuditLog, 'isOn' | 'immutable' | 'retentionDays' | 'alerts'>;

/** A log that a resource keeps or switches on, in its stack, account and region. Its key is the resource's. */
export function auditFacts(
  resource: Resource,
  provider: string,
  traits: AuditTraits,
): readonly Fact[] {
  const log: AuditLog = {
    kind: 'AuditLog',
    ...identity(resource, resource.key, resource.name, resource.at),
    provider,
    ...traits,
  };
  return [log, ...placedIn(resource, log.key, provider)];
}

/**
 * Nobody is told by default of what a log records. Only where every place that it is sent to is of its own stack: records that also go to somebody else
 * are watched there, if at all.
 */
export function alertsByDefault(
  resource: Resource,
  destinations: readonly string[],
  source: string,
): Pick<AuditTraits, 'alerts'> {
  const sent = destinations
    .map((path) => settingAt(resource, path))
    .filter((node) => node !== undefined);
  const isOwn = sent.length > 0 && sent.every((node) => resource.stack.target(node) !== undefined);
  return isOwn ? { alerts: byDefault(false, resource.at, source) } : {};
}

/**
 * What tells somebody that something was deleted; `alerts` is false for what speaks of other things, of which nothing is said, and unknown where only a
 * run tells. Whether anything is recorded, another resource says.
 */
export function alertFacts(
  resource: Resource,
  provider: string,
  alerts: Value<boolean>,
): readonly Fact[] {
  if (known(alerts) === false) return [];
  return auditFacts(resource, provider, {
    isOn: notSaid(resource),
    immutable: notSaid(resource),
    retentionDays: unknown('external', resource.at),
    alerts,
  });
}
