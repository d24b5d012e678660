import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/** Targets of dynamic imports that one chunk answers together: a pattern over their paths below the project's root, by the chunk's name. */
export type Groups = Readonly<Record<string, RegExp>>;

const dynamicImport = /\bimport\(\s*'(\.[^']+\.ts)'\s*\)/g;

/**
 * Bundles small modules that are loaded on demand into one chunk per group. Left alone, each of them, and each set of them that shares something,
 * becomes a file of its own, and opening a file costs Node more than compiling it.
 */
export function groupPlugin(root: string, groups: Groups): Plugin {
  const groupOf = (file: string): string | undefined => {
    const path = projectPath(root, file);
    return Object.entries(groups).find(([, pattern]) => pattern.test(path))?.[0];
  };
  return {
    name: 'group-dynamic-imports',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = text.replace(dynamicImport, (whole, target: string) => {
          const file = join(dirname(path), target);
          const group = groupOf(file);
          if (group === undefined) return whole;
          return `import('group:${group}').then((all) => all.${nameOf(root, file)})`;
        });
        return contents === text ? undefined : { contents, loader: 'ts' };
      });
      build.onResolve({ filter: /^group:/ }, ({ path }) => ({
        path: path.slice('group:'.length),
        namespace: 'group',
      }));
      build.onLoad({ filter: /.*/, namespace: 'group' }, ({ path: group }) => ({
        contents: sourcesOf(root)
          .filter((file) => groupOf(file) === group)
          .map((file) => `export * as ${nameOf(root, file)} from ${JSON.stringify(file)};`)
          .join('\n'),
        loader: 'ts',
        resolveDir: root,
      }));
    },
  };
}

function sourcesOf(root: string): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(root, 'src', file))
    .sort();
}

function projectPath(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

/** The module's path as an identifier. */
function nameOf(root: string, file: string): string {
  return projectPath(root, file).replace(/\.ts$/, '').replace(/\W/g, '_');
}
