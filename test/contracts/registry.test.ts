import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataNode, Document } from '../../src/model/document.ts';
import { filePath } from '../../src/model/source.ts';
import {
  agentCollectors,
  checks,
  formats,
  packs,
  toolCollectors,
} from '../../src/registry.generated.ts';
import { claimsOf, isSourced } from '../pack-claims.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const collectors = [
  ...toolCollectors,
  ...agentCollectors,
  ...packs.flatMap((pack) => pack.collectors),
];

function unique(values: readonly string[]): void {
  expect([...new Set(values)].sort()).toEqual([...values].sort());
}

describe('ids', () => {
  it('are unique among checks, former ids included', () => {
    unique(checks.flatMap(({ check }) => [check.id, ...(check.aliases ?? [])]));
  });
  it('are unique among collectors, formats and packs', () => {
    unique(collectors.map((collector) => collector.id));
    unique(formats.map((format) => format.id));
    unique(packs.map((pack) => pack.id));
  });
  it('name their folder', () => {
    for (const { area, check } of checks) {
      expect(existsSync(join(root, 'checks', area, check.id, 'check.ts'))).toBe(true);
      expect(check.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(check.id).not.toMatch(/^(no|use|check)-/);
    }
    for (const folder of readdirSync(join(root, 'src/providers'))) {
      expect(packs.map((pack) => pack.id)).toContain(folder);
    }
  });
});

describe.each(checks)('wording of $check.id', ({ check }) => {
  it('is whole sentences without shouting', () => {
    for (const sentence of [check.why, check.fix, check.accept]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence).not.toContain('!');
    }
    expect(check.title).not.toMatch(/\.$/);
    expect(check.references.length).toBeGreaterThan(0);
    for (const reference of check.references) expect(() => new URL(reference)).not.toThrow();
  });
});

describe.each(packs)('pack $id', (pack) => {
  const claims = claimsOf(pack);
  it('gives every claim a source and a date', () => {
    for (const claim of claims) {
      expect(claim.source).toMatch(/^https:\/\//);
      expect(claim.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    expect(claims.filter((claim) => !isSourced(claim))).toEqual([]);
  });
  it('has variable names of its own', () => {
    const others = packs.filter((other) => other.id !== pack.id);
    const names = new Set(others.flatMap((other) => other.credentials.flatMap((spec) => spec.env)));
    for (const spec of pack.credentials)
      for (const name of spec.env) expect(names).not.toContain(name);
    unique(pack.credentials.flatMap((spec) => spec.env));
  });
  it('ends on the worst input for its shapes, within the time limit of this test', () => {
    for (const spec of pack.credentials) {
      for (const body of ['a', '0', 'A_', '-', 'ey', '0f-']) {
        const worst = (spec.prefixes[0] ?? '') + body.repeat(50_000);
        // No shape is unbounded: a value of this length is nobody's token.
        expect(spec.shape?.exec(worst)?.[0].length ?? 0).toBeLessThan(10_000);
      }
    }
  });
});

describe('a claim', () => {
  const checkedOn = '2026-11-21';
  const source = 'https://docs.acme.io/cli#delete';
  it('needs an address to read it at and the day somebody did', () => {
    expect(isSourced({ source, checkedOn })).toBe(true);
    for (const other of ['', 'docs.acme.io', 'http://docs.acme.io', 'https://acme', 'https://a b'])
      expect(isSourced({ source: other, checkedOn })).toBe(false);
    for (const other of ['', 'today', '2026-11', '21.11.2026', '2026-02-30'])
      expect(isSourced({ source, checkedOn: other })).toBe(false);
  });
  it.each(['credentials', 'commands', 'mcp', 'variables', 'hosts', 'stores', 'consents'] as const)(
    'is asked for of %s',
    (list) => {
      const pack = packs.find((one) => one[list].length > 0);
      if (pack === undefined) throw new Error(`no pack has ${list}`);
      const [first] = pack[list];
      const open = { ...pack, [list]: [{ ...first, source: '' }] };
      expect(claimsOf(open).filter((claim) => !isSourced(claim))).toHaveLength(1);
    },
  );
});

describe('collectors', () => {
  it('claim formats that exist', () => {
    const known = new Set<string>(formats.map((format) => format.id));
    for (const collector of collectors) {
      for (const match of collector.files) expect(known).toContain(match.format);
    }
  });
  it('emit an Agent when they are an agent', () => {
    for (const collector of agentCollectors) expect(collector.emits).toContain('Agent');
  });
});

describe.each(formats)('format $id', (format) => {
  it('reads any text without throwing, with every range inside it', async () => {
    const { parse } = await format.load();
    const recover = await format.recover?.();
    const check = (text: string): void => {
      const file = filePath('any/file.ts');
      const document = parse(file, text) ?? recover?.parse(file, text);
      if (document === undefined) throw new Error('no document');
      for (const range of rangesOf(document)) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 150 });
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      '- ',
      '\n',
      '"',
      "'",
      '$(',
      ')',
      '#',
      '<<EOF',
      '|',
      '&a',
      '*a',
      '\t',
      'key',
      '=',
      '\\',
      '`',
      '\r\n',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => check(pieces.join(''))),
      { numRuns: 250 },
    );
  });
  it('survives deep nesting', async () => {
    const { parse } = (await format.recover?.()) ?? (await format.load());
    for (const open of ['[', '{"a":', '- ', '$(', '(', 'a:\n ', '{']) {
      expect(() => parse(filePath('any/file.ts'), open.repeat(20_000))).not.toThrow();
    }
  });
});

function rangesOf(document: Document): readonly { start: number; end: number }[] {
  const ranges = [...document.comments, ...document.problems.map((problem) => problem.at)];
  if (document.shape === 'data') for (const node of document.roots) nodeRanges(node, ranges, 0);
  if (document.shape === 'shell') {
    for (const command of document.commands) {
      ranges.push(command.at, ...command.words.map((word) => word.at));
      ranges.push(...command.assignments.map((assignment) => assignment.at));
    }
  }
  return ranges;
}

function nodeRanges(node: DataNode, into: { start: number; end: number }[], depth: number): void {
  into.push(node.at);
  if (depth > 50) return;
  if (node.type === 'list') for (const item of node.items) nodeRanges(item, into, depth + 1);
  if (node.type !== 'map') return;
  for (const entry of node.entries) {
    into.push(entry.keyAt);
    nodeRanges(entry.value, into, depth + 1);
  }
}
