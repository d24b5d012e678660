import type { DataDocument } from '../../model/document.ts';
import type { EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { type Setting, setting } from './setting-files.ts';

const write = agentWriter('factory');
const page = 'https://docs.factory.ai/autonomy-and-safety/auto-run';

const levels: Readonly<Record<string, number>> = {
  off: 0,
  normal: 0,
  spec: 0,
  low: 1,
  'auto-low': 1,
  medium: 2,
  'auto-medium': 2,
  high: 3,
  'auto-high': 3,
};

const places = [
  ['sessionDefaultSettings', 'autonomyLevel'],
  ['sessionDefaultSettings', 'autonomyMode'],
  ['autonomyLevel'],
  ['autonomyMode'],
] as const;

/**
 * What happens to commands and MCP tools on no list. At medium the model rates each command itself, so what it lets through cannot be told.
 * @see https://docs.factory.ai/autonomy-and-safety/auto-run (read 2026-11-21)
 */
export function autonomyOf(files: readonly DataDocument[], place: SourceRange): Value<Verdict> {
  const chosen = places.map((path) => setting(files, ...path)).find((found) => found !== undefined);
  const level = levelOf(chosen);
  if (chosen === undefined) return byDefault('asks', place, page);
  if (level === undefined) {
    return chosen.node.type === 'scalar'
      ? byDefault('asks', place, page)
      : unknown('interpolated', chosen.node.at);
  }
  const cap = setting(files, 'maxAutonomyLevel');
  const limit = levelOf(cap) ?? 3;
  const decides = limit < level && cap !== undefined ? cap : chosen;
  const effective = Math.min(level, limit);
  if (effective >= 3) return written('runs', decides.node.at);
  if (effective === 2) return unknown('external', decides.node.at);
  return written('asks', decides.node.at);
}

/** A level that does not exist. */
export function unknownLevels(files: readonly DataDocument[], agent: EntityKey): readonly Fact[] {
  return [...places, ['maxAutonomyLevel']].flatMap((path) => {
    const found = setting(files, ...path);
    if (found?.node.type !== 'scalar' || levelOf(found) !== undefined) return [];
    const name = `${path.join('.')} ${found.node.text.slice(0, 40)}`;
    return [
      write.inert(agent, name, found.node.at, {
        because: `Droid knows no autonomy level "${found.node.text.slice(0, 40)}"`,
        remedy: 'Use off, low, medium or high.',
        looksProtective: !/high|full|yolo|all|unsafe|skip/i.test(found.node.text),
      }),
    ];
  });
}

function levelOf(found: Setting | undefined): number | undefined {
  return found?.node.type === 'scalar' ? levels[found.node.text] : undefined;
}
