import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A generated repository: `files` files, of `bytes` on average where the kind allows filling. */
export interface TreePlan {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** One file in so many configures something; the rest is code and prose that only the sweep reads. */
  readonly configures: number;
}

// Change it when the generator changes, so that old trees are not reused.
const generation = 3;

/** Folder of the generated tree; made once, reused while plan and generator stay the same. Same plan, same bytes. */
export function treeOf(folder: string, plan: TreePlan): string {
  const root = join(folder, plan.name);
  const stamp = `${root}.json`;
  const wanted = JSON.stringify({ ...plan, generation });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return root;

  rmSync(root, { recursive: true, force: true });
  const random = generator(plan.files);
  const prose = filler(random);
  for (let index = 0; index < plan.files; index += 1) {
    const [name, text] = fileOf(index, plan, prose, random);
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  // Tracked but without objects: discovery sees a repository, and the disk holds every byte once.
  execFileSync('git', ['init', '-q', root]);
  execFileSync('git', ['-C', root, 'add', '--intent-to-add', '--force', '.']);
  writeFileSync(stamp, wanted);
  return root;
}

type Kind = readonly [name: (index: number) => string, text: (index: number) => string];

const service = (index: number): string =>
  `services/${['billing', 'fleet', 'rental', 'search'][index % 4]}-${index}`;

const configuration: readonly Kind[] = [
  [
    (n) => `${service(n)}/.env.production`,
    (n) =>
      `DATABASE_URL=postgres://app@db-${n}.internal:5432/rental\nLOG_LEVEL=info\nFEATURE_${n}=on\n`,
  ],
  [
    (n) => `${service(n)}/Dockerfile`,
    (n) =>
      `FROM node:24-slim\nWORKDIR /srv\nCOPY . .\nRUN npm ci --omit=dev\nENV PORT=${3000 + (n % 100)}\nCMD ["node", "server.js"]\n`,
  ],
  [
    (n) => `${service(n)}/docker-compose.yml`,
    (n) =>
      `services:\n  api:\n    build: .\n    environment:\n      PORT: "${n}"\n  db:\n    image: postgres:17\n    volumes:\n      - data-${n}:/var/lib/postgresql/data\nvolumes:\n  data-${n}: {}\n`,
  ],
  [
    (n) => `${service(n)}/scripts/release.sh`,
    (n) =>
      `#!/usr/bin/env bash\nset -euo pipefail\nnpm run build\nfor part in api web; do\n  echo "releasing $part ${n}"\ndone\n`,
  ],
  [
    (n) => `${service(n)}/package.json`,
    (n) =>
      `{\n  "name": "service-${n}",\n  "scripts": { "build": "tsc -p .", "test": "node --test", "db:reset": "psql -f reset-${n}.sql" }\n}\n`,
  ],
  [
    (n) => `.github/workflows/service-${n}.yml`,
    (n) =>
      `name: service-${n}\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n      - run: npm ci && npm test\n`,
  ],
  [
    (n) => `deploy/k8s/service-${n}.yaml`,
    (n) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: service-${n}\nspec:\n  replicas: 2\n  template:\n    spec:\n      containers:\n        - name: api\n          image: registry.internal/service:${n}\n`,
  ],
  [
    (n) => `${service(n)}/src/client.ts`,
    (n) =>
      `const endpoint = 'https://backboard.railway.com/graphql/v2';\nconst query = \`query ($id: String!) { project(id: $id) { name } }\`;\nexport const project${n} = (id: string) =>\n  fetch(endpoint, { method: 'POST', body: JSON.stringify({ query, variables: { id } }) });\n`,
  ],
  [
    (n) => `${service(n)}/.claude/settings.json`,
    () => `{ "permissions": { "allow": ["Bash(npm test)"], "deny": ["Read(.env*)"] } }\n`,
  ],
  [
    (n) => `${service(n)}/pyproject.toml`,
    (n) => `[project]\nname = "service-${n}"\nversion = "1.0.0"\n\n[tool.pytest]\naddopts = "-q"\n`,
  ],
];

const bulk: readonly [string, string][] = [
  ['src', 'ts'],
  ['src', 'tsx'],
  ['docs', 'md'],
  ['lib', 'py'],
  ['data', 'json'],
  ['styles', 'css'],
  ['server', 'go'],
];

function fileOf(
  index: number,
  plan: TreePlan,
  prose: string,
  random: () => number,
): readonly [name: string, text: string] {
  const kind = configuration[Math.floor(index / plan.configures) % configuration.length];
  if (index % plan.configures === 0 && kind !== undefined) return [kind[0](index), kind[1](index)];
  const [folder, extension] = bulk[index % bulk.length] ?? ['src', 'ts'];
  const length = Math.floor(plan.bytes * (0.2 + 1.8 * random()));
  const start = Math.floor(random() * (prose.length - length));
  const name = `packages/part-${Math.floor(index / 40)}/${folder}/module-${index}.${extension}`;
  return [name, textOf(extension, prose.slice(start, start + length))];
}

/** The same prose in the comment or string syntax of its language, so that a parser that is let in finds valid text. */
function textOf(extension: string, prose: string): string {
  if (extension === 'md') return prose;
  if (extension === 'json') return `${JSON.stringify({ text: prose.split('\n') }, null, 2)}\n`;
  if (extension === 'py') return prose.replaceAll(/^/gm, '# ');
  if (extension === 'css') return `/*\n${prose}\n*/\n`;
  return prose.replaceAll(/^(.*)$/gm, (_, line: string) => `log('${line}');`);
}

const words =
  'axle brake cable clutch crate dock engine freight gear hatch invoice journey keel ledger manifest nozzle order parcel quay rental sensor ticket valve wagon yard'.split(
    ' ',
  );

/** About 120,000 characters of made-up lines; each file is a slice of them. */
function filler(random: () => number): string {
  let text = '';
  while (text.length < 120_000) {
    const line = Array.from(
      { length: 4 + Math.floor(random() * 8) },
      () => words[Math.floor(random() * words.length)],
    );
    text += `${line.join(' ')}\n`;
  }
  return text;
}

/** Small deterministic generator (mulberry32): the same seed gives the same tree everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
