import { describe, expect, it } from 'vitest';
import type { DataStore, DestructiveCommand } from '../model/fact.ts';
import { mayName } from './named-target.ts';

describe('mayName', () => {
  const store = {
    calledBy: ['data', 'shop', 'k8s/prod/db.yaml', 'k8s/prod', 'k8s'],
    within: 'shop',
  };
  it.each<
    [Pick<DestructiveCommand, 'names' | 'within'>, Pick<DataStore, 'calledBy' | 'within'>, boolean]
  >([
    [{ names: ['data'] }, store, true],
    [{ names: ['data'], within: 'shop' }, store, true],
    [{ names: ['data'], within: 'sh*' }, store, true],
    [{ names: ['data'], within: 'other' }, store, false],
    [{ names: ['other'] }, store, false],
    [{ names: ['*'] }, store, true],
    [{ names: ['shop-*'] }, store, false],
    [{ names: ['./prod/'] }, store, true],
    [{ names: ['staging/'] }, store, false],
    [{ names: ['d*t*a'] }, store, true],
    [{}, store, true],
    [{ names: ['other'] }, {}, true],
    [{ names: ['data'], within: 'other' }, { calledBy: ['data'] }, true],
  ])('%j, %j → %s', (command, target, expected) => {
    expect(mayName(command as DestructiveCommand, target as DataStore)).toBe(expected);
  });

  it('ends quickly on hostile patterns', () => {
    const pattern = 'a*'.repeat(5000);
    expect(
      mayName(
        { names: [`${pattern}b`] } as unknown as DestructiveCommand,
        { calledBy: ['a'.repeat(20_000)] } as unknown as DataStore,
      ),
    ).toBe(false);
  });
});
