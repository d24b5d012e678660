import type { DataNode, MapNode } from './document.ts';
import type { EntityKey, Fact } from './fact.ts';
import type { Knowledge, Sourced } from './knowledge.ts';
import type { SourceRange } from './source.ts';
import type { Value } from './value.ts';

/** One thing of a vendor that infrastructure code declares, as it will be in one environment. Every dialect comes down to this shape. */
export interface Resource {
  /** Unique over the scan: `tf:infra@production#module.db.aws_db_instance.main`. */
  readonly key: EntityKey;
  /** As its dialect names it: `aws_db_instance`, `AWS::RDS::DBInstance`, `Microsoft.Sql/servers/databases`. */
  readonly type: string;
  /** As findings print it: `aws_db_instance.main`. */
  readonly name: string;
  /** What declares it: the header of its block, its logical id, the call that makes it. */
  readonly at: SourceRange;
  /**
   * Its settings, evaluated for this environment and called by Terraform's names: `snake_case`, nested blocks as lists of maps. Ranges are those of
   * the declaration, also where the value comes from a variable. What cannot be known is an `expr`.
   */
  readonly settings: MapNode;
  readonly stack: Stack;
  readonly placement: Placement;
  /** The tool refuses to destroy it as long as this stands there; whoever leaves the tool out is not bound. */
  readonly preventDestroy: Value<boolean>;
  /** Taking it out of the code, or the stack away, leaves the real thing. */
  readonly retained: Value<boolean>;
}

/** An account or region that things are made in. */
export interface Place {
  /** `aws:account/123456789012` where its name is known; else a key that only things made through the same configuration share. */
  readonly key: EntityKey;
  /** In words: "account 123456789012", "the account of provider aws.backup". */
  readonly name: string;
  readonly at: SourceRange;
  /** The key names the real thing, so that equal keys of two stacks are one place. */
  readonly isKnown: boolean;
}

/** Where a resource is made, as far as its provider's configuration tells. */
export interface Placement {
  /** The vendor's account, project or subscription. */
  readonly account: Place;
  readonly region: Place;
}

/** What one apply makes and one destroy takes away: a root module, a template, an app. */
export interface Stack {
  /** `tf:infra@production`. */
  readonly key: EntityKey;
  readonly name: string;
  /** Folder it is run in, `''` for the root. */
  readonly folder: string;
  /** Provider pack whose commands run it: `terraform`, `aws-cdk`; or how those of its commands begin that do: `aws cloudformation`. */
  readonly tool: string;
  /** Id of the collector that read it, where it is not called like the tool. */
  readonly collector?: string;
  readonly environment: EntityKey | null;
  readonly resources: readonly Resource[];
  /** Whether it may be run with a version of Terraform's provider (`google`, `7.0.0`) or a later one; absent where no version decides a default. */
  readonly mayUse?: (provider: string, version: string) => boolean;
  /** The resource of this stack that a value names (`aws_kms_key.data.arn`, `{ Ref: Key }`); `undefined` where that cannot be told. */
  readonly target: (node: DataNode | undefined) => Resource | undefined;
}

/** What one type of resource means. One entry serves every dialect that can declare it. */
export interface ResourceSpec extends Sourced {
  /** Its name in each dialect: `aws_db_instance`, `AWS::RDS::DBInstance`. */
  readonly types: readonly string[];
  /** Terraform's name of a setting by the `snake_case` name that another dialect gives it: `{ db_instance_identifier: 'identifier' }`. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Stores, backups, guards, principals and logs that it is. */
  readonly facts: (resource: Resource, knowledge: Knowledge) => readonly Fact[];
}

/** A module that a vendor's users take from a registry: what it makes of its inputs. */
export interface ModuleSpec extends Sourced {
  /** `terraform-aws-modules/rds/aws`; with `//modules/…` where a part of it can be called too. */
  readonly modules: readonly string[];
  readonly makes: readonly ModuleResource[];
}

/** One resource that such a module makes. */
export interface ModuleResource {
  /** Terraform's name of its type. */
  readonly type: string;
  /** Its name in the module. */
  readonly name: string;
  /** Inputs that switch it off where they are false, with the module's own defaults. */
  readonly unless: Readonly<Record<string, boolean>>;
  /** Input without which it is not made. */
  readonly needs?: string;
  /** By path of the setting: `deletion_protection`, `versioning_configuration.status`. A setting that is left out is the resource's own default. */
  readonly settings: Readonly<Record<string, ModuleSetting>>;
}

/** Where a module takes a setting from. */
export interface ModuleSetting {
  /** Path of the input, `versioning.enabled`, alternatives with `|`; absent for a setting that no input changes. */
  readonly input?: string;
  /** What the module writes when the input is left out; absent: nothing. */
  readonly otherwise?: string | number | boolean;
  /** What it makes of the input's text: `{ true: 'Enabled' }`. */
  readonly words?: Readonly<Record<string, string>>;
  /** Name of another resource of the module that the setting refers to, with its type: `aws_s3_bucket.this`. */
  readonly refersTo?: string;
}

/** Which settings tell the account and the region that Terraform makes things in. */
export interface PlacementSpec extends Sourced {
  /** Terraform's names of the provider: `aws`, `google-beta`. */
  readonly providers: readonly string[];
  /** The first that is written decides. */
  readonly account: readonly PlaceSetting[];
  readonly region: readonly PlaceSetting[];
}

export interface PlaceSetting {
  readonly of: 'resource' | 'provider';
  /** `region`, `assume_role.role_arn`. */
  readonly path: string;
  /** Its first group is the account's or region's own name; absent: the whole text is. */
  readonly names?: RegExp;
  /** The text tells two apart and names none, as the name of a profile does. */
  readonly isAlias?: boolean;
}

/** A plain value of a setting. */
export type PlainValue = string | number | boolean;

/** What a template's policies on removal come to for some types of resource. Types that no spec names are deleted, and leave no last copy. */
export interface RemovalSpec extends Sourced {
  readonly types: readonly string[];
  /** What happens where the template is silent. */
  readonly otherwise: 'delete' | 'snapshot';
  /** A setting, by the template's name in `snake_case`, that makes it `delete` all the same. */
  readonly deletedWith?: string;
  /** Terraform's settings that say the same as each policy. */
  readonly deleting: Readonly<Record<string, PlainValue>>;
  readonly copying: Readonly<Record<string, PlainValue>>;
}

/** A class of a program's library that declares one resource. */
export interface ConstructSpec extends Sourced {
  /** Module and class, joined by a dot: `aws-cdk-lib/aws-rds.DatabaseInstance`; or a function that makes one. */
  readonly names: readonly string[];
  /** Type of the resource that it makes. */
  readonly type: string;
  /**
   * Names of properties that the template calls otherwise, both in `snake_case` and as paths: `{ 'backup.retention': 'backup_retention_period' }`.
   * All others keep theirs.
   */
  readonly settings: Readonly<Record<string, string>>;
  /** How the template writes a value, by setting; `*` is any other: `{ 'backup_policy.status': { true: 'ENABLED' } }`. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, PlainValue>>>>;
  /** Settings that nobody can know where the program passes properties on that cannot be read. */
  readonly mayHold: readonly string[];
  /** Settings that the construct writes where its properties do not say otherwise. */
  readonly defaults: Readonly<Record<string, PlainValue>>;
  /** What the construct does with its resource when it leaves the program; `null`: it leaves that to the template's rules. */
  readonly removal: 'delete' | 'retain' | 'snapshot' | null;
  /** A switch that the construct turns on where the removal policy is to retain. */
  readonly onWhenRetained?: string;
  /** Methods that declare further resources, with an id and properties of their own. */
  readonly methods?: Readonly<Record<string, ConstructMethod>>;
}

/** A method of a construct that declares a resource beside it. */
export interface ConstructMethod {
  readonly type: string;
  /** Setting of that resource that refers to the construct: `backup_plan_id`. */
  readonly owner: string;
}

/** What a program's library makes of its classes and constants. */
export interface ConstructLibrary {
  readonly constructs: readonly ConstructSpec[];
  /** What a constant of the library stands for: `{ 'aws-cdk-lib/aws-logs.RetentionDays.ONE_WEEK': 7 }`. */
  readonly constants: Readonly<Record<string, PlainValue>>;
  /** Removal policies of templates. */
  readonly removals: readonly RemovalSpec[];
}
