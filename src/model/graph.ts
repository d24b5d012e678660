import type {
  Agent,
  AgentRule,
  Backup,
  Confidence,
  Credential,
  DataStore,
  Entity,
  EntityKey,
  EntityKind,
  EntityOf,
  Environment,
  FailureDomain,
  Guard,
  Operator,
  Pipeline,
  Relation,
  RelationName,
  Target,
  Tier,
  Verdict,
} from './fact.ts';
import type { Severity } from './finding.ts';
import type { FilePath, Location, SourceRange } from './source.ts';

/** Who may go wrong: a configured agent, automation, or whoever works in this tree. */
export type Actor = Agent | Pipeline | Operator;

export interface Hop {
  readonly from: Entity;
  readonly edge: Relation;
  readonly to: Entity;
  /** Guards on this hop that did not stop it: asking and advising ones. A blocking guard cuts the path instead. */
  readonly guards: readonly Guard[];
}

/** From an actor to a store, and on to every copy that dies with it. */
export interface Path {
  readonly actor: Actor;
  readonly store: DataStore;
  readonly hops: readonly Hop[];
  /** Minimum over the hops. */
  readonly confidence: Confidence;
  /** Further ways from this actor to this store. */
  readonly alternates: number;
  /** Copies that die with the store. */
  readonly lost: readonly Backup[];
  /** Copies that stay. */
  readonly survivors: readonly Backup[];
  readonly severity: Severity;
}

export type PermissionRequest =
  | { readonly tool: 'shell'; readonly command: string }
  | { readonly tool: 'read' | 'write'; readonly path: FilePath }
  | { readonly tool: 'mcp'; readonly server: string; readonly name: string }
  | { readonly tool: 'network'; readonly host: string };

/** What happens when the agent tries it, and what decided. */
export interface Permission {
  readonly verdict: Verdict;
  /** The rule that decided, `null` when a default or mode did. */
  readonly rule: AgentRule | null;
  /** One clause with the real names. */
  readonly because: string;
  readonly at: SourceRange;
}

/** A command the agent runs unasked and with which it can do anything: an interpreter, a package runner, `curl`. */
export interface Executor {
  readonly command: string;
  /** The rule that lets it, `null` when a default or mode does. */
  readonly rule: AgentRule | null;
  /** One clause with the real names. */
  readonly because: string;
  readonly at: SourceRange;
}

/** One way to destroy through a provider, from its catalogue, as a concrete command line. */
export interface DestructiveAct {
  readonly provider: string;
  readonly providerTitle: string;
  /** Runs without a prompt: skip flags filled in. */
  readonly command: string;
  /** The short name to print: `railway volume delete`. */
  readonly verb: string;
  /** Every way its words can be written, without flags. */
  readonly prefixes: readonly string[];
  /** Flags of which one must be there for it to destroy; empty where none is needed. */
  readonly flags: readonly string[];
  readonly destroys: Target;
  readonly products?: readonly string[];
}

/** The linked facts. Every list is in a fixed order: file, offset, key. */
export interface RiskGraph {
  all<K extends EntityKind>(kind: K): readonly EntityOf<K>[];
  /** The entity at an end of a relation. */
  entity(key: EntityKey): Entity | undefined;
  from<K extends EntityKind>(entity: Entity, rel: RelationName, kind: K): readonly EntityOf<K>[];
  into<K extends EntityKind>(entity: Entity, rel: RelationName, kind: K): readonly EntityOf<K>[];
  /** Outgoing relations. */
  edges(entity: Entity, rel: RelationName): readonly Relation[];
  /** Incoming relations. */
  edgesInto(entity: Entity, rel: RelationName): readonly Relation[];
  /** All places where this entity was seen, the best first. */
  places(entity: Entity): readonly Location[];
  /** The agent's rules in evaluation order, inert ones left out. */
  rules(agent: Agent): readonly AgentRule[];
  permission(agent: Agent, request: PermissionRequest): Permission;
  executors(agent: Agent): readonly Executor[];
  /** How an agent gets at a credential by reading files and is able to use it; `undefined` where something stops it. */
  reads(agent: Agent, credential: Credential): Relation | undefined;
  /** Destructive acts of the providers that this repository uses. */
  acts(): readonly DestructiveAct[];
  actors(): readonly Actor[];
  blastRadius(actor: Actor): readonly Path[];
  /** Paths of all actors that end at this store, in the order of the actors. */
  pathsTo(store: DataStore): readonly Path[];
  /** Environments that reach the store, by whatever route. */
  environments(store: DataStore): readonly Environment[];
  /** Innermost first. */
  domains(entity: DataStore | Backup): readonly FailureDomain[];
  tier(entity: Entity): Tier;
  /**
   * What a missing control on this entity is worth: `low` when nothing of value is in reach, else what the worst path through it says, as the
   * severity table of `src/graph/severity.ts` reads it.
   */
  stake(entity: Entity): Severity;
}
