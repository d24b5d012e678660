import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { MAX_DEPTH } from '../positions.ts';

/** A well-formed stream, or the offset where it stops being one. */
export type FastReading = { readonly events: readonly Event[] } | { readonly brokenAt: number };

/** Reads well-formed YAML. */
export function fastEvents(text: string): FastReading {
  try {
    return { events: parseEvents(text, { maxDepth: MAX_DEPTH }) };
  } catch (error) {
    const position = error instanceof YAMLException ? error.mark?.position : undefined;
    return { brokenAt: Math.min(text.length, Math.max(0, position ?? 0)) };
  }
}
