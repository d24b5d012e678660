import type { DataDocument, DataEntry } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { stageIn, stageVariables } from '../../recognize/platform/stage-variables.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';

/**
 * The stage an env file stands for: its path, then a variable that names the stage, then a comment above the first variable, and last
 * `NODE_ENV`, which is only a build mode and decides nothing against any of the others.
 */
export function tierOfEnvFile(
  document: DataDocument,
  pairs: readonly DataEntry[],
  knowledge: Knowledge,
): Tier {
  return (
    tierOfPath(document.file) ??
    stageIn(pairs, [...platformVariables(knowledge), ...stageVariables]) ??
    tierOfComment(document, pairs[0]) ??
    stageIn(pairs, ['NODE_ENV']) ??
    'unknown'
  );
}

/** Names that platforms give to the stage, beside the identifier of the environment. */
function platformVariables({ providers }: Knowledge): readonly string[] {
  return providers.flatMap(({ variables }) =>
    variables.flatMap((spec) => (spec.names.what === 'environment' ? spec.companions : [])),
  );
}

/** Only the heading of the file speaks for all of it. */
function tierOfComment(document: DataDocument, first: DataEntry | undefined): Tier | null {
  const heading = document.comments
    .filter((range) => first === undefined || range.end <= first.keyAt.start)
    .map((range) => document.text.slice(range.start, range.end));
  for (const line of heading) {
    // "Do not use in production" speaks of another file.
    if (/\b(?:not|never|don't|except|instead of|unlike|copy)\b/i.test(line)) continue;
    const words = /\b(production|prod|staging|development|preview)\b/i.exec(line);
    const tier = words?.[1] === undefined ? null : tierOf(words[1]);
    if (tier !== null) return tier;
  }
  return null;
}
