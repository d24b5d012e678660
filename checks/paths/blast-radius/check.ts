import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore, EntityKey } from '../../../src/model/fact.ts';
import { severities } from '../../../src/model/finding.ts';
import type { Path, RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'blast-radius',
  title: 'An agent can reach and irreversibly destroy a data store',
  severity: 'critical',
  since: '0.1.0',
  on: 'DataStore',
  needs: pathFacts,
  why: 'Every step of the way is open: one mistake is enough. Stores at the end of one and the same way share a finding: the worst leads, the others are named with it.',
  fix: 'Close the first hop that you can: take the credential away, make the command ask, or keep a copy elsewhere.',
  accept:
    'When a control that riskscan cannot see, such as a network boundary, closes one of the hops; say which.',
  references: [
    'https://blog.railway.com/p/your-ai-wants-to-nuke-your-database',
    'https://docs.railway.com/reference/volumes',
  ],

  *run(store, graph) {
    const way = waysOf(graph).get(store.key);
    // What one key or one command reaches is closed in one place: its worst store speaks for the others.
    const [lead, ...rest] = way?.group ?? [];
    if (way === undefined || lead !== way) return;
    const { path, others } = way;
    const { actor } = path;
    yield {
      at: path.hops[0]?.edge.at ?? actor.at,
      label: 'where the path starts',
      what: `${subject(path)} can destroy ${describe(graph, store)}${losses(path)}${besides(way, graph)}.${also(others)}`,
      why: `${ways(path)}, and ${copies(path)}.`,
      fix: remedy(path, graph),
      confidence: path.confidence,
      severity: path.severity,
      subjects: [actor, store],
      related: [
        ...rest.flatMap((one) => places(one, graph)),
        ...doubts(path),
        ...weaknesses(path, graph),
        ...others.map(startOf),
      ],
      path,
    };
  },
});

/** The worst path to a store. */
interface Way {
  readonly path: Path;
  /** Of other actors, or of the same by other means. */
  readonly others: readonly Path[];
  /** Ways that differ from this one in nothing but the store, itself among them, the worst first. */
  readonly group: Way[];
}

/** Every store asks for those that fall with it. */
const found = new WeakMap<RiskGraph, ReadonlyMap<EntityKey, Way>>();

function waysOf(graph: RiskGraph): ReadonlyMap<EntityKey, Way> {
  const ways = found.get(graph) ?? findWays(graph);
  found.set(graph, ways);
  return ways;
}

function findWays(graph: RiskGraph): ReadonlyMap<EntityKey, Way> {
  const ways = new Map<EntityKey, Way>();
  const groups = new Map<string, Way[]>();
  for (const store of graph.all('DataStore')) {
    // A path that is a guess at every other hop is worth nobody's minute; what automation does, the check on its job says.
    const [path, ...others] = graph
      .pathsTo(store)
      .filter((one) => one.confidence !== 'low' && one.actor.kind !== 'Pipeline')
      .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
    if (path === undefined) continue;
    const group = groups.get(routeOf(path)) ?? [];
    const way: Way = { path, others, group };
    groups.set(routeOf(path), group);
    group.push(way);
    ways.set(store.key, way);
  }
  for (const group of groups.values()) group.sort(byHarm);
  return ways;
}

/** Everything on the way but the store at its end. */
function routeOf({ actor, hops, store }: Path): string {
  const end = hops.findIndex((hop) => hop.to.key === store.key);
  return JSON.stringify([actor.key, ...hops.slice(0, end).map((hop) => hop.to.key)]);
}

/** Worst first, then most copies lost, then by key. */
function byHarm({ path: a }: Way, { path: b }: Way): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    b.lost.length - a.lost.length ||
    (a.store.key < b.store.key ? -1 : 1)
  );
}

const maxNamed = 3;

/** The stores that fall with the one that is told. */
function besides({ group: [, ...rest] }: Way, graph: RiskGraph): string {
  if (rest.length === 0) return '';
  const names = rest.slice(0, maxNamed).map((way) => nameIn(way, graph));
  const more = rest.length > names.length ? ` and ${rest.length - names.length} others` : '';
  const stores = rest.length === 1 ? 'store' : 'stores';
  return `, and ${rest.length} more ${stores}: ${names.join(', ')}${more}`;
}

/** One declaration may stand for a store of every stage: the stage tells those apart. */
function nameIn({ path: { store }, group }: Way, graph: RiskGraph): string {
  const isShared = group.some(({ path }) => path.store !== store && path.store.name === store.name);
  const tier = graph.tier(store);
  return isShared && tier !== 'unknown' ? `"${store.name}" of ${tier}` : `"${store.name}"`;
}

function places(way: Way, graph: RiskGraph): readonly Location[] {
  const { store, lost } = way.path;
  return [
    { ...store.at, label: `${nameIn(way, graph)}, in the same reach` },
    ...lost.map((copy) => ({ ...copy.at, label: `"${copy.name}", which goes with it` })),
  ];
}

/** Other actors with a way to the same store: one finding, one place to close. */
function also(others: readonly Path[]): string {
  const names = [...new Set(others.map((path) => path.actor.name))].slice(0, 3);
  if (names.length === 0) return '';
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : '';
  return ` So can ${names.map((name) => `"${name}"`).join(', ')}${more}.`;
}

function startOf(path: Path): Location {
  const edge = path.hops[0]?.edge.at ?? path.actor.at;
  return { ...edge, label: `where "${path.actor.name}" starts` };
}

function subject(path: Path): string {
  switch (path.actor.kind) {
    case 'Agent':
      return `Agent "${path.actor.name}"`;
    case 'Pipeline':
      return `Pipeline "${path.actor.name}"`;
    case 'Operator':
      return 'Anyone, or any agent with default settings, who works in this tree';
  }
}

function describe(graph: RiskGraph, store: DataStore): string {
  if (store.implied) return store.name;
  const tier = graph.tier(store);
  const kind = tier === 'unknown' ? store.holds : `${tier} ${store.holds}`;
  return `${kind} "${store.name}"`;
}

function losses(path: Path): string {
  const [first, ...others] = path.lost;
  if (first === undefined) return '';
  return others.length === 0
    ? ` and its backup "${first.name}" with it`
    : ` and ${path.lost.length} backups with it`;
}

function ways(path: Path): string {
  const lifted = path.hops
    .filter((hop) => hop.to.key === path.store.key)
    .flatMap((hop) => hop.guards)
    .find((guard) => guard.strength === 'asks');
  if (lifted !== undefined) {
    return `Only ${lifted.name} stands in the way, which whoever comes this far may be able to lift`;
  }
  const asks = path.hops.some((hop) => hop.guards.some((guard) => guard.strength === 'asks'));
  return asks
    ? 'Only a confirmation that is easily given stands in the way'
    : 'Nothing on the way asks anybody';
}

function copies(path: Path): string {
  const survivor = path.survivors.find(isTrusted);
  const [doubtful] = path.survivors;
  if (doubtful !== undefined && survivor === undefined) {
    return `nobody would notice if the only copy, "${doubtful.name}", were never made`;
  }
  if (survivor !== undefined) return `only the copy "${survivor.name}" appears to survive`;
  return path.lost.length > 0
    ? 'every copy that this repository knows of goes with it'
    : 'no copy is visible in this repository';
}

function isTrusted({ hiddenFailure }: Backup): boolean {
  return hiddenFailure === undefined;
}

/** Copies that may not be there: where their jobs hide that they failed. */
function doubts({ survivors }: Path): readonly Location[] {
  return survivors.flatMap(({ name, hiddenFailure }) =>
    hiddenFailure === undefined
      ? []
      : [{ ...hiddenFailure.at, label: `hides it when "${name}" fails` }],
  );
}

function remedy(path: Path, graph: RiskGraph): string {
  const credential = path.hops.map((hop) => hop.to).find((entity) => entity.kind === 'Credential');
  const command = path.hops
    .map((hop) => hop.to)
    .find((entity) => entity.kind === 'DestructiveCommand');
  const steps: string[] = [];
  if (credential?.kind === 'Credential') {
    steps.push(`take "${credential.name}" out of ${credential.at.file}`);
  }
  const free = path.actor.kind === 'Agent' ? graph.executors(path.actor)[0] : undefined;
  const [first] = path.hops;
  if (first?.to.kind === 'DestructiveCommand') {
    steps.push(`make ${first.to.name} ask first (${first.edge.at.file})`);
  } else if (free !== undefined) {
    steps.push(`make \`${free.command}\` and its like ask first (${free.at.file})`);
  } else if (command !== undefined) {
    steps.push(`make ${command.name} ask first (${command.at.file})`);
  }
  if (!path.survivors.some(isTrusted))
    steps.push(
      path.store.implied
        ? 'keep a copy of that data where this cannot reach'
        : `keep a copy of "${path.store.name}" where this cannot reach`,
    );
  const text = steps.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What made the way open besides the hops: the missing sandbox, the rules that let commands run, the environments that share the store. */
function weaknesses(path: Path, graph: RiskGraph): readonly Location[] {
  const related: Location[] = [];
  if (path.actor.kind === 'Agent') {
    const agent = path.actor;
    const sandbox = known(agent.sandbox);
    if (sandbox === 'off' || sandbox === 'escapable') {
      related.push({ ...agent.sandbox.at, label: 'no sandbox holds it' });
    }
    const seen = new Set<string>();
    for (const executor of graph.executors(agent)) {
      const id = `${executor.at.file}:${executor.at.start}`;
      if (seen.has(id) || seen.size >= 5) continue;
      seen.add(id);
      related.push({ ...executor.at, label: `lets \`${executor.command}\` run unasked` });
    }
  }
  for (const environment of graph.environments(path.store)) {
    related.push({ ...environment.at, label: `${environment.tier} uses it` });
  }
  return related;
}
