import type { Fact } from '../../model/fact.ts';
import type { FilePath } from '../../model/source.ts';
import { isHome, projectFolderOf } from './agent-group.ts';

/** The folder whose files make a unit of {@link groupByProject}: the topmost, since prose may lie below it. `''` for one of the home folder alone. */
export function folderOfUnit(
  documents: readonly { readonly file: FilePath }[],
  markers: readonly string[],
): string {
  const folders = documents
    .filter(({ file }) => !isHome(file))
    .map(({ file }) => projectFolderOf(file, markers));
  return folders.sort((a, b) => a.length - b.length)[0] ?? '';
}

/** Each entity once, the first one, for units in which several agents meet the same thing. Relations and bindings all stay. */
export function uniqueFacts(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind === 'Relation' || fact.kind === 'Binding') return true;
    const id = `${fact.kind} ${fact.key}`;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
