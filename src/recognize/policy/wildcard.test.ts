import { describe, expect, it } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

describe('matchesWildcard', () => {
  it.each([
    ['*', 'rds:DeleteDBInstance', true],
    ['rds:*', 'rds:DeleteDBInstance', true],
    ['RDS:delete*', 'rds:DeleteDBInstance', true],
    ['*:Delete*', 'rds:DeleteDBInstance', true],
    ['rds:Delete?BInstance', 'rds:DeleteDBInstance', true],
    ['rds:DeleteDB', 'rds:DeleteDBInstance', false],
    ['s3:*', 'rds:DeleteDBInstance', false],
    ['rds:*Snapshot', 'rds:DeleteDBInstance', false],
    ['', 'a', false],
    ['a*b*c', 'aXbYbc', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it('ends with a hostile pattern', () => {
    expect(matchesWildcard('*a'.repeat(200), 'a'.repeat(2000).concat('b'))).toBe(false);
  });
});
