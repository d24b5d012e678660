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
  /** Provider pack whose commands run it: `terraform`, `aws-cdk`. */
  readonly tool: string;
  readonly environment: EntityKey | null;
  readonly resources: readonly Resource[];
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
