import type { Action, Holds, Plane, Scope, Target } from './fact.ts';
import type {
  ConstructSpec,
  ModuleSpec,
  PlacementSpec,
  PlainValue,
  RemovalSpec,
  ResourceSpec,
} from './resource.ts';

/** A vendor claim: where it is stated and when somebody last read it there. */
export interface Sourced {
  /** URL of the vendor page, schema or source code. */
  readonly source: string;
  /** ISO date, `2026-11-21`. */
  readonly checkedOn: string;
}

/** What the value itself tells about one credential of a kind. Nothing in it may hold a secret. */
export interface Refinement {
  /** In words, where the value shows a narrower kind: "Supabase service-role key". */
  readonly title?: string;
  readonly scope?: Scope;
  readonly actions?: readonly Action[];
  readonly plane?: Plane;
  /** ISO date, or `never` where the value says that it does not end. */
  readonly expiresOn?: string;
  /** The account, project or subscription it belongs to, as its vendor writes it: `123456789012`. */
  readonly belongsTo?: string;
  /** Published on purpose, or of a demo that ships with the vendor's tool: no finding. */
  readonly isPublic?: boolean;
}

export interface CredentialSpec extends Sourced {
  /** Unique within the pack: `account-token`. */
  readonly id: string;
  /** In words, as findings print it: "Railway account or workspace token". */
  readonly title: string;
  /** Variable names that imply this kind. */
  readonly env: readonly string[];
  /** Header names (lower case) that imply this kind when sent to a host of the pack's API. */
  readonly headers: readonly string[];
  /** Literals that start every value; they feed the prefilter. Empty where the value has no prefix. */
  readonly prefixes: readonly string[];
  /** Matches the whole value; linear time, no look-around. `null` where the shape says nothing. */
  readonly shape: RegExp | null;
  /** `null`: text cannot tell. */
  readonly scope: Scope | null;
  readonly actions: readonly Action[] | null;
  readonly plane: Plane;
  /** `within-hours`: a value that stands in a commit has ended. */
  readonly expires: 'within-hours' | 'always' | 'optional' | 'never' | 'unknown';
  /** What should stand there instead, imperative, one clause. */
  readonly narrower: string;
  /** Published on purpose: never reported. */
  readonly isPublic: boolean;
  /** Decodes the value (claims, prefix letters, query); `null` where it tells nothing. Never throws, looks at 16 KiB at most. */
  readonly refine?: (value: string) => Refinement | null;
  /** False for a value whose own checksum is wrong: it is no credential of this kind. */
  readonly isGenuine?: (value: string) => boolean;
  /** The `belongsTo` of its values is an account of the vendor, in which everything that its keys open lies together. */
  readonly tellsAccount?: boolean;
  /** The other half, without which the value opens nothing; where no text like it stands in the same file, little depends on the value. */
  readonly counterpart?: RegExp;
  /** Id of the kind that is the secret half, where this one only names the key: a file with both holds one credential. */
  readonly secretHalf?: string;
  /** The `belongsTo` that the text around a value tells where the value does not, such as the id that names the key. */
  readonly ownerIn?: (text: string) => string | null;
}

/** Flags by which the words of a command name what it works on; other words that are no flags name it too. */
export interface CommandNaming {
  /** Flags whose value is a namespace. */
  readonly within: readonly string[];
  /** Flags whose value is a file, a folder or a name. */
  readonly names: readonly string[];
  /** Other flags that take the next word as their value. */
  readonly valued: readonly string[];
}

/** How a command is given the address of another server than its vendor's. */
export interface CommandEndpoint {
  /** Flags whose value is the address. */
  readonly flags: readonly string[];
  /** Names of variables that hold it. */
  readonly variables: RegExp;
  /** Hosts that are the vendor's own all the same. */
  readonly own: RegExp;
}

export interface CommandSpec extends Sourced {
  /** Words after wrappers and global flags are removed; alternatives with `|`: `['railway', 'volume', 'delete|remove|rm']`. */
  readonly argv: readonly string[];
  /** Flags that must be there for it to destroy; each entry lists alternatives with `|`. */
  readonly onlyWith: readonly string[];
  /** Flags that make it harmless. */
  readonly harmlessWith: readonly string[];
  /** How its second operand begins, of a copy that deletes where it writes: written elsewhere it takes nothing from the vendor. */
  readonly into?: string;
  /** Beginnings of words that say what stays: with one of them old copies are cleared out by a rule, which automation is there for. */
  readonly keeps?: readonly string[];
  readonly destroys: Target;
  /** Products of stores that it takes, where the vendor has others that {@link destroys} would fit as well. */
  readonly products?: readonly string[];
  /**
   * `never`: runs at once. `unless-flag`: asks unless a flag of `skipsPrompt` is given. `needs-flag`: without a terminal it refuses unless the flag
   * is given. `assumes-yes`: asks on a terminal only.
   */
  readonly asks: 'never' | 'unless-flag' | 'needs-flag' | 'assumes-yes';
  readonly skipsPrompt: readonly string[];
  /** Variables that name what it works on where its words do not: `DATABASE_URL`, `DOCKER_HOST`. */
  readonly targets: readonly string[];
  /** How its words name what it works on, where stores know the names they go by; absent: nothing is read from them. */
  readonly naming?: CommandNaming;
  /** How it is sent to the server of somebody else who speaks the same protocol; absent: it only ever reaches its vendor. */
  readonly endpoint?: CommandEndpoint;
  /** Command that shows instead of destroying. */
  readonly safeVariant: string | null;
  /** What can be undone and for how long, as a clause. */
  readonly recovery: string | null;
}

/** An API call that destroys: a GraphQL mutation, or an HTTP method and path. */
export interface OperationSpec extends Sourced {
  /** Mutation field, or `DELETE /v1/projects/{id}`. */
  readonly name: string;
  readonly transport: 'graphql' | 'http';
  readonly destroys: Target;
  /** Argument that names the target, `null` where there is none. */
  readonly argument: string | null;
  readonly recovery: string | null;
}

/** A call of a library that loses data of whatever database the library is connected to. */
export interface CallSpec extends Sourced {
  /** Name of the method, or of the class whose constructor it is: `sync`, `DataSource`. */
  readonly method: string;
  /**
   * What its arguments must say for it to lose anything: an option that is literally true (`{ force: true }`), `true` at a position, nothing at all
   * (`deleteMany()`, `deleteMany({})`), or whatever they like.
   */
  readonly when: { readonly option: string } | { readonly trueAt: number } | 'empty' | 'always';
  /** npm packages of which the module or its package has one; of Python its modules. */
  readonly packages: readonly string[];
  readonly destroys: Target;
  /** Variables that name the database where the module itself reads none. */
  readonly targets: readonly string[];
  /** The library reads `.env` by itself. */
  readonly loadsEnv?: boolean;
}

/** A library whose clients have a method for each command of the vendor's tool: what `delete_cluster(…)` of a client does is known from `tool service delete-cluster`. */
export interface CommandClientSpec extends Sourced {
  /** Module of Python that a program imports to make clients. */
  readonly module: string;
  /** Method that makes one, the name of the service first. */
  readonly factory: string;
  /** The tool, first word of its commands. */
  readonly program: string;
  /** Services that the tool calls otherwise. */
  readonly services: Readonly<Record<string, string>>;
  /** Option of the factory by which a client is sent to somebody else's server. */
  readonly endpoint: string;
  /** Methods of which nobody can tell by a call how much they take. */
  readonly unjudged: readonly string[];
  /** Method that makes an object of a service, the name of the service first. */
  readonly resourceFactory: string;
  /** Lists of such objects whose `delete()` takes everything in them, each with the words of a command that loses as much. */
  readonly emptied: Readonly<Record<string, string>>;
  /** Modules that stand in for the vendor. */
  readonly fakes: readonly string[];
}

/** A client of a platform through which one reaches its database and its object storage alike: what is exported from one to the other leaves nothing. */
export interface ClientStorageSpec extends Sourced {
  /** npm packages that have the client. */
  readonly packages: readonly string[];
  /** Functions that make it; the first argument is the address of the project. */
  readonly factories: readonly string[];
  /** Member of the client that leads to the storage: `storage`. */
  readonly storage: string;
  /** Method that writes an object: `upload`. */
  readonly method: string;
  /** Why the copy is lost with the database, as a clause. */
  readonly because: string;
}

export interface ApiSpec {
  /** Host names, lower case, without port. */
  readonly hosts: readonly string[];
  readonly operations: readonly OperationSpec[];
}

/** Something written in a server's entry: an argument, a variable, a parameter of its address, a header, a part of its path. */
export interface McpSwitch {
  readonly in: 'argument' | 'variable' | 'parameter' | 'header' | 'path';
  /** Compared without case, dashes and underscores. */
  readonly name: string;
  /** Values that switch it on; empty: being there is enough, unless its value says no. */
  readonly values: readonly string[];
}

export interface McpSpec extends Sourced {
  /** Unique within the pack. */
  readonly id: string;
  /** In words, as findings print it: "Supabase MCP server". */
  readonly title: string;
  /** npm, PyPI or image names, without version. */
  readonly packages: readonly string[];
  /** Programs with their first words: `railway mcp`. */
  readonly commands: readonly string[];
  /** Hosts of remote servers. */
  readonly hosts: readonly string[];
  readonly destructiveTools: readonly string[];
  /** Any one of these makes it read-only; empty where no switch exists. */
  readonly readOnly: readonly McpSwitch[];
  /** It changes nothing unless one of these is on; empty: it can as it stands. */
  readonly writesWith: readonly McpSwitch[];
  /** Any one of these confines it to one project or to harmless tools. */
  readonly narrowedBy: readonly McpSwitch[];
  /** How far it reaches when nothing confines it; `null`: as far as the credential it is handed. */
  readonly reach: Scope | null;
  /** What should stand there instead, imperative, one clause. */
  readonly narrower: string;
}

/** What an identifier variable names. */
export interface VariableSpec extends Sourced {
  readonly env: readonly string[];
  readonly names:
    | {
        readonly what: 'store';
        readonly product: string;
        /** Matches the whole value; its first group is the name, where the value says more. */
        readonly shape?: RegExp;
      }
    | { readonly what: 'project' }
    | { readonly what: 'environment' };
  /** Variables the platform sets beside it that mean the same thing, e.g. its mount path. */
  readonly companions: readonly string[];
}

/** A host name suffix and what it tells about a database behind it. */
export interface HostSpec extends Sourced {
  readonly suffix: string;
  /** The same name means different machines in different environments. */
  readonly environmentLocal: boolean;
  /** Many tenants share the host, and the user name tells them apart. */
  readonly tenantInUser?: boolean;
  /** The platform copies what stands behind it only where somebody has asked for that; absent: nothing is known of its copies. */
  readonly copiesAreOptIn?: true;
  /** What its address names is one store of the pack, by whatever protocol it is reached. */
  readonly store?: HostedStore;
}

/** How an address names a store of its platform: `https://<ref>.supabase.co`, `postgres.<ref>` at the pooler. */
export interface HostedStore {
  readonly product: string;
  /** The host's first label, the one right before the suffix, or what follows the dot of the user name. */
  readonly namedBy: 'first-label' | 'last-label' | 'user';
  /** Matches the whole of it; its first group is the name. */
  readonly shape: RegExp;
  /** The name holds several databases, which are stores of their own. */
  readonly perDatabase?: boolean;
}

export interface StoreSpec extends Sourced {
  readonly product: string;
  /** In words: "Railway volume". */
  readonly title: string;
  readonly holds: Holds;
  /** The platform's own backups go when the store goes. */
  readonly backupsDieWithStore: boolean;
  /** One object spans environments: deleting it in one deletes it in all. */
  readonly spansEnvironments: boolean;
  /** Databases of this platform keep their files on a store of this product. */
  readonly hostsDatabases: boolean;
  /** What may be deleted around it and leaves it: a worker goes, the databases that it used stay. */
  readonly outlives?: readonly Target[];
}

/** A variable that switches a tool's questions off for everybody who inherits it: `PULUMI_SKIP_CONFIRMATIONS=true`. */
export interface ConsentSpec extends Sourced {
  readonly env: string;
  /** Part of the value that does it; `null`: any value but an empty, false or zero one. */
  readonly value: string | null;
  /** What no longer asks: "pulumi up and destroy". */
  readonly silences: string;
}

/** A ready-made step of a CI system that runs a tool: an action, a task. */
export interface CiActionSpec extends Sourced {
  /** Without owner where the system has none, without version: `pulumi/actions`, `TerraformTaskV4`. */
  readonly names: readonly string[];
  /** What it runs. `{input}` stands for what an input says, `{--flag input}` for both where the input is given. */
  readonly runs: string;
  /** Input that names the folder it runs in, from the root. */
  readonly folder: string | null;
  /** It runs that only where this input has this value. */
  readonly onlyWith?: { readonly input: string; readonly value: string };
  /** It does not where this input has this value. */
  readonly harmlessWith?: { readonly input: string; readonly value: string };
}

/** Everything known about one vendor, as data. */
export interface ProviderFacts {
  readonly id: string;
  readonly title: string;
  readonly credentials: readonly CredentialSpec[];
  readonly commands: readonly CommandSpec[];
  readonly api: ApiSpec | null;
  readonly mcp: readonly McpSpec[];
  readonly variables: readonly VariableSpec[];
  readonly hosts: readonly HostSpec[];
  readonly stores: readonly StoreSpec[];
  /** Variables and values that answer this vendor's questions in advance. */
  readonly consents: readonly ConsentSpec[];
  /** Ready-made steps of CI systems that run its tool; absent: none is known. */
  readonly ciActions?: readonly CiActionSpec[];
  /** Calls of its library that lose data; absent: none is known. */
  readonly calls?: readonly CallSpec[];
  /** Libraries with the commands of its tool; absent: none is known. */
  readonly commandClients?: readonly CommandClientSpec[];
  /** Its clients that reach the database and the object storage of one project; absent: there is none. */
  readonly clientStorages?: readonly ClientStorageSpec[];
}

/** A spec and the provider it belongs to. */
export interface Known<T> {
  readonly provider: string;
  readonly spec: T;
}

/** Index over all provider packs. Collectors and the linker know vendors only through it. */
export interface Knowledge {
  readonly providers: readonly ProviderFacts[];
  provider(id: string): ProviderFacts | undefined;
  /** Kinds of credential that a variable of this name holds. */
  credentialByName(name: string): Known<CredentialSpec> | undefined;
  /** Kind that a value's prefix and shape prove. */
  credentialByValue(value: string): Known<CredentialSpec> | undefined;
  credentialByHeader(header: string, host: string): Known<CredentialSpec> | undefined;
  /** The destructive command that these words are, global flags and wrappers already removed. */
  command(argv: readonly string[]): Known<CommandSpec> | undefined;
  /** Destructive API operations of this name, over all providers. */
  operations(name: string): readonly Known<OperationSpec>[];
  /** Provider whose API answers at this host. */
  apiByHost(host: string): ProviderFacts | undefined;
  mcp(packageOrHost: string): Known<McpSpec> | undefined;
  variable(name: string): Known<VariableSpec> | undefined;
  /** Longest matching suffix. */
  host(hostname: string): Known<HostSpec> | undefined;
  store(product: string): Known<StoreSpec> | undefined;
  /** What a type of infrastructure code means; known only to collectors that say `readsResources`. */
  resource(type: string): Known<ResourceSpec> | undefined;
  /** What a module of a registry makes, by its source without host and version; known to the same collectors. */
  module(source: string): Known<ModuleSpec> | undefined;
  /** Which settings of a Terraform provider tell where things are made; known to the same collectors. */
  placement(provider: string): Known<PlacementSpec> | undefined;
  /** What a class of a program's library declares, by module and name. */
  construct(name: string): Known<ConstructSpec> | undefined;
  /** What a constant of a program's library stands for. */
  constant(name: string): PlainValue | undefined;
  /** What becomes of a type of resource that leaves its template. */
  removal(type: string): Known<RemovalSpec> | undefined;
  /** A variable that answers a tool's questions in advance. */
  consent(variable: string): Known<ConsentSpec> | undefined;
  /** What a ready-made step of a CI system runs, by its name without version. */
  ciAction(name: string): Known<CiActionSpec> | undefined;
  /** Keyed digest for comparing secrets inside one run; never printed. */
  digest(secret: string): string;
}
