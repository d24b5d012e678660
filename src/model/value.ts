import type { SourceRange } from './source.ts';

/** Why a setting cannot be read from the text alone. */
export type UnknownReason = 'interpolated' | 'external' | 'encrypted' | 'unparsed';

/** A setting: written in the file, defaulted by the vendor (`source` says where that is stated), or not knowable. */
export type Value<T> =
  | { readonly state: 'set'; readonly value: T; readonly at: SourceRange }
  | {
      readonly state: 'default';
      readonly value: T;
      readonly at: SourceRange;
      readonly source: string;
    }
  | { readonly state: 'unknown'; readonly why: UnknownReason; readonly at: SourceRange };

/** A setting written in the file. */
export function written<T>(value: T, at: SourceRange): Value<T> {
  return { state: 'set', value, at };
}

/** A setting the vendor supplies when the file is silent; `at` is where it could have been written. */
export function byDefault<T>(value: T, at: SourceRange, source: string): Value<T> {
  return { state: 'default', value, at, source };
}

/** A setting the text does not decide. */
export function unknown<T>(why: UnknownReason, at: SourceRange): Value<T> {
  return { state: 'unknown', why, at };
}

/** The value when it is known, else `undefined`: callers must decide what not knowing means. */
export function known<T>(value: Value<T>): T | undefined {
  return value.state === 'unknown' ? undefined : value.value;
}
