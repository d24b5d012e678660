import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['git push --force origin main', 'files unasked'],
  ['git push -f', 'files unasked'],
  ['git -C repo push origin --delete release', 'files unasked'],
  ['git push --mirror git@github.com:acme/copy.git', 'files unasked'],
  ['git push --prune origin', 'files unasked'],
  ['git push --force-with-lease', null],
  ['git push --force --dry-run', null],
  ['git push origin main', null],
  ['git push --tags', null],
  ['git push --set-upstream origin main', null],
  ['git reset --hard', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
