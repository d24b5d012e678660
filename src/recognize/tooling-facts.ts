import { entityKey, type Fact } from '../model/fact.ts';
import type { Unit } from '../model/plugin.ts';
import { baseName } from '../model/source.ts';

/** One `Tooling` per file: at the dependency's name in a manifest, else at the start of the tool's own file. */
export function toolingFacts(
  provider: string,
  title: string,
  names: readonly string[],
  unit: Unit,
): readonly Fact[] {
  return unit.documents.flatMap((document): readonly Fact[] => {
    const { file, text } = document;
    const isManifest =
      /^(?:package|composer)\.json$|^requirements|^(?:pyproject|Cargo)\.toml$|^Pipfile$|^Gemfile$|^mix\.exs$|^go\.mod$|^pom\.xml$|^build\.gradle|\.csproj$/.test(
        baseName(file),
      );
    const found = isManifest ? firstName(text, names) : { start: 0, end: firstLineEnd(text) };
    if (found === undefined) return [];
    return [
      {
        kind: 'Tooling',
        key: entityKey(`tooling:${provider}`),
        aliases: [],
        name: title,
        at: { file, ...found },
        collector: `${provider}-tooling`,
        implied: false,
        confidence: 'high',
        provider,
      },
    ];
  });
}

/** The first of the names that stands there as a word of its own: `@acme/prisma-kit` is not `prisma`. */
function firstName(
  text: string,
  names: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  for (const name of names) {
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
      const before = text[from - 1] ?? '\n';
      // Go modules carry their major version: `…/migrate/v4`.
      const after = text.slice(from + name.length).replace(/^\/v\d+/, '')[0] ?? '\n';
      if (/[\s"'/:,([<>]/.test(before) && /[\s"'=<>~!;,:)\][@^]/.test(after)) {
        return { start: from, end: from + name.length };
      }
    }
  }
  return undefined;
}

function firstLineEnd(text: string): number {
  const end = text.search(/\r?\n/);
  return Math.min(end < 0 ? text.length : end, 200);
}
