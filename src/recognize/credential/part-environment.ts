import type { EntityKey, Environment, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { tierOf, tierOfPath } from '../tier.ts';

/** A part of a file that stands for one environment: a profile, a context, a section. */
export interface FilePart {
  readonly file: FilePath;
  /** In words: `AWS profile`. */
  readonly what: string;
  readonly name: string;
  /** Names that may tell the stage, the most telling first; its own name counts before them. */
  readonly hints?: readonly string[];
  readonly at: SourceRange;
  readonly collector: string;
}

/** Key of the environment that a part of a file stands for. */
function partKey(file: FilePath, name: string): EntityKey {
  return entityKey(`environment:${file}#${name}`);
}

/** The environment that a part of a file stands for: its own name decides the stage, then the hints, then the path. */
export function partEnvironment(part: FilePart): Environment {
  const { file, name, what, hints = [], at, collector } = part;
  return {
    kind: 'Environment',
    key: partKey(file, name),
    aliases: [],
    name: `${what} "${name}" in ${file}`,
    at,
    collector,
    implied: false,
    confidence: 'medium',
    tier: firstTier([name, ...hints]) ?? tierOfPath(file) ?? 'unknown',
  };
}

function firstTier(names: readonly string[]): Tier | null {
  for (const name of names) {
    const tier = tierOf(name);
    if (tier !== null) return tier;
  }
  return null;
}
