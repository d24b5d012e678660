import type { Credential } from './fact.ts';
import type { RiskGraph } from './graph.ts';
import { known } from './value.ts';

/**
 * Every place where one login to a store is written: the same value and user under any name, for the same store or in the same file, this one
 * included, in the order of files. A server has one login for many databases. They stay credentials of their own, because who reads which of them
 * differs.
 */
export function equalLogins(credential: Credential, graph: RiskGraph): readonly Credential[] {
  const found = new Map([[credential.key, credential]]);
  for (const store of graph.from(credential, 'authorizes', 'DataStore')) {
    for (const other of graph.into(store, 'authorizes', 'Credential')) {
      if (isEqual(other, credential)) found.set(other.key, other);
    }
  }
  for (const other of loginsByFile(graph).get(credential.at.file) ?? []) {
    if (isEqual(other, credential)) found.set(other.key, other);
  }
  return [...found.values()].sort(bySource);
}

/** Made once for each graph: every credential asks for those beside it. */
const made = new WeakMap<RiskGraph, ReadonlyMap<string, readonly Credential[]>>();

function loginsByFile(graph: RiskGraph): ReadonlyMap<string, readonly Credential[]> {
  const before = made.get(graph);
  if (before !== undefined) return before;
  const byFile = new Map<string, Credential[]>();
  for (const login of graph.all('Credential').filter(isLogin)) {
    const list = byFile.get(login.at.file);
    if (list === undefined) byFile.set(login.at.file, [login]);
    else list.push(login);
  }
  made.set(graph, byFile);
  return byFile;
}

function isLogin({ scope, plane }: Credential): boolean {
  return plane === 'data' && known(scope) === 'resource';
}

function isEqual(one: Credential, other: Credential): boolean {
  return (
    one.form === 'literal' &&
    one.digest !== null &&
    one.digest === other.digest &&
    one.title === other.title
  );
}

/** The entity of a store merges many places, so its edges come in no order of files. */
function bySource(a: Credential, b: Credential): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start;
}
