/** Tasks that start one another, one after the other. */
const maxChain = 6;

/** The task and everything that leads to it, nearest first. */
export function waysTo(
  task: string,
  starters: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const found = new Set([task]);
  let newest = [task];
  for (let step = 0; step < maxChain && newest.length > 0; step += 1) {
    newest = newest
      .flatMap((name) => [...(starters.get(name) ?? [])])
      .filter((name) => !found.has(name));
    for (const name of newest) found.add(name);
  }
  return [...found];
}
