import type { DataEntry, DataNode, Document } from '../../model/document.ts';
import type { DataStore, Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { deployedVariables } from '../../recognize/platform/deployed-variables.ts';
import type { Origin } from '../../recognize/platform/platform-facts.ts';
import {
  type InstanceVal,
  type Property,
  propOf,
  textOf,
  type Val,
} from '../../recognize/program/value.ts';
import type { MadeResource } from './project-program.ts';

/** A resource that keeps data, and the store that it is. */
export type Made = MadeResource & { readonly store: DataStore };

/** Around the services of one environment. */
export interface Site {
  readonly origin: Origin;
  readonly documents: readonly Document[];
  readonly knowledge: Knowledge;
  /** Of every key: `@production`, or nothing where the environments are not told apart. */
  readonly suffix: string;
  readonly inside: Environment | null;
  readonly stores: readonly Made[];
}

/** A variable that holds the address of a store of the project. */
export interface Reference {
  readonly variable: string;
  readonly store: DataStore;
  readonly place: SourceRange;
}

export interface Variables {
  readonly references: readonly Reference[];
  readonly literals: readonly DataEntry[];
}

/** The variables of a service, whichever of the two settings holds them. */
export function variablesOf(config: Val | undefined, site: Site): Variables {
  const references: Reference[] = [];
  const literals: DataEntry[] = [];
  const maps = ['variables', 'env'].map((key) => propOf(config, key));
  const pairs = maps.flatMap((map) => (map?.kind === 'object' ? [...map.props] : []));
  for (const [variable, property] of pairs.slice(0, 500)) {
    const store = referredStore(property.value, site);
    const { keyAt, at } = property;
    if (store !== undefined) {
      references.push({ variable, store, place: { ...keyAt, end: Math.max(keyAt.end, at.end) } });
      continue;
    }
    const value = textNode(valueIn(property), site);
    if (value !== null) literals.push({ key: variable, keyAt, labels: [], value });
  }
  return { references, literals };
}

/** `"text"` and `{ value: "text" }` are the same. */
function valueIn({ value }: Property): Val {
  return propOf(value, 'value') ?? value;
}

/** `db.env.DATABASE_URL`, `ref(db, 'DATABASE_URL')` and the text `${{db.DATABASE_URL}}`. */
function referredStore(value: Val, site: Site): DataStore | undefined {
  if (value.kind === 'unknown') return storeOf(value.of ?? undefined, site);
  if (value.kind === 'call' && value.name === 'railway.ref') return storeOf(value.args[0], site);
  const name = /^\$\{\{\s*"?([^"{}.\n]{1,100})"?\.[A-Z_]{1,60}\s*\}\}$/.exec(
    textOf(value) ?? '',
  )?.[1];
  return name === undefined
    ? undefined
    : site.stores.find((made) => made.kind === 'database' && made.name === name.trim())?.store;
}

/** The store that a value of the program is. */
export function storeOf(value: Val | InstanceVal | undefined, site: Site): DataStore | undefined {
  if (value?.kind !== 'instance') return undefined;
  const same = ({ instance, kind, name }: Made) =>
    instance === value ||
    (instance.outer === value.outer && textOf(value.given[0]) === name && kind !== 'service');
  return site.stores.find(same)?.store;
}

/** Values that are written out, whichever file of the program they stand in. */
export function writtenFacts(literals: readonly DataEntry[], site: Site): readonly Fact[] {
  return site.documents.flatMap((document) => {
    const own = literals.filter(({ value }) => value.at.file === document.file);
    const { collector } = site.origin;
    const owner = { document, environment: site.inside?.key ?? null, collector };
    return own.length === 0 ? [] : deployedVariables(own, owner, site.knowledge);
  });
}

/** A text of the program as data, where it stands. */
export function textNode(value: Val, { documents }: Site): DataNode | null {
  const text = textOf(value);
  if (text === undefined) return null;
  const { at } = value;
  const source = documents.find(({ file }) => file === at.file)?.text ?? '';
  const isQuoted = /["'`]/.test(source.charAt(at.start));
  return {
    type: 'scalar',
    value: text,
    text,
    map: [[0, at.start + (isQuoted ? 1 : 0)]],
    at,
  };
}
