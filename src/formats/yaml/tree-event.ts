import type { Event } from 'js-yaml';

/** Something that stands in the file and is too deep to be read. */
export interface UnreadEvent {
  readonly type: 0;
  readonly start: number;
  readonly end: number;
}

/** What a YAML reader hands to the tree builder; offsets are those of the text it read. */
export type TreeEvent = Event | UnreadEvent;

/** `type` of an {@link UnreadEvent}, beside js-yaml's own event ids. */
export const UNREAD = 0;

/** A place the reader stumbled over, in its own words, free of source text. */
export interface ReadProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
