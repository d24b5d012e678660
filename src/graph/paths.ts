import type {
  Backup,
  Confidence,
  DataStore,
  DestructiveCommand,
  Entity,
  EntityKey,
  Guard,
  Relation,
} from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { type Severity, severities, weaker } from '../model/finding.ts';
import type { Actor, Hop, Path } from '../model/graph.ts';
import { known } from '../model/value.ts';
import { edgesOf } from './actor-edges.ts';
import { isDisposable, tierOfEntity } from './environments.ts';
import type { LinkIndex } from './link-index.ts';
import { copiesOf } from './lost-copies.ts';
import { hostedOn } from './pass-loses.ts';
import { pathSeverity, worse } from './severity.ts';
import { guardsOfStore } from './store-guards.ts';

/** The path grammar: which relation may follow from which kind of entity to which. */
const grammar: readonly {
  readonly from: Entity['kind'];
  readonly rel: Relation['rel'];
  readonly to: Entity['kind'];
}[] = [
  { from: 'Credential', rel: 'authorizes', to: 'DestructiveCommand' },
  { from: 'Credential', rel: 'authorizes', to: 'DataStore' },
  { from: 'McpServer', rel: 'holds', to: 'Credential' },
  { from: 'McpServer', rel: 'authorizes', to: 'DataStore' },
  { from: 'DestructiveCommand', rel: 'destroys', to: 'DataStore' },
];

const maxHops = 8;

/** What an actor can destroy. */
export interface Reach {
  /** One path for each store: the worst, then the most telling, then the shortest. */
  readonly paths: readonly Path[];
  /** The worst path through each entity, those left out above included. */
  readonly worst: ReadonlyMap<EntityKey, Severity>;
}

/** Every store this actor can destroy. */
export function reachOf(index: LinkIndex, actor: Actor): Reach {
  const worst = new Map<EntityKey, Severity>();
  const best = new Map<EntityKey, { path: Path; count: number }>();
  for (const first of startOf(index, actor)) {
    for (const path of extend(index, actor, [first])) {
      for (const entity of [actor, ...path.hops.map((hop) => hop.to)]) {
        worst.set(entity.key, worse(worst.get(entity.key) ?? null, path.severity) ?? path.severity);
      }
      const seen = best.get(path.store.key);
      if (seen === undefined) best.set(path.store.key, { path, count: 1 });
      else {
        seen.count += 1;
        if (isBetter(path, seen.path)) seen.path = path;
      }
    }
  }
  const paths = [...best.values()].map(({ path, count }) => ({ ...path, alternates: count - 1 }));
  const sorted = foldHosted(index, paths).sort(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      (a.store.key < b.store.key ? -1 : 1),
  );
  return { paths: sorted, worst };
}

function startOf(index: LinkIndex, actor: Actor): readonly Hop[] {
  return edgesOf(index, actor).flatMap(({ edge, guards }) => {
    const to = index.entity(edge.to);
    return to === undefined ? [] : [{ from: actor, edge, to, guards }];
  });
}

function* extend(index: LinkIndex, actor: Actor, hops: readonly Hop[]): Generator<Path> {
  const last = hops.at(-1);
  if (last === undefined || hops.length > maxHops) return;
  if (last.to.kind === 'DataStore') {
    const path = finish(index, actor, last.to, hops);
    if (path !== undefined) yield path;
    return;
  }
  for (const step of grammar) {
    if (step.from !== last.to.kind) continue;
    for (const edge of index.out(last.to.key, step.rel)) {
      const to = index.entity(edge.to);
      if (edge.rel === 'authorizes' && !allowsLoss(edge)) continue;
      if (to?.kind !== step.to || hops.some((hop) => hop.to.key === to.key)) continue;
      const guards = guardsOn(index, last.to, to);
      if (guards.some((guard) => guard.strength === 'blocks')) continue;
      yield* extend(index, actor, [...hops, { from: last.to, edge, to, guards }]);
    }
  }
}

/** A login that only reads is on no path. */
function allowsLoss(edge: Relation): boolean {
  return edge.actions.length === 0 || edge.actions.some((action) => action !== 'read');
}

/** Guards of a command stand on the hop out of it and into it alike; they are listed once, on the way in. Those of a store stand before it. */
function guardsOn(index: LinkIndex, from: Entity, to: Entity): readonly Guard[] {
  if (to.kind === 'DataStore' && from.kind === 'DestructiveCommand') {
    return guardsOfStore(index, from, to);
  }
  const before = to.kind === 'DataStore' ? guardsOfStore(index, from, to) : [];
  const owner = to.kind === 'DestructiveCommand' ? to.key : from.key;
  if (to.kind === 'DestructiveCommand' && !to.skipsPrompt && !isGuarded(index, to)) {
    return [ownQuestion(to)];
  }
  const own = index
    .out(owner, 'guarded-by')
    .map((edge) => index.entity(edge.to))
    .filter((guard): guard is Guard => guard?.kind === 'Guard');
  return [...own, ...before];
}

function isGuarded(index: LinkIndex, command: DestructiveCommand): boolean {
  return index.out(command.key, 'guarded-by').length > 0;
}

/** The tool itself asks, or refuses without a terminal: nobody has switched that off. */
function ownQuestion(command: DestructiveCommand): Guard {
  return {
    kind: 'Guard',
    key: entityKey(`${command.key}-question`),
    aliases: [],
    name: `${command.verb} asks before it acts`,
    at: command.at,
    collector: 'graph',
    implied: true,
    confidence: command.confidence,
    strength: 'asks',
  };
}

function finish(
  index: LinkIndex,
  actor: Actor,
  store: DataStore,
  hops: readonly Hop[],
): Path | undefined {
  if (isDisposable(store)) return undefined;
  const { own, lost, survivors } = copiesOf(index, actor, store, hops);
  // Settings in a template or an example start no agent on the rest of the tree.
  const confidence = [
    ...hops,
    ...lost.filter(({ from }) => from.kind === 'Credential'),
  ].reduce<Confidence>((least, { edge }) => weaker(least, edge.confidence), actor.confidence);
  const severity = pathSeverity({
    confidence,
    tier: tierOfEntity(index, store),
    // Copies of other stores may lie on this one: they are lost, and it is not what they could bring back.
    copies: copiesLeft(index, store, own.length - survivors.length, survivors.filter(isTrusted)),
    isCache: store.holds === 'cache' && known(store.disposable) !== false,
    guard: hops.some((hop) => hop.guards.some((guard) => guard.strength === 'asks'))
      ? 'asks'
      : 'none',
    operator: actor.kind === 'Operator',
    startedBy:
      actor.kind === 'Pipeline'
        ? (hops[0]?.edge.triggers ?? actor.triggers).map((trigger) => trigger.startedBy)
        : null,
    isLoginUnseen: hops.some(({ to }) => isByHand(to)) && !isLoginSeen(index, hops),
  });
  if (severity === null) return undefined;
  const whole = [
    ...hops,
    ...lost
      .slice(0, maxHops - hops.length)
      .map(({ from, edge, backup }) => ({ from, edge, to: backup, guards: [] })),
  ];
  return {
    actor,
    store,
    hops: whole,
    confidence,
    alternates: 0,
    lost: lost.map(({ backup }) => backup),
    survivors,
    severity,
  };
}

/** A command that no file contains: somebody may type it. */
function isByHand({ kind, implied }: Entity): boolean {
  return kind === 'DestructiveCommand' && implied;
}

/** Whether a file shows a login of a vendor whose tool or store is on the way. */
function isLoginSeen(index: LinkIndex, hops: readonly Hop[]): boolean {
  const vendors = new Set(hops.flatMap(({ to }) => ('provider' in to ? [to.provider] : [])));
  return index
    .all('Credential')
    .some(
      ({ form, provider, confidence }) =>
        (form === 'literal' || form === 'file') &&
        confidence !== 'low' &&
        provider !== null &&
        vendors.has(provider),
    );
}

/** A job that ends well without having made a copy is found out when the copy is needed. */
function isTrusted({ hiddenFailure }: Backup): boolean {
  return hiddenFailure === undefined;
}

function copiesLeft(
  index: LinkIndex,
  store: DataStore,
  lost: number,
  survivors: readonly Backup[],
): 'all' | 'none-seen' | 'some' {
  if (survivors.length > 0) return 'some';
  return lost > 0 || index.knowledge.store(store.product)?.spec.backupsDieWithStore === true
    ? 'all'
    : 'none-seen';
}

function isBetter(a: Path, b: Path): boolean {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity > 0;
  const byConfidence = rank(a.confidence) - rank(b.confidence);
  if (byConfidence !== 0) return byConfidence > 0;
  const byDetail = detail(a) - detail(b);
  if (byDetail !== 0) return byDetail > 0;
  return a.hops.length < b.hops.length;
}

/** What a reader learns from it: one that names the very command tells more than one that says it could be sent by hand, and a login more than none. */
function detail(path: Path): number {
  const commands = path.hops.filter((hop) => hop.to.kind === 'DestructiveCommand');
  const command = commands.length === 0 ? 0 : commands.some((hop) => !hop.to.implied) ? 2 : 1;
  const hasLogin = path.hops.some((hop) => hop.to.kind === 'Credential');
  return 2 * command + Number(hasLogin);
}

function rank(confidence: Confidence): number {
  return confidence === 'high' ? 2 : confidence === 'medium' ? 1 : 0;
}

/** A database goes with the volume it lives on: its own path is an alternate of the volume's, not a second finding. */
function foldHosted(index: LinkIndex, paths: readonly Path[]): Path[] {
  const carriers = new Map<EntityKey, EntityKey>();
  for (const path of paths) {
    for (const hosted of hostedOn(index, path.store.key)) carriers.set(hosted, path.store.key);
  }
  const kept = paths.filter((path) => !carriers.has(path.store.key));
  return kept.map((path) => {
    const folded = paths.filter((other) => carriers.get(other.store.key) === path.store.key);
    return {
      ...path,
      alternates: path.alternates + folded.reduce((sum, other) => sum + 1 + other.alternates, 0),
    };
  });
}
