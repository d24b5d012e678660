import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://documentation.red-gate.com/flyway/reference/commands/clean',
  checkedOn: '2026-11-21',
};

const shared = { targets: ['FLYWAY_URL', 'DATABASE_URL'], safeVariant: 'flyway info' };
const rest = { asks: 'needs-flag' } as const;

/** Flyway: `clean` drops every object of the schemas once somebody has enabled it. */
export const pack = definePack({
  id: 'flyway',
  title: 'Flyway',
  commands: [
    commandsOf('flyway', claim, shared)('clean', 'database', {
      ...rest,
      skipsPrompt: ['-cleanDisabled=false'],
    }),
    commandsOf('mvn|mvnw|./mvnw', claim, shared)('flyway:clean', 'database', {
      ...rest,
      skipsPrompt: ['-Dflyway.cleanDisabled=false'],
    }),
    commandsOf('gradle|gradlew|./gradlew', claim, shared)('flywayClean', 'database', {
      ...rest,
      skipsPrompt: ['-Pflyway.cleanDisabled=false|-Dflyway.cleanDisabled=false'],
    }),
  ],
  consents: [
    {
      env: 'FLYWAY_CLEAN_DISABLED',
      value: 'false',
      silences: 'flyway clean, which is off by default',
      ...claim,
    },
  ],
  collectors: [
    toolingCollector('flyway', 'Flyway', {
      files: [{ glob: '**/flyway.conf' }, { glob: '**/flyway.toml' }],
      others: ['flyway-core', 'flyway-maven-plugin', 'org.flywaydb.flyway'],
    }),
  ],
});
