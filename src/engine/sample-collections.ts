import type { Fact } from '../model/fact.ts';
import { folderOf } from '../model/source.ts';

/** Files of program text, where a credential is a literal that somebody typed; env files and settings hold many vendors for good reasons. */
const program =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|php|cs|swift|exs?|clj|c|cc|cpp|h|hpp|lua|pl|dart)$/;

/** Rows for an empty database: factories and seeders of Laravel, Rails and others, and scripts of that name. */
const seeds =
  /(?:^|\/)(?:database|db)\/(?:factories|seeders?|seeds)\/|(?:^|[/_.-])(?:demo|seeds?|seeder)(?:[_.-][^/]*)?$/;

/** Nobody types the live keys of so many vendors into the program text of one folder; people who write detectors and demos do. */
const manyVendors = 5;

/** Lowers the confidence of credentials that are samples: in program text among those of many other vendors, or in what fills an empty database. */
export function demoteSamples(facts: readonly Fact[]): readonly Fact[] {
  const vendors = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (fact.kind !== 'Credential' || fact.form !== 'literal' || fact.provider === null) continue;
    if (!program.test(fact.at.file)) continue;
    const folder = folderOf(fact.at.file);
    const found = vendors.get(folder);
    if (found === undefined) vendors.set(folder, new Set([fact.provider]));
    else found.add(fact.provider);
  }
  const isSample = (file: string): boolean =>
    program.test(file) &&
    (seeds.test(file) || (vendors.get(folderOf(file))?.size ?? 0) >= manyVendors);
  return facts.map((fact) =>
    fact.kind === 'Credential' && isSample(fact.at.file) ? { ...fact, confidence: 'low' } : fact,
  );
}
