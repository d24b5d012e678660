import { folderOf } from '../../model/source.ts';
import type { Demotion, Evidence } from './demotion.ts';

/** Files of program text, where a credential is a literal that somebody typed; env files and settings hold many vendors for good reasons. */
const program =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|php|cs|swift|exs?|clj|c|cc|cpp|h|hpp|lua|pl|dart)$/;

/** Rows for an empty database: factories and seeders of Laravel, Rails and others, and scripts of that name. */
const seeds =
  /(?:^|\/)(?:database|db)\/(?:factories|seeders?|seeds)\/|(?:^|[/_.-])(?:demo|seeds?|seeder)(?:[_.-][^/]*)?$/;

/** Nobody types the live keys of so many vendors into the program text of one folder; people who write detectors and demos do. */
const manyVendors = 5;

/** A credential in program text, in a folder whose programs hold those of many other vendors. */
export const credentialAmongMany: Demotion = ({ facts }) => {
  const vendors = vendorsByFolder(facts);
  return ({ kind, at }) =>
    kind === 'Credential' &&
    program.test(at.file) &&
    (vendors.get(folderOf(at.file))?.size ?? 0) >= manyVendors;
};

/**
 * A credential in a program that fills an empty database. No class of file: the commands of such a program, which often empty the database first, are
 * no less real.
 */
export const credentialOfSeeds: Demotion =
  () =>
  ({ kind, at }) =>
    kind === 'Credential' && program.test(at.file) && seeds.test(at.file);

function vendorsByFolder(facts: Evidence['facts']): ReadonlyMap<string, ReadonlySet<string>> {
  const vendors = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (fact.kind !== 'Credential' || fact.form !== 'literal' || fact.provider === null) continue;
    if (!program.test(fact.at.file)) continue;
    const folder = folderOf(fact.at.file);
    const found = vendors.get(folder);
    if (found === undefined) vendors.set(folder, new Set([fact.provider]));
    else found.add(fact.provider);
  }
  return vendors;
}
