import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['bin/magento setup:uninstall -n', 'database unasked'],
  ['php bin/magento setup:uninstall', 'database asked'],
  ['bin/magento setup:install --cleanup-database', 'database unasked'],
  ['bin/magento setup:install', null],
  ['bin/magento setup:upgrade', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
