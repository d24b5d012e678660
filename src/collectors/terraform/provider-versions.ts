import type { DataDocument, DataNode } from '../../model/document.ts';
import { blocksOf, nested } from './block.ts';
import type { ModuleCode } from './module-code.ts';

/** Major, minor, patch. */
type Version = readonly number[];

/** Whether a root may be run with a version of a provider or a later one; a provider is called as its types begin. */
export type MayUse = (provider: string, version: string) => boolean;

/**
 * What the lock file of a root or its `required_providers` allow. What neither limits may be the newest there is.
 * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints (read 2026-11-21)
 */
export function usableVersions(code: ModuleCode, lock: DataDocument | undefined): MayUse {
  const newest = new Map([...required(code), ...locked(lock)]);
  return (provider, version) => {
    const limit = newest.get(provider);
    return limit === undefined || !isBelow(limit, numbersIn(version));
  };
}

function required({ settings }: ModuleCode): readonly (readonly [string, Version])[] {
  return settings.flatMap((block) =>
    [...(nested(block, 'required_providers')?.attributes ?? [])].flatMap(([name, { value }]) => {
      const limit = newestOf(constraintIn(value));
      return limit === null ? [] : [[name, limit] as const];
    }),
  );
}

function constraintIn(node: DataNode): string {
  if (node.type === 'scalar') return node.text;
  if (node.type !== 'map') return '';
  const version = node.entries.find(({ key }) => key === 'version')?.value;
  return version?.type === 'scalar' ? version.text : '';
}

/** `provider "registry.terraform.io/hashicorp/google" { version = "6.1.0" }`. */
function locked(lock: DataDocument | undefined): readonly (readonly [string, Version])[] {
  return (lock === undefined ? [] : blocksOf(lock)).flatMap(({ type, labels, attributes }) => {
    const version = attributes.get('version')?.value;
    const name = labels[0]?.split('/').at(-1);
    if (type !== 'provider' || name === undefined || version?.type !== 'scalar') return [];
    return [[name, numbersIn(version.text)] as const];
  });
}

/** The newest version that every part of a constraint allows; `null` where none is a limit. */
function newestOf(constraint: string): Version | null {
  const limits = constraint.split(',', 10).flatMap((part) => limitOf(part.trim()) ?? []);
  return limits.reduce<Version | null>(
    (least, one) => (least === null || isBelow(one, least) ? one : least),
    null,
  );
}

function limitOf(part: string): [Version] | null {
  const match = /^(~>|<=?|=)?\s{0,4}v?(\d{1,6}(?:\.\d{1,6}){0,2})/.exec(part);
  if (match === null) return null;
  const [, operator = '=', text = ''] = match;
  const version = numbersIn(text);
  switch (operator) {
    // The last number that is written may grow.
    case '~>':
      return [[...version.slice(0, Math.max(version.length - 1, 1)), ...REST]];
    case '<':
      return [below(version)];
    default:
      return [version];
  }
}

/** Any number in the places that follow. */
const REST: Version = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The newest version before another: `6.0.0` comes after all of `5`. */
function below(version: Version): Version {
  const last = version.findLastIndex((number) => number > 0);
  if (last === -1) return [0];
  return [...version.slice(0, last), (version[last] ?? 0) - 1, ...REST];
}

function numbersIn(version: string): Version {
  return version.split('.', 3).map((part) => Number.parseInt(part, 10) || 0);
}

function isBelow(one: Version, other: Version): boolean {
  for (let place = 0; place < 3; place += 1) {
    const [left, right] = [one[place] ?? 0, other[place] ?? 0];
    if (left !== right) return left < right;
  }
  return false;
}
