import type {
  DestructiveCommand,
  EntityKey,
  Fact,
  Guard,
  Relation,
  RelationName,
  Strength,
} from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { toolOfTarget } from '../task/configured-target.ts';

/** The first guard of each strength, the one that blocks before the one that asks. */
export function strongestGuards<G extends { readonly strength: Strength }>(
  guards: readonly G[],
): readonly G[] {
  const blocks = guards.find((guard) => guard.strength === 'blocks');
  const asks = guards.find((guard) => guard.strength === 'asks');
  return [blocks, asks].filter((guard) => guard !== undefined);
}

/** A guard of a destructive command and its edge; `written` is how people call what holds both. */
export function guardFacts(
  { strength, at }: { readonly strength: Strength; readonly at: SourceRange },
  command: DestructiveCommand,
  written: 'code' | 'script',
): readonly Fact[] {
  const blocks = strength === 'blocks';
  const guard: Guard = {
    kind: 'Guard',
    key: entityKey(`${command.key}-${strength}`),
    aliases: [],
    name: blocks ? 'a refusal to run in production' : `a confirmation in the ${written}`,
    at,
    collector: command.collector,
    implied: false,
    confidence: 'medium',
    strength,
  };
  const because = blocks
    ? `the ${written} stops before ${command.verb} in production`
    : `the ${written} goes on to ${command.verb} only after somebody agrees`;
  return [guard, commandRelation('guarded-by', command, guard.key, because, at)];
}

/**
 * What a command works on when its words do not say: the store that a variable names, with the login in it. `environments`: the env files that the
 * command line loads, where it names any.
 */
export function targetRelations(
  command: DestructiveCommand,
  targets: readonly string[],
  environments: readonly EntityKey[] = [],
): readonly Relation[] {
  const from = environments.length === 0 ? {} : { environments };
  return targets.flatMap((variable) => {
    const tool = toolOfTarget(variable);
    const where = tool === null ? `$${variable}` : `the configuration of ${tool}`;
    const because = `${command.verb} works on whatever ${where} names`;
    const to = variableKey(variable);
    return [
      { ...commandRelation('destroys', command, to, because, command.at), ...from },
      { ...commandRelation('holds', command, to, because, command.at), ...from },
    ];
  });
}

/** An edge from a destructive command, as sure as the command is. */
export function commandRelation(
  rel: Extract<RelationName, 'holds' | 'destroys' | 'guarded-by'>,
  command: DestructiveCommand,
  to: EntityKey,
  because: string,
  at: SourceRange,
): Relation {
  const actions = rel === 'destroys' ? (['delete'] as const) : [];
  const { key: from, confidence } = command;
  return { kind: 'Relation', rel, from, to, actions, because, at, confidence };
}
