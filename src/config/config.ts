import type { Tier } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { ConfigSuppression } from '../triage/suppress.ts';

/** What a file is for. Anything but `source` is written to be read, tried or copied rather than to run here. */
export type FileClass =
  | 'source'
  | 'test'
  | 'fixture'
  | 'template'
  | 'example'
  | 'docs'
  | 'vendored';

/** The team's settings. Lists are in the order of the file; the first match counts. */
export interface Config {
  /** Globs over files. */
  readonly environments: readonly {
    readonly match: string;
    readonly tier: Exclude<Tier, 'unknown'>;
  }[];
  /** Globs over files. */
  readonly pathClasses: readonly { readonly match: string; readonly class: FileClass }[];
  /** Globs over store names. */
  readonly stores: readonly { readonly match: string; readonly disposable: boolean }[];
  /** Ids of checks that do not run. */
  readonly checksOff: readonly string[];
  /** `null` when the file does not say. */
  readonly failOn: Severity | 'never' | null;
  readonly suppressions: readonly ConfigSuppression[];
  readonly suppressionsInAgentFiles: boolean;
}

/** Names of the configuration file in the scanned root; the first that exists is read. */
export const configFiles = ['riskscan.yaml', 'riskscan.yml', '.riskscan.yaml'] as const;

/** What counts where there is no configuration file, or it is silent. */
export const defaultConfig: Config = {
  environments: [],
  pathClasses: [],
  stores: [],
  checksOff: [],
  failOn: null,
  suppressions: [],
  suppressionsInAgentFiles: false,
};
