import { expect, it } from 'vitest';
import { factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
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

it('sees add-ons of the app, and those of review apps as their own', () => {
  const found = facts(
    'app.json',
    JSON.stringify({
      addons: ['heroku-postgresql:essential-0', 'papertrail', { plan: 'heroku-redis:mini' }],
      environments: {
        review: { addons: [{ plan: 'heroku-postgresql', as: 'DATABASE' }] },
        test: { addons: ['heroku-postgresql:in-dyno'] },
      },
    }),
  );
  expect(storesOf(found)).toEqual([
    'add-on heroku-postgresql:essential-0 of app.json: heroku-postgres database',
    'add-on heroku-redis:mini of app.json: heroku-redis cache',
    'add-on heroku-postgresql of app.json: heroku-postgres database',
    'add-on heroku-postgresql:in-dyno of app.json: heroku-postgres database',
  ]);
  expect(usesOf(found)).toEqual([
    'development connects-to add-on heroku-postgresql:in-dyno of app.json',
    'preview connects-to add-on heroku-postgresql of app.json',
  ]);
});

it.each([
  ['Procfile', ''],
  ['Procfile', 'release:\n'],
  ['heroku.yml', 'release: 3\nrun: [1]'],
  ['app.json', '{"environments": {"review": {"env": {"A": {}}}}}'],
  ['app.json', '{"addons": {"plan": "x"}, "environments": {"review": {"addons": [3, {}]}}}'],
])('makes nothing of %s %j', (file, text) => {
  expect(facts(file, text)).toEqual([]);
});
