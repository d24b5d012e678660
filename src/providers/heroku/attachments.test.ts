import { describe, expect, it } from 'vitest';
import { usesOf } from '../../../test/platform-facts.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './attachments.ts';

const uses = (text: string) => {
  const file = filePath('bin/setup.sh');
  return usesOf(collect({ id: file, documents: [parseShell(text, { file })] }, {} as never));
};

describe('add-ons that a script attaches', () => {
  it.each([
    [
      'by their owner',
      'heroku addons:attach shop-production::DATABASE --app shop-staging\n',
      [
        'production connects-to add-on shop-production::DATABASE',
        'staging connects-to add-on shop-production::DATABASE',
      ],
    ],
    [
      'by the variable of an owner without a stage',
      'APP=shop\nheroku addons:attach "$APP::DATABASE_URL" -a "$APP-staging" --as DATABASE\n',
      ['production connects-to add-on shop::DATABASE', 'staging connects-to add-on shop::DATABASE'],
    ],
    [
      'by the name they were made with',
      'heroku addons:create heroku-postgresql:standard-0 --name=shop-db -a shop-prod\nheroku addons:attach shop-db -r staging\n',
      ['production connects-to add-on shop-db', 'staging connects-to add-on shop-db'],
    ],
    [
      'by the name that Heroku gave them',
      'heroku addons:attach postgresql-curved-12345 -a shop-staging\n',
      ['staging connects-to add-on postgresql-curved-12345'],
    ],
    [
      'by a name that only its variable explains',
      'heroku addons:attach shop-db --as DATABASE -a shop-staging --credential default\n',
      ['staging connects-to add-on shop-db'],
    ],
  ])('%s', (_, text, expected) => {
    expect(uses(text)).toEqual(expected);
  });

  it.each([
    ['keeps nothing', 'heroku addons:attach shop-prod::PAPERTRAIL -a shop-staging\n'],
    ['nothing tells of', 'heroku addons:attach shop-thing -a shop-staging\n'],
    ['only a run knows', 'heroku addons:attach "$1::DATABASE" -a shop-staging\n'],
    ['goes to an app only a run knows', 'heroku addons:attach shop-prod::DATABASE -a "$1"\n'],
    ['goes to the app of a folder', 'heroku addons:attach shop-prod::DATABASE\n'],
    [
      'has a login that may do less',
      'heroku addons:attach shop-prod::DATABASE -a shop-staging --credential reports\n',
    ],
    ['is shared by apps of no known stage', 'heroku addons:attach shop::DATABASE -a worker\n'],
    ['is only printed', 'echo "heroku addons:attach shop-prod::DATABASE -a shop-staging"\n'],
  ])('say nothing where one %s', (_, text) => {
    expect(uses(text)).toEqual([]);
  });

  it('and detaches again are not shared', () => {
    const text =
      'heroku addons:attach shop-prod::DATABASE -a shop-staging --as OLD\nheroku addons:detach OLD -a shop-staging\n';
    expect(uses(text)).toEqual(['production connects-to add-on shop-prod::DATABASE']);
  });
});
