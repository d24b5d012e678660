import type { Collector } from '../model/plugin.ts';

/** What betrays that a tree uses a vendor's tool. */
export interface ToolMarks {
  /** Globs of files that only this tool has; with hints where the name alone is too common. */
  readonly files?: readonly { readonly glob: string; readonly hints?: readonly string[] }[];
  /** npm packages. */
  readonly npm?: readonly string[];
  /** PyPI distributions. */
  readonly python?: readonly string[];
  /** Packages of other ecosystems, looked for in Gemfile, composer.json, mix.exs, Cargo.toml, go.mod, *.csproj, pom.xml, build.gradle. */
  readonly others?: readonly string[];
}

const manifests = [
  '**/Gemfile',
  '**/composer.json',
  '**/mix.exs',
  '**/Cargo.toml',
  '**/go.mod',
  '**/*.csproj',
  '**/pom.xml',
  '**/build.gradle',
  '**/build.gradle.kts',
] as const;

/** A collector of one provider pack that finds the marks of its tool and emits `Tooling`. */
export function toolingCollector(provider: string, title: string, marks: ToolMarks): Collector {
  const { files = [], npm = [], python = [], others = [] } = marks;
  const named = (globs: readonly string[], names: readonly string[]): Collector['files'] =>
    names.length === 0 ? [] : globs.map((glob) => ({ glob, format: 'text', hints: names }));
  return {
    id: `${provider}-tooling`,
    emits: ['Tooling'],
    files: [
      ...files.map(({ glob, hints }) => ({
        glob,
        format: 'text',
        ...(hints === undefined ? {} : { hints }),
      })),
      ...named(
        ['**/package.json'],
        npm.map((name) => `"${name}"`),
      ),
      ...named(['**/requirements*.txt', '**/pyproject.toml', '**/Pipfile'], python),
      ...named(manifests, others),
    ],
    load: async () => {
      const { toolingFacts } = await import('./tooling-facts.ts');
      return {
        collect: (unit) => toolingFacts(provider, title, [...npm, ...python, ...others], unit),
      };
    },
  };
}
