import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectors, gather, sortFacts } from '../../src/engine/gather.ts';
import { judge } from '../../src/engine/scan.ts';
import { checks } from '../../src/registry.generated.ts';
import { copyTree, removeTree } from '../temporary-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const emits = new Map(
  collectors.map((collector) => [collector.id, new Set<string>(collector.emits)]),
);

function trees(): readonly string[] {
  const stories = readdirSync(join(root, 'fixtures/repos')).flatMap((story) => [
    join(root, 'fixtures/repos', story, 'before'),
    join(root, 'fixtures/repos', story, 'after'),
  ]);
  const cases = checks.flatMap(({ area, check }) =>
    (['bad', 'good'] as const).flatMap((side) => {
      const folder = join(root, 'checks', area, check.id, side);
      return readdirSync(folder).map((name) => join(folder, name));
    }),
  );
  return [...stories, ...cases];
}

async function gatherTree(tree: string) {
  const copy = copyTree(tree);
  try {
    return await gather(
      {
        root: copy,
        environment: { PATH: process.env['PATH'] },
        minSeverity: 'low',
        minConfidence: 'low',
        today: '2026-11-21',
        now: () => 0,
      },
      collectors,
    );
  } finally {
    removeTree(copy);
  }
}

describe('facts', () => {
  it.each(trees().map((tree) => tree.slice(root.length)))(
    'of %s keep their contract',
    async (tree) => {
      const { facts, texts } = await gatherTree(join(root, tree));
      expect(structuredClone(facts)).toEqual(facts);
      for (const fact of facts) {
        const text = texts.get(fact.at.file);
        expect(text, `text of ${fact.at.file}`).toBeDefined();
        expect(fact.at.end).toBeLessThanOrEqual(text?.length ?? 0);
        expect(fact.at.start).toBeGreaterThanOrEqual(0);
        expect(fact.at.end).toBeGreaterThanOrEqual(fact.at.start);
        if (fact.kind === 'Relation' || fact.kind === 'Binding') continue;
        expect([...(emits.get(fact.collector) ?? [])], `${fact.collector} emits`).toContain(
          fact.kind,
        );
        expect(fact.name).not.toBe('');
      }
    },
  );
  it('give the same findings in any order', async () => {
    const gathered = await gatherTree(join(root, 'fixtures/repos/domains-token/before'));
    const options = { minSeverity: 'low', minConfidence: 'low', today: '2026-11-21' } as const;
    const shown = (facts: typeof gathered.facts) =>
      JSON.stringify(judge({ ...gathered, facts: sortFacts(facts) }, checks, options).findings);
    const expected = shown(gathered.facts);
    let seed = 7;
    for (let round = 0; round < 10; round += 1) {
      const shuffled = gathered.facts
        .map((fact) => {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
          return { fact, seed };
        })
        .sort((a, b) => a.seed - b.seed)
        .map(({ fact }) => fact);
      expect(shown(shuffled)).toBe(expected);
    }
  });
});
