import type { DestructiveAct } from '../model/graph.ts';
import type { LinkIndex } from './link-index.ts';

/** Destructive commands of the providers this repository uses, each as a line that would run without a prompt. */
export function destructiveActs(index: LinkIndex): readonly DestructiveAct[] {
  const used = new Set<string>();
  for (const kind of [
    'Credential',
    'DataStore',
    'DestructiveCommand',
    'McpServer',
    'Tooling',
  ] as const) {
    for (const entity of index.all(kind)) {
      // What a test or an example names is not what the project uses.
      if (entity.provider !== null && entity.confidence !== 'low') used.add(entity.provider);
    }
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
        prefixes: prefixesOf(spec.argv),
        flags: distinctFlags(spec.onlyWith[0]?.split('|') ?? []),
        destroys: spec.destroys,
        ...(spec.products === undefined ? {} : { products: spec.products }),
      });
    }
  }
  return acts;
}

/** More spellings than this are variations of one thing. */
const maxPrefixes = 24;

/** `['railway', 'volume', 'delete|rm']` is two prefixes. */
function prefixesOf(argv: readonly string[]): readonly string[] {
  // Other programs of the same words (`podman` for `docker`) are somebody else's tools.
  const [program = '', ...rest] = argv;
  let prefixes: readonly string[] = [firstAlternative(program)];
  for (const word of rest) {
    prefixes = prefixes
      .flatMap((prefix) => word.split('|').map((choice) => `${prefix} ${choice}`.trim()))
      .slice(0, maxPrefixes);
  }
  return prefixes;
}

/** `-v` is part of `--volumes`: a pattern for the one finds the other. */
function distinctFlags(flags: readonly string[]): readonly string[] {
  return flags.filter((flag) => !flags.some((other) => other !== flag && flag.includes(other)));
}

function firstAlternative(word: string): string {
  return word.split('|')[0] ?? word;
}
