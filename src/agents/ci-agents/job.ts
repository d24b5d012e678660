import type { DataEntry, Document, TextDocument } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import type { JobRights } from '../../recognize/workflow/job-token.ts';
import type { Step } from '../../recognize/workflow/step.ts';

/** One job of a pipeline, whatever the product. */
export interface Job {
  readonly id: string;
  readonly document: Document;
  readonly steps: readonly Step[];
  /** Variables that every step of it gets. */
  readonly variables: readonly DataEntry[];
  /** A trigger that people without write access can pull, with nothing before the job that looks at who they are. */
  readonly openTrigger: { readonly name: string; readonly at: SourceRange } | null;
  /** What it may destroy in the repository, where that is written down. */
  readonly rights: JobRights | null;
  readonly runsOnWindows: boolean;
}

/** What an agent finds beside its own step: settings files of the repository. */
export interface Surroundings {
  readonly job: Job;
  readonly step: Step;
  readonly settings: readonly Document[];
}

/** A text file as a document whose words can be masked like those of data files. */
export function asData(document: Document | TextDocument) {
  return { ...document, shape: 'data', roots: [] } as const;
}
