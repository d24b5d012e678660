import type { AuditLog, Fact } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { notSaid } from './derived-settings.ts';
import { identity, placedIn } from './resource-facts.ts';

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

/** What tells somebody that something was deleted. Whether anything is recorded, another resource says. */
export function alertFacts(resource: Resource, provider: string, at: SourceRange): readonly Fact[] {
  return auditFacts(resource, provider, {
    isOn: notSaid(resource),
    immutable: notSaid(resource),
    retentionDays: unknown('external', resource.at),
    alerts: written(true, at),
  });
}
