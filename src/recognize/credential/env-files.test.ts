import { expect, it } from 'vitest';
import { parse } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { envFilesOf } from './env-files.ts';

function filesOf(line: string, folder: string): readonly string[] {
  const document = parse(filePath('x.sh'), line);
  if (document.shape !== 'shell') throw new Error('shell is shell');
  return document.commands.flatMap((command) => envFilesOf(command, folder));
}

it.each([
  [
    'dotenv -e ../../.env.test -e ../../.env -- npx prisma migrate reset',
    'packages/db',
    ['environment:.env.test', 'environment:.env'],
  ],
  ['node --env-file=.env --test tests/', '', ['environment:.env']],
  ['npx dotenv -e .env.production -- drizzle-kit push', 'api', ['environment:api/.env.production']],
  ['docker compose --env-file prod.env up -d', '', ['environment:prod.env']],
  [
    'env-cmd -f ./config/.env.staging knex migrate:rollback',
    '',
    ['environment:config/.env.staging'],
  ],
])('%s loads %j', (line, folder, files) => {
  expect(filesOf(line, folder)).toEqual(files);
});

it.each([
  ['node -e "console.log(1)"', ''],
  ['dotenv -e ../../../.env -- x', 'a/b'],
  ['dotenv -e /etc/app.env -- x', ''],
  ['grep -e .env file', ''],
])('%s loads no file of the tree', (line, folder) => {
  expect(filesOf(line, folder)).toEqual([]);
});
