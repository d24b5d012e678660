import type { Principal } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { evaluatePolicies, type PolicyReach } from '../../recognize/policy/aws-evaluate.ts';
import type { PolicyReading } from '../../recognize/policy/aws-statement.ts';
import type { PrincipalTraits } from '../../recognize/resource/principal-facts.ts';
import { policyActions } from './policy-actions.ts';
import type { Attachment } from './resources/attached-policies.ts';
import type { Trust } from './resources/trust.ts';

const narrower =
  'Grant only what it needs, and deny deleting snapshots, recovery points and object versions in a boundary that it cannot change';

/** Titles of those whose access keys do not end; roles and permission sets open sessions. */
const lasting = new Set(['IAM user', 'IAM group']);

/** People and programs that sign in by themselves, as whatever asks them nothing but their key. */
export const noTrust: Trust = { usedBy: undefined, confirms: false };

/** A principal as its policies describe it. */
export interface Described {
  readonly title: string;
  readonly attachments: readonly Attachment[];
  /** The limit that nothing attached goes beyond; `null` where there is none. */
  readonly boundary: PolicyReading | null;
  readonly trust: Trust;
  /** Where it is declared, for one that is granted nothing. */
  readonly at: SourceRange;
}

/** What all policies of a principal together let it do. */
export function principalTraits({
  title,
  attachments,
  boundary,
  trust,
  at,
}: Described): PrincipalTraits {
  const attached = attachments.map(({ reading }) => reading);
  const reach = evaluatePolicies({ attached, boundary }, policyActions);
  const grantedAt = reach.grantedAt ?? at;
  return {
    title,
    grantedAt,
    scope: scopeOf(reach, grantedAt),
    actions:
      reach.isWhole || reach.actions.length > 0
        ? written(reach.actions, grantedAt)
        : unknown('external', grantedAt),
    deletes:
      reach.breadth === 'nowhere' && !reach.isWhole
        ? unknown('external', grantedAt)
        : written(reach.deletes, grantedAt),
    confirms: confirmsOf(reach, attachments, trust, grantedAt),
    ...(trust.usedBy === undefined ? {} : { usedBy: trust.usedBy }),
    ...(lasting.has(title) ? { hasLastingKeys: true } : {}),
    narrower,
  };
}

function scopeOf(reach: PolicyReach, at: Principal['at']): Principal['scope'] {
  if (reach.breadth === 'everywhere') return written('account', at);
  return reach.isWhole || reach.breadth === 'somewhere'
    ? written('resource', at)
    : unknown('external', at);
}

/** A policy that nobody can read here may be the one that asks for a second factor. */
function confirmsOf(
  reach: PolicyReach,
  attachments: readonly Attachment[],
  trust: Trust,
  at: Principal['at'],
): Value<boolean> {
  if (reach.confirms === true || trust.confirms === true) return written(true, at);
  const isUnsure = reach.confirms === null || trust.confirms === null;
  return isUnsure || attachments.some(({ isUnseen }) => isUnseen)
    ? unknown('external', at)
    : written(false, at);
}
