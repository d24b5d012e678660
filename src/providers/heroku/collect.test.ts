import { expect, it } from 'vitest';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { pack as prisma } from '../prisma/pack.ts';
import { pack as supabase } from '../supabase/pack.ts';
import { collect } from './collect.ts';

const facts = (file: string, text: string) =>
  factsOfFiles(collect, { [file]: text }, [prisma, supabase]);

it('finds what a release destroys', () => {
  const text = 'web: node .\nrelease: npx prisma db push --accept-data-loss\n';
  const [command] = facts('Procfile', text);
  expect(command).toMatchObject({ kind: 'DestructiveCommand', skipsPrompt: true });
  expect(
    command?.kind === 'DestructiveCommand' && text.slice(command.at.start, command.at.end),
  ).toBe('prisma db push --accept-data-loss');
  expect(facts('Procfile', 'release: npx prisma migrate deploy\n')).toEqual([]);
  expect(
    facts('heroku.yml', 'release:\n  command:\n    - npx prisma migrate reset --force\n'),
  ).toMatchObject([{ kind: 'DestructiveCommand' }]);
});

it('sees review apps on a project of their own or of somebody else', () => {
  const ref = 'kvwpzhtdgqmxlrnbycfs';
  const text = JSON.stringify({
    environments: { review: { env: { SUPABASE_URL: { value: `https://${ref}.supabase.co` } } } },
  });
  expect(usesOf(facts('app.json', text))).toEqual([`preview connects-to Supabase project ${ref}`]);
});

it.each([
  ['Procfile', ''],
  ['Procfile', 'release:\n'],
  ['heroku.yml', 'release: 3\nrun: [1]'],
  ['app.json', '{"environments": {"review": {"env": {"A": {}}}}}'],
])('makes nothing of %s %j', (file, text) => {
  expect(facts(file, text)).toEqual([]);
});
