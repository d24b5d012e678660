import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { plantedFiles } from './planted-secrets.ts';
import { removeTree, writeTree } from './temporary-tree.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

// Every secret stands in every kind of place that riskscan reads; none may come back out.
const token = randomUUID();
const password = randomBytes(18).toString('base64url');
const oauth = `rlwy_${'oacs'}_${randomBytes(20).toString('hex')}`;
const secrets = [token, password, oauth];
const url = `postgresql://postgres:${password}@db.ferries-host.net:5432/ferries`;
const files: Readonly<Record<string, string>> = {
  '.env.production': `RAILWAY_API_TOKEN=${token}\nDATABASE_URL=${url}\nCLIENT=${oauth}\n`,
  '.env.staging': `RAILWAY_API_TOKEN="${token}"\nDATABASE_URL='${url}'\n`,
  'broken.env': `RAILWAY_API_TOKEN="${token}\nDATABASE_URL=${url}`,
  'ops/dump.sh': `#!/bin/sh\nexport RAILWAY_API_TOKEN=${token}\npg_dump "${url}" > /var/lib/postgresql/data/x.sql\ncurl -H "Authorization: Bearer ${token}" https://backboard.railway.com/graphql/v2 -d '{"query":"mutation { volumeDelete(volumeId: \\"1\\") }"}'\n`,
  'src/send.ts': `const token = '${token}';\nfetch('https://backboard.railway.com/graphql/v2', { method: 'POST', headers: { authorization: \`Bearer ${token}\` }, body: 'mutation { volumeDelete(volumeId: "1") }' });\nconst db = '${url}';\n`,
  'src/broken.ts': `const RAILWAY_API_TOKEN = '${token};\nfetch("https://backboard.railway.com", {{{ ${oauth}`,
  'package.json': JSON.stringify({
    name: 'x',
    scripts: {
      drop: `RAILWAY_API_TOKEN=${token} railway volume delete --yes`,
      psql: `psql ${url}`,
    },
  }),
  '.claude/settings.json': JSON.stringify({
    permissions: {
      allow: [
        `Bash(RAILWAY_API_TOKEN=${token} railway *)`,
        `Bash(psql ${url})`,
        `Bash(curl -H "Authorization: Bearer ${oauth}" *)`,
      ],
    },
    env: { RAILWAY_API_TOKEN: token },
  }),
  '.claude/settings.local.json': `{ "permissions": { "allow": ["Bash(PGPASSWORD=${password} psql *)"`,
  '.cursor/mcp.json': JSON.stringify({
    mcpServers: {
      railway: {
        command: 'npx',
        args: ['-y', '@railway/mcp-server'],
        env: { RAILWAY_API_TOKEN: token },
      },
    },
  }),
  'docs/notes.md': `RAILWAY_API_TOKEN=${token}\n\n    ${url}\n`,
  [`${oauth}.txt`]: `RAILWAY_API_TOKEN: ${token}\n`,
  'railway.toml': `[deploy]\nstartCommand = "RAILWAY_API_TOKEN=${token} railway volume delete --yes"\n[broken\n${token}`,
  'riskscan.yaml': 'failOn: never\n',
};
const tree = writeTree(files);
afterAll(() => removeTree(tree));

const reports: readonly (readonly [string, readonly string[]])[] = [
  ['text', ['.', '--verbose']],
  ['colour', ['.', '--color', 'always']],
  ['json', ['.', '-f', 'json']],
  ['sarif', ['.', '-f', 'sarif']],
  ['markdown', ['.', '-f', 'markdown']],
  ['facts', ['facts', '.']],
  ['facts as json', ['facts', '.', '--format', 'json']],
];

function run(folder: string, args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const result = spawnSync(process.execPath, [cli, ...args], options);
  expect([0, 1]).toContain(result.status);
  expect(result.stdout.length).toBeGreaterThan(0);
  return result;
}

function printed(folder: string, args: readonly string[]): string {
  const { stdout, stderr } = run(folder, args);
  return `${stdout}\n${stderr}`;
}

describe('no secret value leaves', () => {
  it.each(reports)('through %s', (_, args) => {
    const output = printed(tree, args);
    for (const secret of secrets.slice(0, 2)) expect(output).not.toContain(secret);
    // The third also names a file, which a report has to print; its other places stay hidden.
    expect(output.replaceAll(`${oauth}.txt`, '')).not.toContain(oauth);
  });
  it('through a file left behind in the tree', () => {
    const left = filesBelow(tree).map((file) => relative(tree, file).split(sep).join('/'));
    expect(left.sort()).toEqual(Object.keys(files).sort());
  });
});

// What looks drawn at random is hidden by its look alone; a word that a person chose is hidden only where its place says that it is secret.
describe.each([
  ['drawn at random', () => `Zk9${randomBytes(15).toString('hex')}`],
  ['chosen by people', (count: number) => `harbourgate${1000 + count}`],
])('no secret %s leaves what deploys, keeps and destroys data', (_, make) => {
  const planted: string[] = [];
  const plantedTree = plantedFiles(() => {
    const secret = make(planted.length);
    planted.push(secret);
    return secret;
  });
  const folder = writeTree(plantedTree);
  afterAll(() => removeTree(folder));

  it.each(reports)('through %s', (_name, args) => {
    const output = printed(folder, args);
    expect(leaked(output, planted, plantedTree)).toEqual([]);
  });
  it('and each of these files is understood', () => {
    const facts = run(folder, ['facts', '.', '--format', 'json']).stdout;
    const unread = Object.keys(plantedTree).filter((file) => !facts.includes(`"${file}"`));
    expect(unread).toEqual([]);
  });
});

/** Files whose secrets stand in the output, as they are or as Kubernetes writes them. */
function leaked(
  output: string,
  planted: readonly string[],
  written: Readonly<Record<string, string>>,
): readonly string[] {
  const forms = planted.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
  const found = forms.filter((form) => output.includes(form));
  return Object.keys(written).filter((file) =>
    found.some((form) => written[file]?.includes(form) === true),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

describe('the check of this test', () => {
  it('would see a secret', () => {
    expect(readFileSync(join(tree, '.env.production'), 'utf8')).toContain(token);
  });
  it('would name the file that a secret came from', () => {
    const written = { 'a.env': 'A=one-secret', 'b.yaml': `data: ${btoa('two-secret')}` };
    const planted = ['one-secret', 'two-secret'];
    expect(leaked(`see ${btoa('two-secret')}`, planted, written)).toEqual(['b.yaml']);
    expect(leaked('see one-secret', planted, written)).toEqual(['a.env']);
  });
});
