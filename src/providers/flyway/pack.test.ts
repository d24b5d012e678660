import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['flyway -url=jdbc:postgresql://db/app -cleanDisabled=false clean', 'database'],
  ['flyway clean', 'database, asks'],
  ['./mvnw -q flyway:clean -Dflyway.cleanDisabled=false', 'database'],
  ['./gradlew flywayClean', 'database, asks'],
  ['flyway migrate', 'nothing'],
  ['flyway info', 'nothing'],
  ['mvn clean', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
