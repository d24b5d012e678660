import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['python manage.py flush --noinput', 'database unasked'],
  ['poetry run python manage.py flush --no-input', 'database unasked'],
  ['./manage.py flush', 'database asked'],
  ['python3 backend/manage.py reset_db --noinput', 'database unasked'],
  ['python manage.py migrate shop zero', 'database unasked'],
  ['django-admin flush --settings=shop.settings', 'database asked'],
  ['python manage.py sqlflush', null],
  ['python manage.py migrate', null],
  ['python manage.py migrate shop 0003', null],
  ['python manage.py migrate shop zero --plan', null],
  ['python app.py flush', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
