import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['npx strapi import -f export.tar.gz --force', 'database unasked'],
  ['strapi transfer --to https://cms.acme.io --force', 'database unasked'],
  ['strapi import -f export.tar.gz', 'database asked'],
  ['strapi export', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['STRAPI_TRANSFER_TOKEN', 'transfer-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
