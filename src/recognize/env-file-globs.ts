/** Programs and prose that bear `env` in their name and are no list of assignments: `uv.env.fish`, `vite.env.d.ts`, `.env.md`. */
const others = [
  'fish',
  'nu',
  'ps1',
  'py',
  'rb',
  'php',
  'go',
  'js',
  'cjs',
  'mjs',
  'jsx',
  'ts',
  'tsx',
  'cts',
  'mts',
  'vue',
  'svelte',
  'astro',
  'md',
  'html',
  'diff',
  'patch',
];
const assignments = `!(${others.flatMap((extension) => [extension, `*.${extension}`]).join('|')})`;

/** Files of `NAME=value` lines, as tools that load env files name them. */
export const envFileGlobs: readonly string[] = [
  '**/.env',
  `**/.env.${assignments}`,
  '**/*.env',
  '**/.*.env',
  `**/*.env.${assignments}`,
];
