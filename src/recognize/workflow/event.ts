import { at, type DataNode, entries } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { textOf } from './step.ts';

/** One event of `on`. */
export interface WorkflowEvent {
  /** `push`, `pull_request_target` … */
  readonly name: string;
  readonly at: SourceRange;
  /** Kinds of it that count; empty: the ones GitHub takes by itself. */
  readonly types: readonly string[];
  /** What narrows it: branches, tags, inputs, a clock. */
  readonly settings: DataNode | undefined;
}

/** `on` as a word, a list or a map. */
export function eventsOf(node: DataNode | undefined): readonly WorkflowEvent[] {
  if (node?.type === 'scalar') return [event(node.text, node.at)];
  if (node?.type === 'list') return node.items.map((item) => event(textOf(item), item.at));
  return entries(node).map(({ key, keyAt, value }) => ({
    name: key,
    at: keyAt,
    types: wordsOf(at(value, 'types')),
    settings: value,
  }));
}

function event(name: string, place: SourceRange): WorkflowEvent {
  return { name, at: place, types: [], settings: undefined };
}

/** A list of words, or one word. */
export function wordsOf(node: DataNode | undefined): readonly string[] {
  return node?.type === 'list' ? node.items.map(textOf) : [textOf(node)].filter(Boolean);
}
