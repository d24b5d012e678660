import type { AgentRule } from './fact.ts';

/** A command line that an agent must not run by itself. */
export interface Stop {
  /** The words it starts with: `railway volume delete`. */
  readonly prefix: string;
  /** Flags of which one makes it destroy; empty where it always does. */
  readonly flags: readonly string[];
  /** `deny` for what cannot be undone, `ask` for the rest. */
  readonly effect: 'deny' | 'ask';
}

/** What the narrowest settings of one agent in one folder must hold. Paths are relative to that folder. */
export interface HardenRequest {
  /** Texts of those files of {@link Hardening.files} that exist. */
  readonly texts: ReadonlyMap<string, string>;
  readonly stops: readonly Stop[];
  /** Rules that let arbitrary code or one of the stops run unasked. */
  readonly loose: readonly AgentRule[];
  /** Files that hold credentials. */
  readonly secrets: readonly string[];
  /** Tools of MCP servers that destroy. */
  readonly tools: readonly { readonly server: string; readonly name: string }[];
}

/** A file as it should be, new or changed. */
export interface HardenedFile {
  /** Relative to the agent's folder. */
  readonly file: string;
  readonly text: string;
}

/** Changes nothing that already is as narrow, keeps comments, formatting and the team's harmless rules. */
export type Harden = (request: HardenRequest) => readonly HardenedFile[];

/** How one agent's settings are narrowed. */
export interface Hardening {
  /** Products of the collector that these files narrow; absent: all. */
  readonly products?: readonly string[];
  /** The files it may write, relative to the agent's folder; a glob stands for those that are there. */
  readonly files: readonly string[];
  readonly load: () => Promise<{
    readonly harden: Harden;
    /** JSON Schemas (draft 2020-12 or draft 7) that the written files must satisfy, by file or glob. */
    readonly schemas: Readonly<Record<string, object>>;
  }>;
}
