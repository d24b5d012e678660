import type { Confidence, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { startedByTimer } from '../../recognize/systemd/timer.ts';
import { backupFacts, copiersOf } from './backup-facts.ts';
import { type Service, serviceOf } from './service.ts';
import { groundFacts, keeperFacts, keepersOf, placesFacts } from './store-facts.ts';
import { type Unit, unitOf } from './unit.ts';

/** Facts of the units of one folder, which one machine runs. */
export const collect: Collect = (unit) => {
  const units = unit.documents.flatMap((document) => unitOf(document) ?? []);
  const pods = named(units, '.pod');
  const services = [...named(units, '.container').values()].map((one) => serviceOf(one, pods));
  const volumes = named(units, '.volume');
  const timed = new Set(unit.documents.flatMap((document) => startedByTimer(document) ?? []));
  const keepers = keepersOf(services, volumes);
  const copiers = services.flatMap((service) => copiersOf(service, timed));
  const confidenceFor = (service: Service) => confidenceOf(service, copiers.length > 0);
  const highest = services.some((service) => confidenceFor(service) === 'high') ? 'high' : 'low';
  const facts: readonly Fact[] = [
    ...placesFacts(keepers, highest),
    ...keepers.flatMap((keeper) => keeperFacts(keeper, confidenceFor(keeper.service))),
    ...backupFacts(copiers, { keepers, volumes, confidence: highest }),
  ];
  return facts.length === 0
    ? []
    : [...groundFacts(keepers.map(({ service }) => service)), ...facts];
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
