import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Dokku commands', () => {
  it.each([
    ['dokku apps:destroy shop --force', 'project'],
    ['dokku --force apps:destroy shop', 'project'],
    ['dokku apps:destroy shop', 'project, asks'],
    ['dokku postgres:destroy shop-db -f', 'database'],
    ['dokku redis:destroy cache --force', 'cache'],
    ['dokku postgres:unlink shop-db shop', 'nothing'],
    ['dokku apps:list', 'nothing'],
    ['dokku postgres:export shop-db', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});
