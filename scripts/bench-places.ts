/** Lines of a file, 1-based, both included. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** How many places of each sort a scanner named, and how many other lines. */
export interface Sightings {
  readonly planted: number;
  readonly decoys: number;
  readonly elsewhere: number;
}

/** Whether two places share a line. */
export function covers(place: Place, at: Place): boolean {
  return place.file === at.file && place.line <= at.endLine && at.line <= place.endLine;
}

/** Counts what a scanner named, each place once. */
export function countedBy(
  tree: { readonly planted: readonly Place[]; readonly decoys: readonly Place[] },
  reports: readonly Place[],
): Sightings {
  const isNamed = (place: Place): boolean => reports.some((report) => covers(place, report));
  const known = [...tree.planted, ...tree.decoys];
  const others = reports.filter((report) => !known.some((place) => covers(place, report)));
  return {
    planted: tree.planted.filter(isNamed).length,
    decoys: tree.decoys.filter(isNamed).length,
    elsewhere: new Set(others.map(({ file, line }) => `${file}:${line}`)).size,
  };
}
