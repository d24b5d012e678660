import type { Confidence } from '../model/fact.ts';
import type { Draft, Finding, Notice, Severity } from '../model/finding.ts';
import { confidences, severities } from '../model/finding.ts';
import type { Location } from '../model/source.ts';
import type { CheckInfo } from '../report/result.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { SuppressOptions } from './suppress.ts';
import { suppress } from './suppress.ts';

/** A draft and the check that yielded it. */
export interface CheckedDraft {
  readonly check: Pick<CheckInfo, 'id' | 'area' | 'severity' | 'why' | 'fix' | 'title'>;
  readonly draft: Draft;
}

export interface TriageOptions extends SuppressOptions {
  readonly minSeverity: Severity;
  readonly minConfidence: Confidence;
  /** Check ids to keep; empty keeps all. */
  readonly only: readonly string[];
  /** Check ids to leave out, those switched off in the configuration included. */
  readonly skip: readonly string[];
}

/** Makes findings of drafts: fingerprinted, merged, suppressed where decided, filtered, sorted from worst to mildest. */
export function triage(
  drafts: readonly CheckedDraft[],
  options: TriageOptions,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const wanted = drafts.filter(({ check }) => isWanted(check.id, options));
  const merged = mergeSame(wanted.map(toFinding).sort(compareFindings));
  const ran = new Set([...options.ran].filter((id) => isWanted(id, options)));
  const { findings, notices } = suppress(merged, { ...options, ran });
  const kept = findings.filter(
    (finding) =>
      atLeast(severities, finding.severity, options.minSeverity) &&
      atLeast(confidences, finding.confidence, options.minConfidence),
  );
  return { findings: kept, notices };
}

/** Worst first, then file, offset, check, wording: a total order, so that the same input gives the same bytes. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    compareText(a.at.file, b.at.file) ||
    a.at.start - b.at.start ||
    compareText(a.check, b.check) ||
    confidences.indexOf(b.confidence) - confidences.indexOf(a.confidence) ||
    a.at.end - b.at.end ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(a.what, b.what)
  );
}

function isWanted(check: string, options: TriageOptions): boolean {
  return (
    (options.only.length === 0 || options.only.includes(check)) && !options.skip.includes(check)
  );
}

function toFinding({ check, draft }: CheckedDraft): Finding {
  const severity = draft.severity ?? check.severity;
  return {
    check: check.id,
    area: check.area,
    // A guess, however bad it would be, must not fail anybody's build.
    severity: draft.confidence === 'low' ? 'low' : severity,
    confidence: draft.confidence,
    what: draft.what,
    why: draft.why ?? check.why,
    fix: draft.fix ?? check.fix,
    at: {
      file: draft.at.file,
      start: draft.at.start,
      end: draft.at.end,
      label: draft.label ?? draft.subjects[0]?.name ?? check.title,
    },
    related: uniquePlaces(draft.related ?? []),
    path: draft.path ?? null,
    fixes: draft.fixes ?? [],
    fingerprint: fingerprintOf(check.id, draft.subjects, draft.path),
    suppressed: null,
  };
}

/** One risk seen in several places is one finding: the first in order speaks, the others become related places. */
function mergeSame(sorted: readonly Finding[]): readonly Finding[] {
  const byFingerprint = new Map<string, Finding>();
  for (const finding of sorted) {
    const first = byFingerprint.get(finding.fingerprint);
    byFingerprint.set(finding.fingerprint, first === undefined ? finding : merge(first, finding));
  }
  return [...byFingerprint.values()];
}

function merge(first: Finding, other: Finding): Finding {
  const places = uniquePlaces([...first.related, other.at, ...other.related]);
  return {
    ...first,
    related: places.filter((place) => placeKey(place) !== placeKey(first.at)),
    fixes: [...first.fixes, ...other.fixes],
  };
}

function uniquePlaces(places: readonly Location[]): readonly Location[] {
  const seen = new Map<string, Location>();
  for (const place of places) if (!seen.has(placeKey(place))) seen.set(placeKey(place), place);
  return [...seen.values()];
}

function placeKey(place: Location): string {
  return `${place.file}\0${place.start}\0${place.end}`;
}

function atLeast<T>(scale: readonly T[], value: T, minimum: T): boolean {
  return scale.indexOf(value) >= scale.indexOf(minimum);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
