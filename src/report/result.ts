import type { Area, Finding, Notice, Severity, Suppression } from '../model/finding.ts';
import type { FilePath } from '../model/source.ts';

/** One file of a documented case; `text` is printed as it is, so it holds no real secret. */
export interface ExampleFile {
  readonly file: string;
  readonly text: string;
}

/** What a check's documentation is made of. */
export interface CheckInfo {
  readonly id: string;
  /** Former ids. */
  readonly aliases?: readonly string[];
  readonly area: Area;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  /** When a team may accept the finding. */
  readonly accept: string;
  readonly references: readonly string[];
  /** Version that introduced it. */
  readonly since: string;
  readonly examples?: {
    readonly bad: readonly ExampleFile[];
    readonly good: readonly ExampleFile[];
  };
}

export interface ScanSummary {
  readonly filesSeen: number;
  readonly filesRead: number;
  readonly filesParsed: number;
  /** Milliseconds. */
  readonly durationMs: number;
  /** Paths from an actor to a store. */
  readonly paths: number;
  /** Findings that the baseline accepts. */
  readonly baselined: number;
}

/** All that a report may show. */
export interface ScanResult {
  /** Display name of the scanned root; machine formats leave it out. */
  readonly root: string;
  /** Sorted as `triage` leaves them, suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Texts of the files that findings point into, for line numbers and frames. */
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly summary: ScanSummary;
  /** Every check of this run, for its documentation. */
  readonly checks: readonly CheckInfo[];
  /** Threshold of the configuration file, `null` when it sets none. */
  readonly failOn: Severity | 'never' | null;
  /** True when agent settings of the user's home directory were read. */
  readonly homeRead: boolean;
}

/** What a report has to know about the program that writes it. */
export interface ToolInfo {
  readonly version: string;
}

/** File that holds accepted findings; a suppression located there is a baseline entry. */
const baselineFile = '.riskscan/baseline.json';

/** True when the finding was accepted on adoption day and not by a decision of its own. */
function isBaselined(suppression: Suppression | null): boolean {
  return suppression?.at.file === baselineFile;
}

/** How many findings stand, by severity, and how many a person accepted. */
export function countFindings(result: ScanResult): {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly standing: number;
  readonly suppressed: number;
} {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  let standing = 0;
  let suppressed = 0;
  for (const finding of result.findings) {
    if (finding.suppressed === null) {
      bySeverity[finding.severity] += 1;
      standing += 1;
    } else if (!isBaselined(finding.suppressed)) {
      suppressed += 1;
    }
  }
  return { bySeverity, standing, suppressed };
}
