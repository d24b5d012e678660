import {
  type DestructiveCommand,
  type Fact,
  lineKey,
  type PipelineCall,
  type Relation,
} from '../../model/fact.ts';

/** Says that each of these command lines runs a destructive command. */
export function startedBy(
  lines: readonly string[],
  { key, at, verb, confidence }: DestructiveCommand,
): readonly Relation[] {
  return lines.map((line) => ({
    kind: 'Relation',
    rel: 'runs',
    from: lineKey(line),
    to: key,
    actions: ['delete'],
    because: `\`${line}\` runs ${verb}`,
    at,
    confidence,
  }));
}

/** Says that each of these command lines leads to what others start: tasks and scripts of any file. */
export function ledToBy(lines: readonly string[], calls: readonly PipelineCall[]): readonly Fact[] {
  return lines.flatMap((from) =>
    calls.map(
      ({ line, at }): Relation => ({
        kind: 'Relation',
        rel: 'runs',
        from: lineKey(from),
        to: lineKey(line),
        actions: [],
        because: `\`${from}\` starts \`${line}\``,
        at,
        confidence: 'high',
      }),
    ),
  );
}
