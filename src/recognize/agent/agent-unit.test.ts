import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { agentWriter } from './agent-facts.ts';
import { folderOfUnit, uniqueFacts } from './agent-unit.ts';

const place = { file: filePath('AGENTS.md'), start: 0, end: 1 };

describe('the folder of a unit', () => {
  const folder = (...files: readonly string[]): string =>
    folderOfUnit(
      files.map((file) => ({ file: filePath(file) })),
      ['.pilot'],
    );

  it('holds the own folder of the agent', () => {
    expect(folder('apps/web/docs/AGENTS.md', 'apps/web/.pilot/rules/a.md')).toBe('apps/web');
    expect(folder('.pilot/settings.json', 'apps/web/AGENTS.md')).toBe('');
  });

  it('is never the home folder', () => {
    expect(folder('~/.pilot/settings.json', 'apps/web/.pilot/settings.json')).toBe('apps/web');
    expect(folder('~/.pilot/settings.json')).toBe('');
  });
});

describe('unique facts', () => {
  it('keeps the first of what several agents meet, and every edge', () => {
    const pilot = agentWriter('pilot');
    const guard = { name: 'prose', at: place, strength: 'advises' } as const;
    const facts: readonly Fact[] = ['', 'web'].flatMap((folder): readonly Fact[] => {
      const agent = pilot.agent({ folder, at: place });
      return [agent, ...pilot.guard(agent.key, guard, 'it says so')];
    });
    expect(uniqueFacts(facts).map(({ kind }) => kind)).toEqual([
      'Agent',
      'Guard',
      'Relation',
      'Agent',
      'Relation',
    ]);
  });
});
