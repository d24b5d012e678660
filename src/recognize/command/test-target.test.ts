import { expect, it } from 'vitest';
import { worksOnTests } from './test-target.ts';

it.each([
  ['docker compose -f docker-compose.test.yml down -v', true],
  ['docker compose -f docker-compose.yml -f compose.e2e.yml down -v', true],
  ['docker compose --project-name=ferries-test down -v', true],
  ['docker compose -p "$NAME" --env-file .env.test down -v', true],
  ['docker compose down -v', false],
  ['prisma migrate reset -f --skip-seed', false],
  ['docker compose -f docker-compose.yml down -v', false],
  ['docker compose -f docker-compose.test.yml -f docker-compose.prod.yml down -v', false],
  ['docker compose -f docker-compose.staging.yml down -v', false],
])('%s → %s', (line, expected) => {
  expect(worksOnTests(line.split(' '))).toBe(expected);
});
