import type { CommandHabits, RuleOrder, RulePattern } from './permission.ts';
import type { SourceRange } from './source.ts';
import type { Value } from './value.ts';

/** Identity of an entity, e.g. `railway:volume/3968be43`. Holds no secret and no path of the machine. */
export type EntityKey = string & { readonly __brand: 'EntityKey' };

/** Brands a string as an entity key. Parts are joined by the caller: `<namespace>:<kind>/<name>` or `<tool>:<file>#<name>`. */
export function entityKey(text: string): EntityKey {
  return text as EntityKey; // the only place an EntityKey is made
}

/** Key that stands for "whatever environment variable NAME holds"; the linker replaces it through {@link Binding}s. */
export function variableKey(name: string): EntityKey {
  return entityKey(`variable:${name}`);
}

/**
 * Key that stands for "whatever this command line starts": a task or a script, as one starts it from the root of the tree. `runs` leads from it to
 * destructive commands, and to further lines.
 */
export function lineKey(line: string): EntityKey {
  return entityKey(`line:${line}`);
}

/** The command line a key made by {@link lineKey} stands for, else `undefined`. */
export function lineOf(key: EntityKey): string | undefined {
  return key.startsWith('line:') ? key.slice('line:'.length) : undefined;
}

/** The variable a key made by {@link variableKey} stands for, else `undefined`. */
export function variableOf(key: EntityKey): string | undefined {
  return key.startsWith('variable:') ? key.slice('variable:'.length) : undefined;
}

export type Confidence = 'low' | 'medium' | 'high';
export type Action = 'read' | 'write' | 'delete' | 'admin';
/** How far a credential reaches, narrowest first. `environment`: one stage or branch of one project. */
export type Scope = 'resource' | 'environment' | 'project' | 'organization' | 'account';
/** What misuse damages: infrastructure, rows and objects, other secrets, shipped code, recovery copies, messages. */
export type Plane = 'control' | 'data' | 'meta' | 'supply' | 'backup' | 'comms';
export type Tier = 'production' | 'staging' | 'development' | 'preview' | 'unknown';
export type Holds = 'database' | 'volume' | 'bucket' | 'cache' | 'queue';
/** What one destructive act takes away; `anything` when its target is chosen at run time. */
export type Target =
  | Holds
  | 'backup'
  | 'service'
  | 'environment'
  | 'project'
  | 'account'
  | 'files'
  | 'anything';
/** What happens when an agent tries something. */
export type Verdict = 'runs' | 'asks' | 'blocks' | 'unknown';
/** How a guard holds. Prose only ever advises. */
export type Strength = 'blocks' | 'asks' | 'advises';

interface Base<K extends string> {
  readonly kind: K;
  readonly key: EntityKey;
  /** Other keys that name the same real thing; equal aliases merge entities. */
  readonly aliases: readonly EntityKey[];
  readonly name: string;
  /** The most telling place; the engine keeps the places of merged entities in {@link Relation}s and the index. */
  readonly at: SourceRange;
  /** Id of the collector that saw it. */
  readonly collector: string;
  /** True when nothing declares it and it follows from something else. */
  readonly implied: boolean;
  /** Chance that this is what it seems; the engine lowers it for tests, templates, examples and docs. */
  readonly confidence: Confidence;
}

export interface Agent extends Base<'Agent'> {
  /** `claude-code`, `cursor` … */
  readonly product: string;
  readonly ruleOrder: RuleOrder;
  /** What happens to a shell command that no rule matches. */
  readonly shell: Value<Verdict>;
  /** The same for an MCP tool. */
  readonly mcp: Value<Verdict>;
  /** The same for reading a file of the tree. */
  readonly read: Value<Verdict>;
  /** Commands joined by `&&`, `|`, `;` are judged one by one. */
  readonly splitsCommands: boolean;
  readonly habits: CommandHabits;
  /** `escapable`: on, but the agent or a listed command may leave it. */
  readonly sandbox: Value<'on' | 'escapable' | 'off'>;
  /** Hosts that commands of this agent reach. */
  readonly network: Value<'open' | 'allowlist' | 'closed'>;
  /** Days that what the agent did can be read back; `0`: nothing is kept. */
  readonly transcriptDays: Value<number>;
  /** Folder the agent works in, `''` for the repository root. */
  readonly folder: string;
  /** `pipeline`: on a machine of a CI system or of the agent's vendor, with a fresh checkout; absent: where people work. */
  readonly runsIn?: 'pipeline';
}

export interface AgentRule extends Base<'AgentRule'> {
  readonly agent: EntityKey;
  readonly effect: 'allow' | 'ask' | 'deny';
  readonly tool: 'shell' | 'mcp' | 'read' | 'write' | 'network' | 'any';
  readonly pattern: RulePattern;
  /** Position in the agent's evaluation order, ascending. */
  readonly order: number;
  /** Why the agent ignores this rule where it stands; `null` when it is honoured. */
  readonly inert: string | null;
}

/** A setting the agent does not honour in the place where it is written. */
export interface InertSetting extends Base<'InertSetting'> {
  readonly agent: EntityKey;
  /** Why it has no effect, as a clause: "Cursor reads … only from …". */
  readonly because: string;
  /** Where it belongs, imperative. */
  readonly remedy: string;
  /** True when a reader would believe it protects; false when a reader would believe it is dangerous. */
  readonly looksProtective: boolean;
}

/** A setting that opens what a sandbox, a hook, a log or a question is there to close. */
export interface Weakness extends Base<'Weakness'> {
  /** The agent or the dev container it weakens. */
  readonly owner: EntityKey;
  /** `trigger`: who may start it. */
  readonly control: 'approval' | 'trigger' | 'sandbox' | 'network' | 'secrets' | 'hook' | 'log';
  /** What it opens, as a clause: "commands may ask to run outside the sandbox". */
  readonly because: string;
  /** What to write instead, imperative. */
  readonly remedy: string;
}

/** The tree uses a vendor's tool: its configuration lies here, or a dependency names it. */
export interface Tooling extends Base<'Tooling'> {
  readonly provider: string;
}

export interface McpServer extends Base<'McpServer'> {
  readonly agent: EntityKey;
  readonly provider: string | null;
  /** What it is in words: "Supabase MCP server"; its own name when no pack knows it. */
  readonly title: string;
  readonly destructiveTools: readonly string[];
  readonly readOnly: Value<boolean>;
  /** Confined to one project, or to tools that destroy nothing. */
  readonly narrowed: Value<boolean>;
  /** How far it reaches when nothing confines it; `null`: as far as the credential it is handed. */
  readonly reach: Scope | null;
  /** What should stand here instead, imperative. */
  readonly narrower: string | null;
}

export interface Credential extends Base<'Credential'> {
  readonly provider: string | null;
  /** Kind within the provider's catalogue, e.g. `account-token`. */
  readonly product: string;
  /** What it is in words: "Railway account or workspace token". */
  readonly title: string;
  /** `injected`: the value is elsewhere, and whoever holds it has it at run time. */
  readonly form: 'literal' | 'reference' | 'file' | 'injected';
  readonly scope: Value<Scope>;
  readonly actions: Value<readonly Action[]>;
  readonly plane: Plane;
  /** ISO date on which it ends, or `never`; absent: the text does not say. */
  readonly expiresOn?: string;
  /** The vendor's account, project or subscription that it belongs to; absent: the text does not say. */
  readonly belongsTo?: string;
  /** Git tracks the file it stands in; absent: git was not there to ask. */
  readonly tracked?: boolean;
  /** It stands in a file that only shows which settings there are, and so may open nothing, however real it looks. */
  readonly inTemplate?: true;
  /** Masked; the value itself is never kept. */
  readonly preview: string;
  /** Keyed digest of the value, equal inside one run for equal values and meaningless outside; `null` unless literal. */
  readonly digest: string | null;
  readonly decidedBy: 'prefix' | 'claims' | 'name' | 'context' | 'none';
  /** The narrow purpose that its file, name or comment states, as a noun: "domains". */
  readonly purpose: string | null;
  /** What should stand here instead, imperative. */
  readonly narrower: string | null;
}

export interface DestructiveCommand extends Base<'DestructiveCommand'> {
  readonly provider: string | null;
  /** `volumeDelete`, `railway volume delete` … */
  readonly verb: string;
  readonly via: 'shell' | 'api' | 'sql' | 'files';
  readonly destroys: Target;
  /** True when neither the tool nor the code around it asks. */
  readonly skipsPrompt: boolean;
  /** Command lines, run from the repository root, that reach it; none for library code. */
  readonly invocations: readonly string[];
  /** What the vendor lets one undo and for how long, as a clause; a recovery chance, never a guard. */
  readonly recovery: string | null;
  /** The variant that shows what would happen, or asks first. */
  readonly safeVariant: string | null;
  /** Folder it works in, `''` for the root; absent: its words do not say. */
  readonly folder?: string;
  /** Products of its vendor that it takes away (`rds-instance`); absent: any that {@link destroys} fits. */
  readonly products?: readonly string[];
  /** What its words name: objects, files, folders. `*` stands for what only a run can tell; absent: how it names things is not known. */
  readonly names?: readonly string[];
  /** The namespace that its words confine it to, `*` as above; absent: they confine it to none. */
  readonly within?: string;
}

/**
 * Whose act sets automation off: somebody without rights, a proposed change that nobody has accepted yet, a push to any branch, an accepted change,
 * a release, the clock, or a person who asks for this very run.
 */
export type StartedBy =
  | 'outsider'
  | 'change-request'
  | 'any-push'
  | 'merge'
  | 'release'
  | 'schedule'
  | 'person'
  | 'unknown';

export interface Trigger {
  /** As the system writes it, with what narrows it: "push to main". */
  readonly name: string;
  readonly startedBy: StartedBy;
}

/** A command line, run from the root of the tree, that starts something else of the tree. */
export interface PipelineCall {
  readonly line: string;
  readonly at: SourceRange;
  /** What leads to this line; absent: whatever sets the job off. */
  readonly triggers?: readonly Trigger[];
}

/** One job of automation: what runs together, on one machine, with one set of secrets. */
export interface Pipeline extends Base<'Pipeline'> {
  /** `github-actions`, `gitlab-ci` … */
  readonly product: string;
  readonly triggers: readonly Trigger[];
  /** Command lines that start something else of the tree. */
  readonly calls: readonly PipelineCall[];
  /** How this system lets a person decide first, imperative. */
  readonly remedy: string;
}

export interface Environment extends Base<'Environment'> {
  readonly tier: Tier;
}

export interface Workload extends Base<'Workload'> {
  readonly product: string;
}

export interface DataStore extends Base<'DataStore'> {
  readonly provider: string | null;
  /** `railway-volume`, `postgres` … */
  readonly product: string;
  readonly holds: Holds;
  readonly deletionProtection: Value<boolean>;
  /** Losing it costs nothing: a cache, a tmpfs, a local test database. */
  readonly disposable: Value<boolean>;
  /** Deleting it makes a last copy first; absent: such a store has no such setting. */
  readonly finalCopy?: Value<boolean>;
  /** Its vendor copies it by itself; absent: nothing is said about it, or it cannot be told. */
  readonly ownBackups?: Value<boolean>;
  /** Names by which a command takes it away: its claim, its namespace, the files that declare it; absent: nothing is known of them. */
  readonly calledBy?: readonly string[];
  /** The namespace it belongs to; absent: none, or one that nothing names. */
  readonly within?: string;
  /** Who may open a connection to it; absent: nothing is said about it. */
  readonly openTo?: Value<'anyone' | 'listed' | 'private'>;
}

export interface Backup extends Base<'Backup'> {
  readonly method: 'snapshot' | 'dump' | 'replica' | 'pitr';
  readonly retentionDays: Value<number>;
  readonly survivesSourceDeletion: Value<boolean>;
  /** How its job ends well although no copy was made; absent: it does not, or nothing tells. */
  readonly hiddenFailure?: HiddenFailure;
}

/** Why nobody notices that a backup failed. */
export interface HiddenFailure {
  /** A clause: "the exit code of pg_dump is lost in a pipe". */
  readonly because: string;
  readonly at: SourceRange;
}

export interface FailureDomain extends Base<'FailureDomain'> {
  /** `stack`: what one command of an infrastructure tool takes away together. `key`: what nobody reads any more without one key. */
  readonly level:
    | 'resource'
    | 'host'
    | 'stack'
    | 'project'
    | 'account'
    | 'region'
    | 'provider'
    | 'key';
}

export interface Guard extends Base<'Guard'> {
  readonly strength: Strength;
  /** Pack of the only tool that honours it (`prevent_destroy`); absent: it binds everybody. */
  readonly honouredBy?: string;
}

/** Infrastructure that one tool makes and can take away again, in one environment. Its stores are `placed-in` it. */
export interface InfraStack extends Base<'InfraStack'> {
  /** Pack whose commands run it: `terraform`, `aws-cdk`; or how those of its commands begin that do: `aws cloudformation`. */
  readonly tool: string;
  /** Folder it is run in, `''` for the root. */
  readonly folder: string;
  /** Where the tool remembers what it made. */
  readonly state: Value<'local' | 'remote'>;
}

/** Who may do what at a vendor, as a policy says: a user, a role, a service account, the token of a pipeline's job. */
export interface Principal extends Base<'Principal'> {
  readonly provider: string;
  /** In words: "IAM user", "service account". */
  readonly title: string;
  readonly scope: Value<Scope>;
  readonly actions: Value<readonly Action[]>;
  /** What it may delete for good; empty where it may delete nothing. */
  readonly deletes: Value<readonly Target[]>;
  /** A condition asks for a second factor or a second person before it deletes. */
  readonly confirms: Value<boolean>;
  /** Who signs in as it; absent: the text does not say. `vendor`: a service of the vendor that acts for its customer. */
  readonly usedBy?: 'people' | 'program' | 'pipeline' | 'vendor';
  /** It signs in with keys that last until somebody takes them away; absent: it does not, or the text does not say. */
  readonly hasLastingKeys?: boolean;
  /** What should stand here instead, imperative. */
  readonly narrower: string | null;
}

/** A record of what was done to infrastructure or data, or what watches such records. */
export interface AuditLog extends Base<'AuditLog'> {
  readonly provider: string;
  readonly isOn: Value<boolean>;
  /** Those who are recorded cannot delete or change it. */
  readonly immutable: Value<boolean>;
  readonly retentionDays: Value<number>;
  /** Somebody is told when something is deleted; absent: nothing is known of it, as where the records are sent elsewhere. */
  readonly alerts?: Value<boolean>;
}

/** Anyone, or any agent with default settings, who works in this tree: the actor where none is configured. */
export interface Operator extends Base<'Operator'> {
  readonly folder: string;
}

export type Entity =
  | Agent
  | AgentRule
  | InertSetting
  | Weakness
  | Tooling
  | McpServer
  | Credential
  | DestructiveCommand
  | Pipeline
  | Environment
  | Workload
  | DataStore
  | Backup
  | FailureDomain
  | Guard
  | InfraStack
  | Principal
  | AuditLog
  | Operator;
export type EntityKind = Entity['kind'];
export type EntityOf<K extends EntityKind> = Extract<Entity, { readonly kind: K }>;

/**
 * `reads` `runs` `triggers`: an actor and what it reaches. `holds`: who carries which credential. `authorizes`: credential → command, store or backup.
 * `destroys`: command → store. `loses`: store → backup that goes with it. `mounts` `connects-to`: environment or workload → store.
 * `acts-as`: credential, workload or pipeline → principal. `in`: workload, stack, pipeline or command → environment, store → project. `backs-up`: backup → store. `placed-in`: store or backup → store, stack or failure domain. `within`: failure domains.
 */
export type RelationName =
  | 'reads'
  | 'runs'
  | 'triggers'
  | 'holds'
  | 'acts-as'
  | 'authorizes'
  | 'destroys'
  | 'loses'
  | 'mounts'
  | 'connects-to'
  | 'in'
  | 'backs-up'
  | 'placed-in'
  | 'within'
  | 'guarded-by';

export interface Relation {
  readonly kind: 'Relation';
  readonly rel: RelationName;
  /** Either end may be a {@link variableKey}; the linker resolves it. */
  readonly from: EntityKey;
  readonly to: EntityKey;
  readonly actions: readonly Action[];
  /** Why this edge exists, one clause without a full stop, with the real names. */
  readonly because: string;
  readonly at: SourceRange;
  readonly confidence: Confidence;
  /** Where an end that is a variable gets its value, the first that sets it; absent: wherever it is set. */
  readonly environments?: readonly EntityKey[];
  /** Of what a pipeline runs: what leads to it, where that is not whatever sets the pipeline off. */
  readonly triggers?: readonly Trigger[];
}

/** "In this environment, variable NAME holds that entity." The entity may be a {@link variableKey}: NAME holds what that variable holds. */
export interface Binding {
  readonly kind: 'Binding';
  readonly variable: string;
  readonly entity: EntityKey;
  readonly environment: EntityKey | null;
  readonly at: SourceRange;
}

export type Fact = Entity | Relation | Binding;
export type FactKind = Fact['kind'];
