import type { StartedListing } from '../discover/start-listing.ts';
import type { Confidence } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { FilePath } from '../model/source.ts';

/** What a scan is asked to do. Everything that is not in the tree comes in here: the clock, the day, the environment. */
export interface ScanOptions {
  /** Folder or file. */
  readonly root: string;
  /** Variables of the caller; only git's search path is taken from them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What git was asked about the root already. */
  readonly listing?: StartedListing;
  /** Files or folders below the root; absent: all. */
  readonly only?: readonly string[];
  /** Absolute path of the user's home, to read the agents' settings there too; absent: it is not looked at. */
  readonly home?: string;
  /** Texts that stand for files of the tree, new ones included: how a change would be judged. */
  readonly overlay?: ReadonlyMap<FilePath, string>;
  /** Absolute path of a configuration file; absent: the one in the root. */
  readonly configFile?: string;
  /** Ids of the checks to run; absent: all. */
  readonly checks?: readonly string[];
  readonly skip?: readonly string[];
  readonly minSeverity: Severity;
  readonly minConfidence: Confidence;
  /** ISO date, for suppressions that end. */
  readonly today: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  readonly onProgress?: (progress: {
    readonly stage: string;
    readonly done: number;
    readonly total: number;
  }) => void;
}
