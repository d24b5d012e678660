import type { Confidence } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { startedByTimer } from '../../recognize/systemd/timer.ts';
import { backupFacts, copiersOf } from './backup-facts.ts';
import { loginFacts } from './login-facts.ts';
import { type Service, serviceOf } from './service.ts';
import { groundFacts, keeperFacts, keepersOf, placesFacts } from './store-facts.ts';
import { type Unit, unitOf } from './unit.ts';

/** Facts of the units of one folder, which one machine runs. */
export const collect: Collect = (unit, knowledge) => {
  const units = unit.documents.flatMap((document) => unitOf(document) ?? []);
  const pods = named(units, '.pod');
  const services = [...named(units, '.container').values()].map((one) => serviceOf(one, pods));
  const volumes = named(units, '.volume');
  const timed = new Set(unit.documents.flatMap((document) => startedByTimer(document) ?? []));
  const keepers = keepersOf(services, volumes);
  const copiers = services.flatMap((service) => copiersOf(service, timed));
  const confidenceFor = (service: Service) => confidenceOf(service, copiers.length > 0);
  const highest = services.some((service) => confidenceFor(service) === 'high') ? 'high' : 'low';
  const logins = new Map(services.map((service) => [service, loginFacts(service, knowledge)]));
  const told = services.filter(
    (service) =>
      (logins.get(service) ?? []).length > 0 ||
      keepers.some((keeper) => keeper.service === service),
  );
  return [
    ...groundFacts(told),
    ...placesFacts(keepers, highest),
    ...keepers.flatMap((keeper) => keeperFacts(keeper, confidenceFor(keeper.service))),
    ...backupFacts(copiers, { keepers, volumes, confidence: highest }),
    ...told.flatMap((service) => logins.get(service) ?? []),
  ];
};

function named(units: readonly Unit[], extension: string): ReadonlyMap<string, Unit> {
  return new Map(
    units.filter(({ file }) => file.endsWith(extension)).map((unit) => [unit.file, unit]),
  );
}

/** How sure it is that data is worth something: units are a workstation's as often as a server's, and nobody copies what is worth nothing. */
function confidenceOf({ tier }: Service, hasBackup: boolean): Confidence {
  return tier === 'production' || tier === 'staging' || hasBackup ? 'high' : 'low';
}
