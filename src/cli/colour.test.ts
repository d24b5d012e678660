import { describe, expect, it } from 'vitest';
import { usesColour, usesHyperlinks } from './colour.ts';

const auto = { mode: 'auto', isTerminal: true, env: {} } as const;

describe('usesColour', () => {
  it.each([
    ['a terminal', {}, true],
    ['no terminal', { isTerminal: false }, false],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, false],
    ['an empty NO_COLOR', { env: { NO_COLOR: '' } }, true],
    ['NO_COLOR before FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    ['FORCE_COLOR without a terminal', { env: { FORCE_COLOR: '1' }, isTerminal: false }, true],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, false],
    ['FORCE_COLOR before TERM', { env: { FORCE_COLOR: '1', TERM: 'dumb' } }, true],
    ['TERM=dumb', { env: { TERM: 'dumb' } }, false],
    ['--color=always', { mode: 'always', env: { NO_COLOR: '1' }, isTerminal: false }, true],
    ['--color=never', { mode: 'never', env: { FORCE_COLOR: '1' } }, false],
  ] as const)('%s', (_, input, expected) => {
    expect(usesColour({ ...auto, ...input })).toBe(expected);
  });
});

describe('usesHyperlinks', () => {
  it('asks for a terminal that is known to draw them', () => {
    expect(usesHyperlinks({ ...auto, env: { TERM_PROGRAM: 'WezTerm' } })).toBe(true);
    expect(usesHyperlinks({ ...auto, env: { VTE_VERSION: '7200' } })).toBe(true);
    expect(usesHyperlinks(auto)).toBe(false);
  });
  it('never without colour or terminal', () => {
    const env = { TERM_PROGRAM: 'WezTerm' };
    expect(usesHyperlinks({ ...auto, env: { ...env, NO_COLOR: '1' } })).toBe(false);
    expect(usesHyperlinks({ mode: 'always', env, isTerminal: false })).toBe(false);
  });
});
