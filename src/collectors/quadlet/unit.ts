import type { ScalarNode } from '../../model/document.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { type IniPair, type IniSection, iniSections } from '../../recognize/ini-sections.ts';

/** One file that Podman turns into a service. */
export interface Unit {
  readonly document: SourceText;
  /** File name: `db.container`. */
  readonly file: string;
  /** File name without its extension. */
  readonly stem: string;
  readonly sections: readonly IniSection[];
}

/** The sections that make a file a unit of Podman, by its extension. */
const sectionOf: Readonly<Record<string, string>> = {
  container: 'Container',
  volume: 'Volume',
  pod: 'Pod',
};

/** Reads a unit; `null` for files of other kinds that bear its extension. */
export function unitOf(document: SourceText): Unit | null {
  const file = baseName(document.file);
  const dot = file.lastIndexOf('.');
  const own = sectionOf[file.slice(dot + 1)];
  const sections = iniSections(document);
  if (own === undefined || !sections.some(({ name }) => name === own)) return null;
  return { document, file, stem: file.slice(0, dot), sections };
}

/** Where a section of a unit begins. */
export function sectionAt(unit: Unit, name: string): SourceRange {
  const found = unit.sections.find((section) => section.name === name);
  return found?.at ?? { file: unit.document.file, start: 0, end: 0 };
}

/** All lines of a key in a section, which may be written in parts; an empty one drops those above it, as everywhere in systemd. */
export function linesOf(unit: Unit, section: string, key: string): readonly IniPair[] {
  const lines: IniPair[] = [];
  for (const { name, pairs } of unit.sections) {
    for (const pair of name === section ? pairs : []) {
      if (pair.name !== key) continue;
      if (pair.value.text === '') lines.length = 0;
      else lines.push(pair);
    }
  }
  return lines;
}

/** The line of a key that counts. */
export function lastOf(unit: Unit, section: string, key: string): ScalarNode | undefined {
  return linesOf(unit, section, key).at(-1)?.value;
}
