import { describe, expect, it } from 'vitest';
import type { Tier } from '../model/fact.ts';
import { controlSeverity, type PathHarm, pathSeverity } from './severity.ts';

const harm: PathHarm = {
  confidence: 'high',
  tier: 'production',
  copies: 'all',
  isCache: false,
  guard: 'none',
  operator: false,
  startedBy: null,
  isLoginUnseen: false,
};

describe('the severity table', () => {
  const rows: readonly (readonly [Tier, string | null, string | null, string | null])[] = [
    ['production', 'critical', 'high', 'medium'],
    ['unknown', 'high', 'high', 'medium'],
    ['staging', 'medium', 'low', 'low'],
    ['preview', null, null, null],
    ['development', null, null, null],
  ];
  it.each(rows)('says for %s', (tier, all, none, some) => {
    expect(pathSeverity({ ...harm, tier, copies: 'all' })).toBe(all);
    expect(pathSeverity({ ...harm, tier, copies: 'none-seen' })).toBe(none);
    expect(pathSeverity({ ...harm, tier, copies: 'some' })).toBe(some);
  });
  it('lowers one step for a guard that asks and one for an operator, and none for advice', () => {
    expect(pathSeverity({ ...harm, guard: 'asks' })).toBe('high');
    expect(pathSeverity({ ...harm, guard: 'advises' })).toBe('critical');
    expect(pathSeverity({ ...harm, operator: true })).toBe('high');
    expect(pathSeverity({ ...harm, operator: true, guard: 'asks' })).toBe('medium');
    expect(pathSeverity({ ...harm, copies: 'none-seen', isCache: true })).toBe('medium');
    expect(pathSeverity({ ...harm, tier: 'staging', copies: 'some', guard: 'asks' })).toBe('low');
  });
  it('stays at medium for automation that only an accepted change or a person sets off', () => {
    expect(pathSeverity({ ...harm, startedBy: ['merge', 'person'] })).toBe('medium');
    expect(pathSeverity({ ...harm, startedBy: ['merge', 'schedule'] })).toBe('critical');
    expect(pathSeverity({ ...harm, startedBy: ['merge'], tier: 'development' })).toBeNull();
  });
  it('stays at medium for what needs a login that no file shows', () => {
    expect(pathSeverity({ ...harm, isLoginUnseen: true })).toBe('medium');
    expect(pathSeverity({ ...harm, isLoginUnseen: true, tier: 'staging', copies: 'some' })).toBe(
      'low',
    );
  });
  it('keeps critical for what is proven', () => {
    expect(pathSeverity({ ...harm, confidence: 'medium' })).toBe('high');
  });
});

describe('a missing control', () => {
  it('is worth one step less than the worst path it would have stood in', () => {
    expect(controlSeverity('critical')).toBe('high');
    expect(controlSeverity('low')).toBe('low');
    expect(controlSeverity(null)).toBe('low');
  });
});
