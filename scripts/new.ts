/** Makes the folder of a new plug-in: `npm run new -- check backups/backup-never-restored`. Never overwrites. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kinds, scaffold } from './scaffold.ts';

const root =
  process.env['RISKSCAN_NEW_ROOT'] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const [kind, id, ...rest] = process.argv.slice(2);

if (kind === undefined || id === undefined || rest.length > 0) {
  const examples = Object.entries(kinds).map(
    ([name, { example }]) => `  npm run new -- ${name} ${example}`,
  );
  console.error(['Usage:', ...examples].join('\n'));
  process.exitCode = 2;
} else {
  try {
    create(kind, id);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

function create(kind: string, id: string): void {
  const { folder, files, next } = scaffold(kind, id);
  if (existsSync(join(root, folder))) throw new Error(`${folder} exists; nothing was written.`);
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    console.log(`wrote ${folder}/${name}`);
  }
  console.log(next);
}
