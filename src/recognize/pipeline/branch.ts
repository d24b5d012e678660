import type { StartedBy, Trigger } from '../../model/fact.ts';

/** Branches whose pushes are what a merge makes, where a pattern names them. */
const accepted =
  /^(?:main|master|trunk|prod|production|live|stable|release|staging|stage|develop|dev)(?:$|[/-])/;

/** Whose act a push to the branches of a pattern is: one that is named in full is one that changes are merged into. */
export function startedByPush(pattern: string): StartedBy {
  const isPattern = /[*?[+^$|\\(]/.test(pattern);
  const plain = pattern.replace(/^[/^]+|[$/]+$/g, '');
  return !isPattern || accepted.test(plain) ? 'merge' : 'any-push';
}

/** Triggers of a push that is limited to some branches, `push to any branch` where it is not. */
export function pushTriggers(patterns: readonly string[]): readonly Trigger[] {
  const named = patterns.filter((pattern) => pattern !== '' && !pattern.startsWith('!'));
  if (named.length === 0) return [{ name: 'push to any branch', startedBy: 'any-push' }];
  return named.map((name) => ({ name: `push to ${name}`, startedBy: startedByPush(name) }));
}

/** Branch patterns that speak of a stage; the branch that everything is merged into speaks of none. */
export function stageBranches(patterns: readonly string[]): readonly string[] {
  return patterns
    .filter((name) => !/^(?:main|master|trunk)$/.test(name))
    .map((name) => name.replace(/^develop$/, 'staging'));
}
