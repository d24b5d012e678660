import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { call, scriptFacts, sender } from '../../../test/harbour-script.ts';
import { filePath } from '../../model/source.ts';
import { commandRelation, guardFacts, strongestGuards } from './command-guards.ts';

const [command] = ofKind(scriptFacts(`${sender} ${call}`), 'DestructiveCommand');
if (command === undefined) throw new Error('expected a command');
const at = { file: filePath('scripts/ops/client.ts'), start: 3, end: 7 };

it('keeps the first guard of each strength, the refusal first', () => {
  const guards = (['asks', 'blocks', 'asks', 'blocks'] as const).map((strength, order) => ({
    strength,
    order,
  }));
  expect(strongestGuards(guards).map(({ order }) => order)).toEqual([1, 0]);
  expect(strongestGuards(guards.slice(0, 1)).map(({ order }) => order)).toEqual([0]);
  expect(strongestGuards([])).toEqual([]);
});

describe('a guard', () => {
  it.each([
    [
      'asks',
      'a confirmation in the script',
      'the script goes on to volumeDelete only after somebody agrees',
    ],
    [
      'blocks',
      'a refusal to run in production',
      'the script stops before volumeDelete in production',
    ],
  ] as const)('that %s belongs to its command', (strength, name, because) => {
    const key = `${command.key}-${strength}`;
    expect(guardFacts({ strength, at }, command, 'script')).toMatchObject([
      { kind: 'Guard', key, name, strength, at, collector: 'scripts', confidence: 'medium' },
      { rel: 'guarded-by', from: command.key, to: key, actions: [], because, at },
    ]);
  });
});

it('says what a command that destroys does to its target', () => {
  const acts = (rel: 'holds' | 'destroys') =>
    commandRelation(rel, command, command.key, 'a reason', at).actions;
  expect(acts('destroys')).toEqual(['delete']);
  expect(acts('holds')).toEqual([]);
});
