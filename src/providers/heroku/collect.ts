import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { DataStore, Fact, Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { contextFacts } from '../../recognize/platform/contexts.ts';
import { deployCommands } from '../../recognize/platform/deploy-commands.ts';
import {
  edge,
  environmentFact,
  type Origin,
  storeFact,
} from '../../recognize/platform/platform-facts.ts';
import { keptByAddon } from './addons.ts';

/** Facts of a Procfile, a `heroku.yml` or an `app.json`. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const origin = { collector: 'heroku-config', provider: 'heroku', file: document.file };
    if (document.shape === 'text') return procfileFacts(document, origin, knowledge);
    if (document.shape !== 'data') return [];
    return baseName(document.file) === 'app.json'
      ? [...addonFacts(document, origin), ...reviewFacts(document, origin, knowledge)]
      : manifestFacts(document, origin, knowledge);
  });

/** Setting these off deploys the app; other platforms read the same file. */
const invocations = ['git push heroku', 'git push dokku'];
const line = /^([A-Za-z0-9_-]{1,60}):[ \t]*(\S[^\r\n]*)$/gm;

/** `release: …` runs at every release, before the new code does; the others at every start. */
function procfileFacts(document: Document, origin: Origin, knowledge: Knowledge): readonly Fact[] {
  return [...document.text.slice(0, 20_000).matchAll(line)].flatMap((match) => {
    const [whole, process = '', text = ''] = match;
    const start = match.index + whole.length - text.length;
    const node: ScalarNode = {
      type: 'scalar',
      value: text,
      text,
      map: [[0, start]],
      at: { file: document.file, start, end: start + text.length },
    };
    return deployCommands(origin, { node, id: process, invocations }, knowledge);
  });
}

function manifestFacts(
  { roots }: DataDocument,
  origin: Origin,
  knowledge: Knowledge,
): readonly Fact[] {
  const release = at(roots[0], 'release', 'command');
  const runs = entries(at(roots[0], 'run')).map(({ key, value }) => ({ key, value }));
  return [{ key: 'release', value: release }, ...runs].flatMap(({ key, value }) =>
    deployCommands(origin, { node: value, id: key, invocations }, knowledge),
  );
}

const stages: Readonly<Record<string, Tier>> = { review: 'preview', test: 'development' };

/** The variables that review apps and test runs get instead of the app's own. */
function reviewFacts(
  document: DataDocument,
  origin: Origin,
  knowledge: Knowledge,
): readonly Fact[] {
  const contexts = entries(at(document.roots[0], 'environments')).map(({ key, keyAt, value }) => ({
    name: `environment ${key}`,
    tier: stages[key] ?? 'unknown',
    at: keyAt,
    own: valuesOf(at(value, 'env')),
  }));
  return contextFacts(origin, document, [], contexts, knowledge);
}

/** `"NAME": "value"` and `"NAME": { "value": "…" }` are the same. */
function valuesOf(env: DataNode | undefined): readonly DataEntry[] {
  return entries(env).flatMap((entry) => {
    const value = entry.value.type === 'map' ? at(entry.value, 'value') : entry.value;
    return value === undefined ? [] : [{ ...entry, value }];
  });
}

/**
 * Add-ons of an app that somebody makes from the file, which proves no app that there is, and those that review apps and test runs have instead, which
 * go with them.
 */
function addonFacts({ roots, file }: DataDocument, origin: Origin): readonly Fact[] {
  const own = addonsOf(at(roots[0], 'addons'), '', origin);
  const lesser = entries(at(roots[0], 'environments')).flatMap(({ key, keyAt, value }): Fact[] => {
    const stores = addonsOf(at(value, 'addons'), `${key}/`, origin);
    if (stores.length === 0) return [];
    const environment = environmentFact(origin, stages[key] ?? 'unknown', {
      id: `environments/${key}`,
      name: `${key} apps of ${file}`,
      at: keyAt,
    });
    return [
      environment,
      ...stores.flatMap((store) => [
        store,
        edge('connects-to', environment, store, `every ${key} app has its own`, store.at),
      ]),
    ];
  });
  return [...own, ...lesser];
}

/** `"heroku-postgresql"`, and `{ "plan": "heroku-postgresql:essential-0", "as": "DATABASE" }`. */
function addonsOf(
  list: DataNode | undefined,
  prefix: string,
  origin: Origin,
): readonly DataStore[] {
  return items(list)
    .slice(0, 50)
    .flatMap((item, index): readonly DataStore[] => {
      const plan = item.type === 'map' ? at(item, 'plan') : item;
      const kept = plan?.type === 'scalar' ? keptByAddon(plan.text) : null;
      if (plan?.type !== 'scalar' || kept === null) return [];
      const id = `${prefix}addons/${index}`;
      const name = `add-on ${plan.text} of ${origin.file}`;
      return [storeFact(origin, { id, name, at: plan.at, confidence: 'low' }, kept)];
    });
}
