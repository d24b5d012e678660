import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['rails db:drop', 'database asked'],
  ['bin/rails db:reset DISABLE_DATABASE_ENVIRONMENT_CHECK=1', 'database unasked'],
  ['bundle exec rake db:schema:load', 'database asked'],
  ['rails db:rollback STEP=3', 'database unasked'],
  ['rails db:migrate VERSION=0', 'database unasked'],
  ['rails db:migrate', null],
  ['rails db:migrate:status', null],
  ['rake --dry-run db:drop', null],
  ['rails db:abort_if_pending_migrations', null],
  ['rails server', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([
  ['RAILS_MASTER_KEY', 'master-key'],
  ['STAGING_RAILS_MASTER_KEY', 'master-key'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
