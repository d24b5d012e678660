import { type ChartValues, evaluated, isTruthy } from './template-value.ts';

/** A part of a template, as offsets of its file. */
type Part = readonly [start: number, end: number];

const maxParts = 1000;

/** One open block while a template is read. */
interface Block {
  readonly keyword: string;
  /** Where the branch that is being read begins. */
  start: number;
  /** What is known of that branch; `undefined`: nobody can tell whether it is printed. */
  state: boolean | undefined;
  /** A branch before this one is printed for certain, or may be. */
  taken: boolean | undefined;
}

/**
 * The parts of a template that its chart does not print with these values, or that nobody can tell of: both are left out of what is read. What a loop
 * prints depends on the round, and a definition prints nothing where it stands.
 */
export function unprinted(template: string, chart: ChartValues): readonly Part[] {
  const parts: Part[] = [];
  const blocks: Block[] = [];
  const close = (block: Block, end: number) => {
    if (block.state !== true) parts.push([block.start, end]);
  };
  for (const match of template.matchAll(/\{\{-?([^{}]{0,500})\}\}/g)) {
    const body = (match[1] ?? '').replace(/-$/, '').trim();
    const end = match.index + match[0].length;
    const keyword = /^(?:if|with|range|define|block|else|end)(?![\w.])/.exec(body)?.[0];
    if (keyword === undefined) continue;
    const rest = body.slice(keyword.length).trim();
    const block = blocks.at(-1);
    if (keyword === 'end') {
      if (block !== undefined) close(block, match.index);
      blocks.pop();
    } else if (keyword === 'else') {
      if (block === undefined) continue;
      close(block, match.index);
      const state = rest.startsWith('if ') ? isTruthy(evaluated(rest.slice(3), chart)) : true;
      block.start = end;
      block.state = block.taken === false ? state : block.taken === true ? false : undefined;
      block.taken = either(block.taken, state);
    } else {
      const state =
        keyword === 'if' || keyword === 'with' ? isTruthy(evaluated(rest, chart)) : undefined;
      blocks.push({ keyword, start: end, state, taken: state });
    }
  }
  for (const block of blocks) close(block, template.length);
  // A template of thousands of branches is made to be slow.
  return parts.length > maxParts ? [[0, template.length]] : parts.sort((a, b) => a[0] - b[0]);
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}
