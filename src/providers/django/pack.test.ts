import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['python manage.py flush --noinput', 'database'],
  ['poetry run python manage.py flush --no-input', 'database'],
  ['./manage.py flush', 'database, asks'],
  ['python3 backend/manage.py reset_db --noinput', 'database'],
  ['python manage.py migrate shop zero', 'database'],
  ['django-admin flush --settings=shop.settings', 'database, asks'],
  ['python manage.py sqlflush', 'nothing'],
  ['python manage.py migrate', 'nothing'],
  ['python manage.py migrate shop 0003', 'nothing'],
  ['python manage.py migrate shop zero --plan', 'nothing'],
  ['python app.py flush', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
