import type { DataEntry, Document, EmbeddedText, ShellDocument } from '../../model/document.ts';
import type { Confidence, Strength, Trigger } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';

/** A shell program that a job runs. */
export interface JobStep {
  /** Where it is written: a step of a composite action stands in the action's own file. */
  readonly document: Document;
  readonly program: EmbeddedText;
  /** Folder it starts in, `''` for the root; `null` where only a run can tell. */
  readonly folder: string | null;
  /** Variables of this step alone. */
  readonly variables: readonly DataEntry[];
  /** What sets it off, after its own condition; absent: whatever sets the job off. */
  readonly triggers?: readonly Trigger[];
  /** It runs on another machine, which stays: through an action that opens a shell there. */
  readonly isRemote?: boolean;
}

/** The program of a step, parsed. */
export interface JobProgram {
  readonly step: JobStep;
  readonly shell: ShellDocument;
}

/** Something that stands before the job, or before a part of it. */
export interface Gate {
  /** As a finding prints it: `the environment "production"`. */
  readonly name: string;
  readonly strength: Strength;
  /** `low`: it is declared, and whether anybody has to agree is a setting elsewhere. */
  readonly confidence: Confidence;
  /** Why it holds, as a clause. */
  readonly because: string;
  readonly at: SourceRange;
}

/** One job of any automation, before it becomes facts. */
export interface PipelineJob {
  /** `github-actions`, `gitlab-ci` … */
  readonly product: string;
  readonly collector: string;
  /** Unique within the document that declares it. */
  readonly id: string;
  /** As findings print it. */
  readonly name: string;
  readonly document: Document;
  /** Where its name is written. */
  readonly at: SourceRange;
  readonly steps: readonly JobStep[];
  /** Variables of every step, the outermost first. */
  readonly variables: readonly DataEntry[];
  readonly triggers: readonly Trigger[];
  readonly gates: readonly Gate[];
  /** Every value that the system's own environment setting can take; empty where it has none. */
  readonly environments: readonly string[];
  /** Every text that a value with expressions of the system can become; none where only a run can tell. */
  readonly valuesOf: (text: string) => readonly string[];
  /** Names that speak of a stage where nothing better does, the most telling first: job, file, branches. */
  readonly names: readonly string[];
  /** The machine is made for this run and thrown away after it; false: it stays, or nobody says. */
  readonly isThrowaway: boolean;
  /** It holds something that opens a door: a secret, a role, a login; false: what it can destroy is its own. */
  readonly isArmed: boolean;
  /** It brings databases of its own that end with it. */
  readonly hasServices: boolean;
  /** Where the secrets it names are kept, if every job that names one of them there gets the same value; absent: they can differ from job to job. */
  readonly secretStore?: string;
  /** Every secret of the system is a variable of the job, whether the file hands it over or not. */
  readonly seesAllSecrets?: boolean;
  /** Names of the actions, orbs and plug-ins it uses. */
  readonly uses: readonly string[];
  /** How this system lets a person decide first, imperative. */
  readonly remedy: string;
}
