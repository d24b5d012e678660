import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../src/collectors/shell-scripts/collect.ts';
import { createKnowledge } from '../src/engine/knowledge.ts';
import { parse } from '../src/formats/shell/parse.ts';
import type { Fact } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { packs } from '../src/registry.generated.ts';
import { ofKind, relationsOf } from './facts-of-kind.ts';

/**
 * What command lines destroy and whether somebody is asked, as tables of text: provider, target, answer, line. `asks` is a tool that asks, or that
 * refuses without a flag; `guarded` is a script around the tool that asks or refuses production; `at once` is neither.
 */
const outcomes = join(import.meta.dirname, 'command-lines/outcomes');
/** On what they do it, as far as their words and the script tell: what is named, line. */
const targets = join(import.meta.dirname, 'command-lines/targets.txt');
const knowledge = createKnowledge(packs, new Uint8Array(32));

interface Row {
  readonly expected: string;
  readonly line: string;
}

/** Rows of a table; the last of so many columns is the line. */
function rowsOf(file: string, columns: number): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const words = line.split(/ {2,}/);
      const expected = words.slice(0, columns - 1).join(' ');
      return { expected, line: words.slice(columns - 1).join('  ') };
    });
}

function factsOf(line: string): readonly Fact[] {
  const document = parse(filePath('ops/run.sh'), line);
  return collect({ id: 'ops/run.sh', documents: [document] }, knowledge);
}

/** The first command of a line that destroys. */
function outcomeOf(line: string): string {
  const facts = factsOf(line);
  const [command] = ofKind(facts, 'DestructiveCommand');
  if (command === undefined) return '- nothing -';
  const isGuarded = ofKind(facts, 'Guard').length > 0;
  const answer = command.skipsPrompt ? 'at once' : isGuarded ? 'guarded' : 'asks';
  return `${command.provider ?? command.via} ${command.destroys} ${answer}`;
}

/** What that command works on. A tool that looks at several variables is known by the first. */
function targetOf(line: string): string {
  const facts = factsOf(line);
  const [command] = ofKind(facts, 'DestructiveCommand');
  if (command === undefined) return 'nothing is destroyed';
  const { names, within, folder } = command;
  const [destroyed] = relationsOf(facts, 'destroys');
  const said = [
    ...(names === undefined ? [] : [`names ${names.join(' ')}`]),
    ...(within === undefined ? [] : [`within ${within}`]),
    ...(folder === undefined ? [] : [`folder ${folder}`]),
    ...(destroyed === undefined ? [] : [destroyed.to]),
  ];
  return said.length === 0 ? '-' : said.join(', ');
}

const tables = readdirSync(outcomes).map(
  (file) => [file, rowsOf(join(outcomes, file), 4)] as const,
);

describe.each(tables)('%s', (_, rows) => {
  it.each(rows.map(({ line, expected }) => [line, expected] as const))('%s', (line, expected) => {
    expect(outcomeOf(line)).toBe(expected);
  });
});

describe('targets', () => {
  it.each(rowsOf(targets, 2).map(({ line, expected }) => [line, expected] as const))(
    '%s',
    (line, expected) => {
      expect(targetOf(line)).toBe(expected);
    },
  );
});

it('has enough lines, none twice', () => {
  const lines = tables.flatMap(([, rows]) => rows.map(({ line }) => line));
  expect(lines.length).toBeGreaterThanOrEqual(200);
  expect(new Set(lines).size).toBe(lines.length);
});
