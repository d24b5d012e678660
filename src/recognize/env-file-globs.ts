/** Languages whose files bear `env` in their name and are no list of assignments: `uv.env.fish`, `vite.env.d.ts`. */
const programs = [
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
  'ts',
  'cts',
  'mts',
  'vue',
];
const noProgram = `!(${programs.flatMap((extension) => [extension, `*.${extension}`]).join('|')})`;

/** Files of `NAME=value` lines, as tools that load env files name them. */
export const envFileGlobs: readonly string[] = [
  '**/.env',
  `**/.env.${noProgram}`,
  '**/*.env',
  '**/.*.env',
  `**/*.env.${noProgram}`,
];
