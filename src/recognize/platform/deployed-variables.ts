import type { DataEntry } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { connectionPartFacts, type PartsOwner } from '../credential/connection-parts.ts';
import { connectionsInVariables } from '../credential/connection-variables.ts';
import { factsOfVariable } from '../credential/variable.ts';

/**
 * What the variables of a deployment write out: addresses of databases in one piece or in parts, projects of platforms, keys. What they hold is bound
 * to nothing here, because a command that runs beside the file does not see them.
 */
export function deployedVariables(
  pairs: readonly DataEntry[],
  owner: PartsOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const facts = pairs.flatMap(({ key, keyAt, value }): readonly Fact[] => {
    if (value.type !== 'scalar' && value.type !== 'expr') return [];
    return factsOfVariable({ ...owner, name: key, value, keyAt, comment: null }, knowledge);
  });
  const settings = pairs.map(({ key, keyAt, value }) => ({ name: key, keyAt, value }));
  const parts = connectionsInVariables(settings).flatMap((connection) =>
    connectionPartFacts(connection, owner, knowledge),
  );
  return [...facts, ...parts].filter(({ kind }) => kind !== 'Binding');
}
