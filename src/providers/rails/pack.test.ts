import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['rails db:drop', 'database, asks'],
  ['bin/rails db:reset DISABLE_DATABASE_ENVIRONMENT_CHECK=1', 'database'],
  ['bundle exec rake db:schema:load', 'database, asks'],
  ['rails db:rollback STEP=3', 'database'],
  ['rails db:migrate VERSION=0', 'database'],
  ['rails db:migrate', 'nothing'],
  ['rails db:migrate:status', 'nothing'],
  ['rake --dry-run db:drop', 'nothing'],
  ['rails db:abort_if_pending_migrations', 'nothing'],
  ['rails server', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([
  ['RAILS_MASTER_KEY', 'master-key'],
  ['STAGING_RAILS_MASTER_KEY', 'master-key'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
