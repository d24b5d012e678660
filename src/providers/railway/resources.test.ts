import { expect, it } from 'vitest';
import { factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { resources } from './resources.ts';

it.each([
  ['', []],
  ['volume = var.volume', []],
  ['volume = {\n name = "data"\n mount_path = "/data"\n}', ['railway-volume volume: unknown']],
])('a service with %j keeps %j', (body, expected) => {
  const facts = factsOf(`resource "railway_service" "main" {\n${body}\n}\n`, resources);
  expect(
    only(facts, 'DataStore').map(
      ({ product, holds, deletionProtection }) =>
        `${product} ${holds}: ${said(deletionProtection)}`,
    ),
  ).toEqual(expected);
});
