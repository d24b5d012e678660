import type { DestructiveAct } from '../model/graph.ts';
import type { LinkIndex } from './link-index.ts';

/** Destructive commands of the providers this repository uses, each as a line that would run without a prompt. */
export function destructiveActs(index: LinkIndex): readonly DestructiveAct[] {
  const used = new Set<string>();
  for (const kind of ['Credential', 'DataStore', 'DestructiveCommand', 'McpServer'] as const) {
    for (const entity of index.all(kind)) if (entity.provider !== null) used.add(entity.provider);
  }
  const acts: DestructiveAct[] = [];
  for (const provider of index.knowledge.providers) {
    if (!used.has(provider.id)) continue;
    for (const spec of provider.commands) {
      const words = spec.argv.map(firstAlternative);
      const flags = [
        ...spec.onlyWith.map(firstAlternative),
        ...spec.skipsPrompt.slice(0, 1).map(firstAlternative),
      ];
      acts.push({
        provider: provider.id,
        providerTitle: provider.title,
        command: [...words, ...flags].join(' '),
        verb: words.join(' '),
        destroys: spec.destroys,
      });
    }
  }
  return acts;
}

function firstAlternative(word: string): string {
  return word.split('|')[0] ?? word;
}
