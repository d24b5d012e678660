import { at, type DataEntry, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { joinedFolder, withoutRoot } from './folder.ts';
import type { JobStep } from './job.ts';

/** A step that names a ready-made action or task instead of a program. */
export interface NamedStep {
  /** Without version. */
  readonly name: string;
  /** Where the name is written. */
  readonly uses: ScalarNode;
  readonly inputs: DataNode | undefined;
  readonly variables: readonly DataEntry[];
}

const maxLength = 500;
const placeholder = /\{(?:(--?[\w-]+) )?([\w-]+)\}/g;

/** The tool that a ready-made step runs, as the program it stands for; none where no pack knows the step. It is placed where the step is named. */
export function ciActionSteps(
  step: NamedStep,
  document: JobStep['document'],
  knowledge: Knowledge,
): readonly JobStep[] {
  const spec = knowledge.ciAction(step.name)?.spec;
  if (spec === undefined) return [];
  const { onlyWith, harmlessWith } = spec;
  const given = (input: string): string => {
    const node = at(step.inputs, input);
    return node?.type === 'scalar' ? node.text.trim().slice(0, maxLength) : '';
  };
  if (onlyWith !== undefined && given(onlyWith.input) !== onlyWith.value) return [];
  if (harmlessWith !== undefined && given(harmlessWith.input) === harmlessWith.value) return [];
  const filled = spec.runs.replace(placeholder, (_, flag: string | undefined, input: string) => {
    const value = given(input);
    return value === '' || flag === undefined ? value : `${flag} ${value}`;
  });
  const text = filled.trim();
  const map = [
    [0, step.uses.at.start],
    [text.length - 1, step.uses.at.end - 1],
  ] as const;
  const path = spec.folder === null ? '' : given(spec.folder);
  const folder = joinedFolder('', withoutRoot(path));
  return [{ document, program: { text, map }, folder, variables: step.variables }];
}
