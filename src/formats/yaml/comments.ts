import { EVENT_ID } from 'js-yaml';
import type { SourceRange } from '../../model/source.ts';
import { lineEnd } from '../positions.ts';
import { isCommentStart } from './skip.ts';
import type { YamlSource } from './template-context.ts';
import type { TreeEvent } from './tree-event.ts';

/** Comments of a YAML file and of the template it may be, in source order. */
export function commentRanges(
  source: YamlSource,
  events: readonly TreeEvent[],
): readonly SourceRange[] {
  const { file, masked } = source;
  const comments: SourceRange[] = source.spans
    .filter((span) => span.role === 'comment')
    .map(({ start, end }) => ({ file, start, end }));
  let hash = masked.indexOf('#');
  for (const event of events) {
    if (hash < 0) break;
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
    hash = collect(source, hash, event.valueStart, comments);
    if (hash >= 0 && hash < event.valueEnd) hash = masked.indexOf('#', event.valueEnd);
  }
  collect(source, hash, masked.length, comments);
  return comments.sort((a, b) => a.start - b.start);
}

/** Takes the comments between `hash` and `limit`; returns the first `#` after them. */
function collect(source: YamlSource, from: number, limit: number, comments: SourceRange[]): number {
  const { file, masked } = source;
  let hash = from;
  while (hash >= 0 && hash < limit) {
    const end = isCommentStart(masked, hash) ? lineEnd(masked, hash) : hash + 1;
    if (end > hash + 1 || isCommentStart(masked, hash)) comments.push({ file, start: hash, end });
    hash = masked.indexOf('#', end);
  }
  return hash;
}
