import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
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

function run(...args: readonly string[]): string {
  const result = spawnSync(process.execPath, [cli, ...args], { cwd: tree, encoding: 'utf8' });
  expect([0, 1]).toContain(result.status);
  expect(result.stdout.length).toBeGreaterThan(0);
  return `${result.stdout}\n${result.stderr}`;
}

describe('no secret value leaves', () => {
  it.each([
    ['text', ['.', '--verbose']],
    ['colour', ['.', '--color', 'always']],
    ['json', ['.', '-f', 'json']],
    ['sarif', ['.', '-f', 'sarif']],
    ['markdown', ['.', '-f', 'markdown']],
    ['facts', ['facts', '.']],
    ['facts as json', ['facts', '.', '--format', 'json']],
  ])('through %s', (_, args) => {
    const output = run(...args);
    for (const secret of secrets.slice(0, 2)) expect(output).not.toContain(secret);
    // The third also names a file, which a report has to print; its other places stay hidden.
    expect(output.replaceAll(`${oauth}.txt`, '')).not.toContain(oauth);
  });
  it('through a file left behind in the tree', () => {
    const left = filesBelow(tree).map((file) => relative(tree, file).split(sep).join('/'));
    expect(left.sort()).toEqual(Object.keys(files).sort());
  });
});

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
});
