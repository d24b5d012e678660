import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['alembic downgrade base', 'database'],
  ['alembic -c prod.ini downgrade -1', 'database'],
  ['uv run flask db downgrade', 'database'],
  ['python -m alembic downgrade base', 'database'],
  ['alembic downgrade head:base --sql', 'nothing'],
  ['alembic upgrade head', 'nothing'],
  ['flask db upgrade', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
