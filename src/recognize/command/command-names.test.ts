import { describe, expect, it } from 'vitest';
import { parseShell } from '../../formats/shell/parse.ts';
import { commandsOf } from '../../model/pack.ts';
import { programWords } from './command-line.ts';
import { commandNames } from './command-names.ts';

const claim = { source: 'https://acme.io', checkedOn: '2026-11-21' };
const naming = { within: ['-n'], names: ['-f'], valued: ['--context'] };
const spec = commandsOf('dock', claim)('delete pier|piers', 'volume', { naming });

describe('commandNames', () => {
  it.each([
    ['dock delete pier a b', { names: ['a', 'b'] }],
    ['dock -n north --context x delete piers a', { names: ['a'], within: 'north' }],
    ['dock delete pier --all', { names: ['*'] }],
    ['dock delete pier -f=piers/', { names: ['piers/'] }],
    ['sudo dock delete pier "old-$ID" `which x`', { names: ['old-*', '*'] }],
    ['dock delete pier "${A:-x}$(date +%F)/y"', { names: ['**/y'] }],
  ])('%s', (line, expected) => {
    const [command] = parseShell(line).commands;
    expect(commandNames(spec, programWords(command?.words ?? []))).toEqual(expected);
  });

  it('says nothing of a tool whose words nobody described', () => {
    const [command] = parseShell('dock delete pier a').commands;
    const plain = { ...spec, naming: { ...naming } };
    const { naming: _, ...silent } = plain;
    expect(commandNames(silent, command?.words ?? [])).toEqual({});
  });
});
