import type {
  DataEntry,
  DataNode,
  Document,
  ScalarNode,
  TextDocument,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** A step that names an action instead of a program. */
export interface ActionStep {
  readonly type: 'action';
  /** `anthropics/claude-code-action`, lower case. */
  readonly name: string;
  /** What stands after the `@`. */
  readonly version: string;
  readonly uses: ScalarNode;
  readonly inputs: DataNode | undefined;
  readonly condition: string;
  readonly variables: readonly DataEntry[];
}

/** A step that runs a shell program. */
export interface ProgramStep {
  readonly type: 'program';
  readonly program: Pick<ScalarNode, 'text' | 'map' | 'at'>;
  readonly condition: string;
  readonly variables: readonly DataEntry[];
}

export type Step = ActionStep | ProgramStep;

/** One job of a pipeline, whatever the product. */
export interface Job {
  readonly id: string;
  readonly document: Document;
  readonly steps: readonly Step[];
  /** Variables that every step of it gets. */
  readonly variables: readonly DataEntry[];
  /** A trigger that people without write access can pull, with nothing before the job that looks at who they are. */
  readonly openTrigger: { readonly name: string; readonly at: SourceRange } | null;
  /** Where it is given write access to the repository. */
  readonly writes: { readonly name: string; readonly at: SourceRange } | null;
  readonly runsOnWindows: boolean;
}

/** What an agent finds beside its own step: settings files of the repository. */
export interface Surroundings {
  readonly job: Job;
  readonly step: Step;
  readonly settings: readonly Document[];
}

/** Text of a scalar, `''` for anything else. */
export function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

/** A text file as a document whose words can be masked like those of data files. */
export function asData(document: Document | TextDocument) {
  return { ...document, shape: 'data', roots: [] } as const;
}
