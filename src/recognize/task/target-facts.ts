import { objectsOf } from '../../formats/script/object-tree.ts';
import { at, type DataNode, type Document } from '../../model/document.ts';
import type { Binding, EntityKey, Fact } from '../../model/fact.ts';
import { variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Unit } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { plainValue } from '../credential/plain-value.ts';
import { factsOfVariable } from '../credential/variable.ts';
import { isTemplateFile } from '../template-file.ts';
import { configuredTarget, type TargetPlaces } from './configured-target.ts';

/** A piece of a configuration in which the address of a database stands. */
interface Place {
  readonly name: string;
  readonly at: SourceRange;
}

const variable =
  /(?:\b(?:process|Bun|import\.meta)\.env(?:\.|\[\s*['"])|\benv\(\s*['"]|\benviron(?:\.get\(|\[)\s*['"]|\bgetenv\(\s*['"]|\bDeno\.env\.get\(\s*['"])([A-Za-z_]\w*)/g;
const address = /["'`]([a-z][a-z0-9+]{1,30}:\/\/[^"'`\s${}]{1,300})["'`]/g;
/** Names in one place; more are a program of their own. */
const maxNames = 5;
const maxPlaces = 50;

/** What a tool's configuration says of the database that its commands work on: the variables that hold the address, or the address itself. */
export function targetFacts(
  provider: string,
  places: TargetPlaces,
  unit: Unit,
  knowledge: Knowledge,
): readonly Fact[] {
  return unit.documents
    .filter(({ file }) => !isTemplateFile(file))
    .flatMap((document) =>
      placesIn(document, places).flatMap((place) =>
        factsOfPlace(place, document, provider, knowledge),
      ),
    );
}

function placesIn(document: Document, places: TargetPlaces): readonly Place[] {
  if (document.shape === 'script') {
    return objectsOf(document)
      .flatMap((object) => (places.settings ?? []).flatMap((path) => settingAt(object, path)))
      .slice(0, maxPlaces);
  }
  const { line } = places;
  return line === undefined ? [] : linesOf(document, line);
}

function settingAt(object: DataNode, path: string): readonly Place[] {
  const node = at(object, ...path.split('.'));
  return node === undefined ? [] : [{ name: path.slice(path.lastIndexOf('.') + 1), at: node.at }];
}

function linesOf({ file, text }: Document, line: RegExp): readonly Place[] {
  const found: Place[] = [];
  let start = 0;
  for (const one of text.split('\n')) {
    if (one.length < 1000 && line.test(one) && found.length < maxPlaces) {
      const name = /[A-Za-z_]\w*/.exec(one)?.[0] ?? 'url';
      found.push({ name, at: { file, start, end: start + one.length } });
    }
    start += one.length + 1;
  }
  return found;
}

function factsOfPlace(
  { name, at: place }: Place,
  document: Document,
  provider: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const text = document.text.slice(place.start, place.end);
  const bind = (entity: EntityKey): Binding => ({
    kind: 'Binding',
    variable: configuredTarget(provider),
    entity,
    environment: null,
    at: place,
  });
  const names = [...text.matchAll(variable)].slice(0, maxNames);
  const bindings = names.map((found) => bind(variableKey(found[1] ?? '')));
  // Behind a variable an address is what a developer's own machine falls back to.
  if (bindings.length > 0) return bindings;
  return [...text.matchAll(address)].slice(0, maxNames).flatMap((found) => {
    const start = place.start + found.index + 1;
    const value = plainValue(document, start, start + (found[1] ?? '').length);
    const keyAt = value.at;
    const owner = { document, environment: null, collector: `${provider}-config`, comment: null };
    const facts = factsOfVariable({ ...owner, name, value, keyAt }, knowledge);
    return facts.map((fact) => (fact.kind === 'Binding' ? bind(fact.entity) : fact));
  });
}
