import {
  at,
  type DataEntry,
  type DataNode,
  type EmbeddedText,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** A step that names an action instead of a program. */
export interface ActionStep {
  readonly type: 'action';
  /** `anthropics/claude-code-action`, lower case; `./.github/actions/deploy` for one of the repository. */
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
  readonly program: EmbeddedText & { readonly at: SourceRange };
  readonly condition: string;
  readonly variables: readonly DataEntry[];
  /** `working-directory`, where it has its own. */
  readonly folder?: DataNode;
  /** The shell it names; absent: the job's. */
  readonly shell?: string;
}

export type Step = ActionStep | ProgramStep;

/** Text of a scalar, `''` for anything else. */
export function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

/** Steps of a job or of a composite action that can run. */
export function stepsOf(owner: DataNode | undefined): readonly Step[] {
  return items(at(owner, 'steps')).flatMap(stepOf);
}

function stepOf(node: DataNode): readonly Step[] {
  if (isNever(at(node, 'if'))) return [];
  const condition = textOf(at(node, 'if'));
  const variables = entries(at(node, 'env'));
  const uses = at(node, 'uses');
  if (uses?.type === 'scalar') {
    const [name = '', version = ''] = uses.text.trim().split('@');
    const inputs = at(node, 'with');
    const named = name.startsWith('.') ? name : name.toLowerCase();
    return [{ type: 'action', name: named, version, uses, inputs, condition, variables }];
  }
  const program = at(node, 'run');
  if (program?.type !== 'scalar') return [];
  const folder = at(node, 'working-directory');
  const shell = at(node, 'shell');
  return [
    {
      type: 'program',
      program,
      condition,
      variables,
      ...(folder === undefined ? {} : { folder }),
      ...(shell?.type === 'scalar' ? { shell: shell.text } : {}),
    },
  ];
}

/** `if: false`, also written as an expression. */
export function isNever(node: DataNode | undefined): boolean {
  return /^(?:\$\{\{)?\s*false\s*(?:\}\})?$/.test(textOf(node).trim());
}
