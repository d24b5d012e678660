import { expect, it } from 'vitest';
import { scanTree } from './scan-tree.ts';
import { removeTree, writeTree } from './temporary-tree.ts';

/** A nightly job of production that starts something with this line. */
function nightly(line: string): string {
  return `on: { schedule: [{ cron: '0 3 * * *' }] }
jobs:
  rebuild-production:
    runs-on: ubuntu-latest
    env: { DATABASE_URL: '\${{ secrets.PRODUCTION_DATABASE_URL }}' }
    steps:
      - uses: actions/checkout@v5
      - run: ${line}
`;
}

const workflow = '.github/workflows/nightly.yml';
const reset = 'npx prisma migrate reset --force';

/** Ways of three levels and more between the line of a job and the command that destroys. */
const ways: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'npm, a script, a function of it',
    {
      [workflow]: nightly('npm run rebuild'),
      'package.json': '{ "scripts": { "rebuild": "bash ops/rebuild.sh" } }',
      'ops/rebuild.sh': `wipe() {\n  ${reset}\n}\nwipe\n`,
    },
  ],
  [
    'make, a script, npx',
    {
      [workflow]: nightly('make rebuild'),
      Makefile: 'rebuild: wipe\n\nwipe:\n\t./ops/rebuild.sh\n',
      'ops/rebuild.sh': `${reset}\n`,
    },
  ],
  [
    'make, a script, npm of another folder',
    {
      [workflow]: nightly('make rebuild'),
      Makefile: 'rebuild:\n\tsh ops/rebuild.sh\n',
      'ops/rebuild.sh': 'cd api && npm run wipe\n',
      'api/package.json': `{ "scripts": { "wipe": "${reset}" } }`,
    },
  ],
  [
    'npm, a Python program, make',
    {
      [workflow]: nightly('npm run rebuild'),
      'package.json': '{ "scripts": { "rebuild": "python3 scripts/rebuild.py" } }',
      'scripts/rebuild.py': 'import subprocess\nsubprocess.run(["make", "wipe"], check=True)\n',
      Makefile: `wipe:\n\t${reset}\n`,
    },
  ],
];

it.each(ways)('follows a job through %s', async (_, files) => {
  const tree = writeTree(files);
  try {
    const { findings } = await scanTree(tree, ['pipeline-destroys-unasked']);
    expect(findings.map(({ severity, at }) => `${severity} ${at.file}`)).toEqual([
      `high ${workflow}`,
    ]);
    expect(findings[0]?.what).toContain('prisma migrate reset');
  } finally {
    removeTree(tree);
  }
});
