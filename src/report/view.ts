import type { Backup, Confidence, DataStore, Entity } from '../model/fact.ts';
import type { Area, Finding, Notice, Severity, Suppression } from '../model/finding.ts';
import type { Hop, Path } from '../model/graph.ts';
import type { Location } from '../model/source.ts';
import type { Lens } from './lens.ts';
import { createLens } from './lens.ts';
import { printable } from './printable.ts';
import { redactText } from './redact.ts';
import type { ScanResult } from './result.ts';

/** A range as people count: 1-based, columns in UTF-16 units, `endColumn` exclusive. */
export interface PlaceView {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly label: string;
}

export interface EntityView {
  readonly kind: string;
  readonly name: string;
  readonly at: PlaceView;
}

export interface HopView {
  readonly from: EntityView;
  readonly relation: string;
  readonly to: EntityView;
  readonly because: string;
  readonly at: PlaceView;
  readonly guards: readonly { readonly name: string; readonly strength: string }[];
}

export interface PathView {
  readonly confidence: Confidence;
  readonly alternates: number;
  readonly hops: readonly HopView[];
  readonly store: EntityView;
  /** Copies that die with the store. */
  readonly lost: readonly EntityView[];
  readonly survivors: readonly EntityView[];
}

export interface SuppressionView {
  readonly reason: string;
  readonly until: string | null;
  readonly at: PlaceView;
}

export interface FindingView {
  readonly check: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly at: PlaceView;
  readonly related: readonly PlaceView[];
  readonly path: PathView | null;
  readonly fixes: readonly { readonly title: string; readonly safety: string }[];
  readonly fingerprint: string;
  readonly suppressed: SuppressionView | null;
}

export interface NoticeView {
  readonly kind: Notice['kind'];
  readonly file: string | null;
  readonly message: string;
  readonly incomplete: boolean;
}

/** Text that belongs to no scanned tree: one line, harmless, with everything masked that looks like a secret by itself. */
export function clean(text: string): string {
  return redactText(printable(text));
}

/** Findings as every format shows them: located, cleaned, in the order of the result. */
export function viewFindings(result: ScanResult): readonly FindingView[] {
  const lens = createLens(result.texts);
  return result.findings.map((finding) => viewFinding(finding, lens));
}

function viewFinding(finding: Finding, lens: Lens): FindingView {
  return {
    check: finding.check,
    area: finding.area,
    severity: finding.severity,
    confidence: finding.confidence,
    what: lens.clean(finding.what),
    why: lens.clean(finding.why),
    fix: lens.clean(finding.fix),
    at: viewLocation(finding.at, lens),
    related: finding.related.map((location) => viewLocation(location, lens)),
    path: finding.path === null ? null : viewPath(finding.path, lens),
    fixes: finding.fixes.map((fix) => ({ title: lens.clean(fix.title), safety: fix.safety })),
    fingerprint: finding.fingerprint,
    suppressed: finding.suppressed === null ? null : viewSuppression(finding.suppressed, lens),
  };
}

/** Notices as every format shows them. */
export function viewNotices(result: ScanResult): readonly NoticeView[] {
  const lens = createLens(result.texts);
  return result.notices.map((notice) => ({ ...notice, message: lens.clean(notice.message) }));
}

function viewLocation(location: Location, lens: Lens): PlaceView {
  return lens.locate(location, location.label);
}

function viewPath(path: Path, lens: Lens): PathView {
  return {
    confidence: path.confidence,
    alternates: path.alternates,
    hops: path.hops.map((hop) => viewHop(hop, lens)),
    store: viewEntity(path.store, lens),
    lost: viewCopies(path.lost, lens),
    survivors: viewCopies(path.survivors, lens),
  };
}

function viewHop(hop: Hop, lens: Lens): HopView {
  return {
    from: viewEntity(hop.from, lens),
    relation: hop.edge.rel,
    to: viewEntity(hop.to, lens),
    because: lens.clean(hop.edge.because),
    at: lens.locate(hop.edge.at, 'what makes this hop possible'),
    guards: hop.guards.map((guard) => ({ name: lens.clean(guard.name), strength: guard.strength })),
  };
}

function viewCopies(copies: readonly (Backup | DataStore)[], lens: Lens): readonly EntityView[] {
  return copies.map((copy) => viewEntity(copy, lens));
}

function viewEntity(entity: Entity, lens: Lens): EntityView {
  return {
    kind: entity.kind,
    name: lens.clean(entity.name),
    at: lens.locate(entity.at, entity.name),
  };
}

function viewSuppression(suppression: Suppression, lens: Lens): SuppressionView {
  return {
    reason: lens.clean(suppression.reason),
    until: suppression.until,
    at: lens.locate(suppression.at, 'the decision'),
  };
}
