import {
  type DestructiveCommand,
  type EntityKey,
  type Fact,
  lineKey,
  lineOf,
  type PipelineCall,
  type Relation,
} from '../model/fact.ts';
import type { LinkIndex } from './link-index.ts';

/** Tasks and scripts that one line may lead to, at any distance; files that call one another in circles end here. */
const maxLines = 500;

/** Joins automation with what the tasks and scripts destroy that it starts, at any distance: `make reset`, a script, `npm run db:reset`. */
export function runCalls(index: LinkIndex): readonly Relation[] {
  return index
    .all('Pipeline')
    .flatMap((pipeline) =>
      pipeline.calls.flatMap((call) =>
        commandsBehind(index, call.line).map((command) => runOf(pipeline.key, call, command)),
      ),
    );
}

function commandsBehind(index: LinkIndex, line: string): readonly DestructiveCommand[] {
  const lines = new Set([lineKey(line)]);
  const found = new Map<EntityKey, DestructiveCommand>();
  for (const key of lines) {
    for (const { to } of index.out(key, 'runs')) {
      const entity = index.entity(to);
      if (entity?.kind === 'DestructiveCommand') found.set(entity.key, entity);
      else if (lines.size < maxLines) lines.add(to);
    }
  }
  return [...found.values()];
}

function runOf(
  pipeline: EntityKey,
  { line, at, triggers }: PipelineCall,
  { key, verb, at: place, confidence }: DestructiveCommand,
): Relation {
  return {
    kind: 'Relation',
    rel: 'runs',
    from: pipeline,
    to: key,
    actions: ['delete'],
    because: `\`${line}\` leads to ${verb} in ${place.file}`,
    at,
    confidence,
    ...(triggers === undefined ? {} : { triggers }),
  };
}

/** Commands with every line that leads to them, so that whoever may run `make reset` may run what it starts. */
export function withLeadingLines(facts: readonly Fact[]): readonly Fact[] {
  const starters = startersOf(facts);
  if (starters.size === 0) return facts;
  return facts.map((fact) => {
    if (fact.kind !== 'DestructiveCommand') return fact;
    const lines = linesTo(fact.key, starters);
    return lines.length === 0
      ? fact
      : { ...fact, invocations: [...new Set([...fact.invocations, ...lines])] };
  });
}

function startersOf(facts: readonly Fact[]): ReadonlyMap<EntityKey, readonly EntityKey[]> {
  const starters = new Map<EntityKey, EntityKey[]>();
  for (const fact of facts) {
    if (fact.kind !== 'Relation' || fact.rel !== 'runs' || lineOf(fact.from) === undefined)
      continue;
    const list = starters.get(fact.to);
    if (list === undefined) starters.set(fact.to, [fact.from]);
    else list.push(fact.from);
  }
  return starters;
}

function linesTo(
  command: EntityKey,
  starters: ReadonlyMap<EntityKey, readonly EntityKey[]>,
): readonly string[] {
  const keys = new Set<EntityKey>([command]);
  for (const key of keys) {
    if (keys.size >= maxLines) break;
    for (const starter of starters.get(key) ?? []) keys.add(starter);
  }
  return [...keys].flatMap((key) => lineOf(key) ?? []).toSorted();
}
