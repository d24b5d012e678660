import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { groupPlugin } from './group-plugin.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const;

const result = await build({
  ...common,
  entryPoints: { cli: 'src/cli/cli.ts', 'action/index': 'src/action/action.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true, // what a run does not need is never read; both entries share the chunks
  alias: { 'string-width': join(root, 'src/cli/string-width.ts') },
  // jsonc-parser's default entry requires its parts dynamically and would fail at run time.
  mainFields: ['module', 'main'],
  banner: {
    // Bundled CommonJS packages ask for Node's own modules through `require`.
    js: "import { createRequire as riskscanRequire } from 'node:module';\nconst require = riskscanRequire(import.meta.url);",
  },
  define: { RISKSCAN_VERSION: JSON.stringify(version) },
  plugins: [
    groupPlugin(root, {
      // Most trees have one of a few agents: their code is not to wait for that of thirty others.
      agents: /^src\/agents\/(?:claude-code|cursor|codex|copilot|gemini-cli)\/collect\.ts$/,
      'rarer-agents':
        /^src\/agents\/(?!(?:claude-code|cursor|codex|copilot|gemini-cli)\/)[^/]+\/collect\.ts$/,
      hardening: /^src\/agents\/[^/]+\/harden\.ts$/,
      // What hardly a tree is without.
      readers:
        /^src\/(?:collectors\/(?:api-clients|compose|connection-urls|credential-sweep|dev-container|docker-config|docker-host|dotenv|scripts|shell-scripts|task-runners)\/collect|recognize\/tooling-facts|formats\/(?:(?:json|markdown|text|dotenv|shell|dockerfile)\/parse|yaml\/parse-well-formed))\.ts$/,
      infrastructure:
        /^src\/collectors\/(?:aws-cdk|bicep|cloudformation|pulumi|sst|terraform|terraform-state|terraform-values)\/collect\.ts$/,
      kubernetes: /^src\/collectors\/(?:kubernetes|kubernetes-rbac)\/collect\.ts$/,
      pipelines:
        /^src\/collectors\/(?:azure-pipelines|bitbucket-pipelines|buildkite|circleci|crontab|drone|github-actions|gitlab-ci|jenkins)\/collect\.ts$/,
      // One collector that asks for types asks all packs for all of theirs.
      'resource-types':
        /^src\/providers\/[^/]+\/(?:resources|terraform|constructs|constructs\/library)\.ts$/,
      platforms: /^src\/providers\/[^/]+\/collect(?:-[a-z]+)?\.ts$/,
    }),
  ],
  // A run on Node 20 compiles what it loads: less text, less to read. Names and lines stay, for stack traces.
  minifySyntax: true,
  legalComments: 'inline',
});

// A thread of its own, whole in one file: were its parts shared, each run would open more files.
const worker = await build({
  ...common,
  entryPoints: { 'sweep-worker': 'src/engine/sweep-worker.ts' },
});

const files = new Map<string, Uint8Array | string>();
for (const file of [...result.outputFiles, ...worker.outputFiles])
  files.set(relative(dist, file.path), file.contents);
for (const [name, text] of schemas()) files.set(join('schema', name), text);
for (const [name, contents] of files) writeIfChanged(join(dist, name), contents);
chmodSync(join(dist, 'cli.js'), 0o755);
removeStale();
writeIfChanged(
  join(root, 'THIRD-PARTY-NOTICES.md'),
  thirdPartyNotices(root, Object.keys(result.metafile.inputs)),
);

/** Published JSON Schemas stand beside the code that keeps their promise, as `*.schema.json`. */
function* schemas(): Iterable<readonly [string, string]> {
  for (const folder of ['src/report', 'src/config']) {
    const absolute = join(root, folder);
    for (const name of existsSync(absolute) ? readdirSync(absolute).sort() : []) {
      if (name.endsWith('.schema.json')) yield [name, readFileSync(join(absolute, name), 'utf8')];
    }
  }
}

// A second build of the same sources touches nothing, so it can run beside programs that use `dist`.
function writeIfChanged(file: string, contents: Uint8Array | string): void {
  const bytes = Buffer.from(contents);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function removeStale(): void {
  const kept = new Set([...files.keys()].map((name) => name.split(sep).join('/')));
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const name = relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile() && !kept.has(name)) rmSync(join(dist, name));
  }
}
