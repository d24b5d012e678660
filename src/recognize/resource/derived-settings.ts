import type { Resource } from '../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../model/value.ts';
import { settingAt, textOf } from './settings.ts';

/** The opposite, decided at the same place. */
export function inverted(value: Value<boolean>): Value<boolean> {
  return derived(value, (on) => !on);
}

/** What follows from a setting, as well known as the setting is. */
export function derived<A, B>(value: Value<A>, follow: (value: A) => B): Value<B> {
  if (value.state === 'unknown') return value;
  if (value.state === 'set') return written(follow(value.value), value.at);
  return byDefault(follow(value.value), value.at, value.source);
}

/** The vendor has no such setting, or nothing says what holds. */
export function notSaid<T>(resource: Resource): Value<T> {
  return unknown('external', resource.at);
}

/** Something is written there, known or not. */
export function isWritten(resource: Resource, ...paths: readonly string[]): boolean {
  return paths.some((path) => settingAt(resource, path) !== undefined);
}

/** The value where it is a text in the file. */
export function literal(resource: Resource, path: string): string | undefined {
  return known(textOf(resource, path, null));
}
