import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../src/collectors/shell-scripts/collect.ts';
import { createKnowledge } from '../src/engine/knowledge.ts';
import { parse } from '../src/formats/shell/parse.ts';
import { filePath } from '../src/model/source.ts';
import { packs } from '../src/registry.generated.ts';
import { ofKind } from './facts-of-kind.ts';

/**
 * What command lines destroy and whether somebody is asked, as tables of text: provider, target, answer, line. `asks` is a tool that asks, or that
 * refuses without a flag; `guarded` is a script around the tool that asks or refuses production; `at once` is neither.
 */
const folder = join(import.meta.dirname, 'command-lines');
const knowledge = createKnowledge(packs, new Uint8Array(32));

interface Row {
  readonly expected: string;
  readonly line: string;
}

function rowsOf(file: string): readonly Row[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [provider, target, answer, ...words] = line.split(/ {2,}/);
      return { expected: `${provider} ${target} ${answer}`, line: words.join('  ') };
    });
}

/** The first command of a line that destroys. */
function outcomeOf(line: string): string {
  const document = parse(filePath('ops/run.sh'), line);
  const facts = collect({ id: 'ops/run.sh', documents: [document] }, knowledge);
  const [command] = ofKind(facts, 'DestructiveCommand');
  if (command === undefined) return '- nothing -';
  const isGuarded = ofKind(facts, 'Guard').length > 0;
  const answer = command.skipsPrompt ? 'at once' : isGuarded ? 'guarded' : 'asks';
  return `${command.provider ?? command.via} ${command.destroys} ${answer}`;
}

const tables = readdirSync(folder).map((file) => [file, rowsOf(file)] as const);

describe.each(tables)('%s', (_, rows) => {
  it.each(rows.map(({ line, expected }) => [line, expected] as const))('%s', (line, expected) => {
    expect(outcomeOf(line)).toBe(expected);
  });
});

it('has enough lines, none twice', () => {
  const lines = tables.flatMap(([, rows]) => rows.map(({ line }) => line));
  expect(lines.length).toBeGreaterThanOrEqual(200);
  expect(new Set(lines).size).toBe(lines.length);
});
