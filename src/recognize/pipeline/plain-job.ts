import {
  at,
  type DataEntry,
  type DataNode,
  type EmbeddedText,
  entries,
  type OffsetPair,
} from '../../model/document.ts';
import type { JobStep, PipelineJob } from './job.ts';

/** A job of a system whose secrets are settings that every job gets, and whose machines are made for the run. Whatever is given replaces that. */
export function plainJob(
  given: Pick<PipelineJob, 'product' | 'id' | 'document' | 'at' | 'steps' | 'triggers' | 'remedy'> &
    Partial<PipelineJob>,
): PipelineJob {
  return {
    collector: given.product,
    name: given.id,
    variables: [],
    gates: [],
    environments: [],
    valuesOf: () => [],
    names: [given.id],
    isThrowaway: true,
    isArmed: true,
    hasServices: false,
    uses: [],
    ...given,
  };
}

/** A step of lines that run in one shell. */
export function shellStep(
  document: PipelineJob['document'],
  lines: readonly DataNode[],
  rest: Partial<JobStep> = {},
): readonly JobStep[] {
  const program = joinedLines(lines);
  return program === null ? [] : [{ document, program, folder: '', variables: [], ...rest }];
}

const maxLines = 500;

/** Lines of one shell as one program, so that a `cd` in one counts in the next. Lists inside the list are read in place. */
function joinedLines(lines: readonly DataNode[]): EmbeddedText | null {
  const pieces = lines.flatMap((line) => scalarsIn(line, 0)).slice(0, maxLines);
  if (pieces.length === 0) return null;
  let text = '';
  const map: OffsetPair[] = [];
  for (const piece of pieces) {
    for (const [decoded, source] of piece.map) map.push([decoded + text.length, source]);
    text += `${piece.text}\n`;
  }
  return { text, map };
}

const maxDepth = 10;

function scalarsIn(node: DataNode, depth: number): readonly EmbeddedText[] {
  if (node.type === 'scalar') return typeof node.value === 'string' ? [node] : [];
  if (node.type !== 'list' || depth > maxDepth) return [];
  return node.items.flatMap((item) => scalarsIn(item, depth + 1));
}

/** `NAME: value`, `NAME: { value }`, a list of `name` and `value`, or a stored secret as a reference to its name. */
export function variableEntries(node: DataNode | undefined): readonly DataEntry[] {
  const pairs =
    node?.type === 'list'
      ? node.items.flatMap((item) => {
          const name = at(item, 'name') ?? at(item, 'key');
          const value = at(item, 'value');
          if (name?.type !== 'scalar' || value === undefined) return entries(item);
          return [{ key: name.text, keyAt: name.at, labels: [], value }];
        })
      : entries(node);
  return pairs.map((pair) => ({ ...pair, value: storedValue(pair.value) }));
}

function storedValue(node: DataNode): DataNode {
  if (node.type !== 'map') return node;
  const secret = at(node, 'from_secret') ?? at(node, 'secret');
  if (secret?.type === 'scalar') {
    return { type: 'expr', text: `$${secret.text}`, refs: [secret.text], at: secret.at };
  }
  return at(node, 'value') ?? node;
}

/** A scalar, or the scalars of a list. */
export function texts(node: DataNode | undefined): readonly string[] {
  if (node?.type === 'list') return node.items.flatMap((item) => texts(item));
  return node?.type === 'scalar' ? [node.text] : [];
}
