import type { Confidence, StartedBy, Strength, Tier } from '../model/fact.ts';
import { type Severity, severities } from '../model/finding.ts';

/** What decides how bad a path is. */
export interface PathHarm {
  /** Of the path: the weakest of its hops. */
  readonly confidence: Confidence;
  readonly tier: Tier;
  /**
   * `all`: every copy known goes too. `none-seen`: no copy is visible in the repository. `some`: a copy survives.
   */
  readonly copies: 'all' | 'none-seen' | 'some';
  /** It is a cache, and nothing shows that its data is kept nowhere else. */
  readonly isCache: boolean;
  /** The strongest guard on the way that did not block. */
  readonly guard: Strength | 'none';
  /** True when no agent or pipeline is configured and the actor is whoever works here. */
  readonly operator: boolean;
  /** What sets the automation off that is the actor; `null` for every other actor. */
  readonly startedBy: readonly StartedBy[] | null;
  /** It needs a login of which no file shows anything: whether there is one where the actor works, nobody can tell. */
  readonly isLoginUnseen: boolean;
}

/**
 * The severity table: how bad it is that an actor can destroy a store. `null` where losing it is part of its purpose.
 *
 * | tier | every copy goes | no copy seen | a copy survives |
 * | --- | --- | --- | --- |
 * | production | critical | high | medium |
 * | unknown | high | high | medium |
 * | staging | medium | low | low |
 * | development, preview | none | none | none |
 *
 * Automation that only an accepted change or a person sets off is medium at most: somebody has decided. A guard that asks lowers it one step; so does
 * an operator, and so does a cache, whose data is made again. Advice lowers nothing. What needs a login that no file shows is medium at most. Critical
 * is only for paths proven hop by hop: one of medium
 * confidence is high at most, one of low confidence is low.
 */
export function pathSeverity(harm: PathHarm): Severity | null {
  const base = byTier[harm.tier][harm.copies];
  if (base === null) return null;
  const reliefs = [harm.guard === 'asks', harm.operator, harm.isCache];
  const steps = reliefs.filter(Boolean).length;
  const severity = lower(base, steps);
  if (harm.confidence === 'low') return 'low';
  const isDoubtful = harm.isLoginUnseen || (harm.startedBy !== null && isDecided(harm.startedBy));
  if (isDoubtful) return milder(severity, 'medium');
  return severity === 'critical' && harm.confidence !== 'high' ? 'high' : severity;
}

/** Whether every way to set it off is a decision of somebody who may decide. */
function isDecided(startedBy: readonly StartedBy[]): boolean {
  return startedBy.every((by) => by === 'merge' || by === 'release' || by === 'person');
}

const byTier: Readonly<Record<Tier, Readonly<Record<PathHarm['copies'], Severity | null>>>> = {
  production: { all: 'critical', 'none-seen': 'high', some: 'medium' },
  unknown: { all: 'high', 'none-seen': 'high', some: 'medium' },
  staging: { all: 'medium', 'none-seen': 'low', some: 'low' },
  development: { all: null, 'none-seen': null, some: null },
  preview: { all: null, 'none-seen': null, some: null },
};

/**
 * What a missing control is worth, from the worst path it would have stood in: one step below the path, because a control is one of several that
 * could have stopped it, and `low` when no path needs it.
 */
export function controlSeverity(worst: Severity | null): Severity {
  return worst === null ? 'low' : lower(worst, 1);
}

function lower(severity: Severity, steps: number): Severity {
  return severities[Math.max(0, severities.indexOf(severity) - steps)] ?? 'low';
}

function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The worse of two. */
export function worse(a: Severity | null, b: Severity | null): Severity | null {
  if (a === null || b === null) return a ?? b;
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}
