import type { Confidence, Entity } from './fact.ts';
import type { Path } from './graph.ts';
import type { Location, SourceRange } from './source.ts';

export type Severity = 'low' | 'medium' | 'high' | 'critical';
/** From mildest to worst. */
export const severities = [
  'low',
  'medium',
  'high',
  'critical',
] as const satisfies readonly Severity[];
/** From weakest to strongest. */
export const confidences = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];

/** The weaker of two confidences. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return confidences.indexOf(a) <= confidences.indexOf(b) ? a : b;
}

export type Area =
  | 'credentials'
  | 'environments'
  | 'backups'
  | 'confirmation'
  | 'sandbox'
  | 'audit'
  | 'paths';
export const areas = [
  'credentials',
  'environments',
  'backups',
  'confirmation',
  'sandbox',
  'audit',
  'paths',
] as const satisfies readonly Area[];

export interface TextEdit extends SourceRange {
  readonly text: string;
}

/** `safe` only adds a guard or narrows a permission; it cannot change what runs in production. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
}

/** What a check yields: located and fingerprinted later. */
export interface Draft {
  readonly at: SourceRange;
  /** Noun phrase for the place; defaults to the subject's name. */
  readonly label?: string;
  readonly what: string;
  readonly confidence: Confidence;
  readonly subjects: readonly Entity[];
  readonly why?: string;
  readonly fix?: string;
  readonly severity?: Severity;
  readonly related?: readonly Location[];
  readonly path?: Path;
  readonly fixes?: readonly Fix[];
}

export interface Suppression {
  readonly reason: string;
  /** Where the decision is written. */
  readonly at: SourceRange;
  /** ISO date after which it no longer counts, `null` for none. */
  readonly until: string | null;
}

export interface Finding {
  readonly check: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly at: Location;
  readonly related: readonly Location[];
  readonly path: Path | null;
  readonly fixes: readonly Fix[];
  /** 32 hex digits over check id and subjects; no line numbers, so edits above do not change it. */
  readonly fingerprint: string;
  readonly suppressed: Suppression | null;
}

/**
 * Something the scan could not read, finish, or did on purpose. `incomplete` notices make the exit code 2;
 * the others are information.
 */
export interface Notice {
  readonly kind: 'unparsed' | 'skipped' | 'limit' | 'suppression' | 'coverage' | 'internal';
  readonly file: string | null;
  readonly message: string;
  readonly incomplete: boolean;
}
