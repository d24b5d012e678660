import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { copyFacts } from './copies.ts';

/** `read from` and `written to`, a word each. */
function sides(text: string): readonly string[] {
  const facts = copyFacts(parseShell(text, { file: filePath('bin/refresh.sh') }));
  const tiers = new Map(ofKind(facts, 'Environment').map(({ key, tier }) => [key, tier]));
  return relationsOf(facts, 'in').map(({ to, actions }) => `${actions.join()} ${tiers.get(to)}`);
}

describe('databases of Heroku that a script copies', () => {
  it.each([
    'heroku pg:copy shop-production::DATABASE_URL DATABASE_URL --app shop-staging --confirm shop-staging\n',
    'heroku pg:copy shop::DATABASE DATABASE -a shop-staging\n',
    'S=shop-staging\nP=shop-production\nheroku pg:copy $P::DATABASE DATABASE --confirm $S --app $S\n',
    'heroku pg:copy DATABASE shop-staging::DATABASE -a shop-production\n',
  ])('fill a stage: %s', (text) => {
    expect(sides(text)).toEqual(['write staging', 'read production']);
  });

  it.each([
    ['the other way', 'heroku pg:copy shop-staging::DATABASE DATABASE -a shop-production\n'],
    ['within one app', 'heroku pg:copy DATABASE_URL HEROKU_POSTGRESQL_PINK -a shop-staging\n'],
    ['between apps of no known stage', 'heroku pg:copy shop::DATABASE DATABASE -a harbour\n'],
    ['to a developer', 'heroku pg:copy shop-production::DATABASE DATABASE -a shop-dev\n'],
    ['from an address', 'heroku pg:copy postgres://prod/db DATABASE -a shop-staging\n'],
    ['from what only a run knows', 'heroku pg:copy $1::DATABASE DATABASE -a shop-staging\n'],
    [
      'and are made anonymous',
      'heroku pg:copy shop-prod::DATABASE DATABASE -a shop-staging\nheroku run rake db:anonymize -a shop-staging\n',
    ],
  ])('say nothing where they go %s', (_, text) => {
    expect(sides(text)).toEqual([]);
  });
});
