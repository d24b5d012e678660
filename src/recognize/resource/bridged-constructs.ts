import type { ConstructSpec, PlainValue } from '../../model/resource.ts';

/** Where a bridge between Terraform's providers and Pulumi is described. */
export interface Bridge {
  /** Package of the program's library: `@pulumi/aws`. */
  readonly library: string;
  readonly source: string;
  readonly checkedOn: string;
}

/** What one class says otherwise than the bridge's own rule, which writes Terraform's names in `camelCase`. */
export interface BridgedClass {
  /** Names of settings that are written otherwise, by `snake_case` path: `{ rules: 'rule' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Settings that may hide in arguments that cannot be read. */
  readonly mayHold?: string;
  readonly defaults?: Readonly<Record<string, PlainValue>>;
  readonly words?: ConstructSpec['words'];
}

/** Classes of a library that stand for a type: `bridged('rds.Instance', 'aws_db_instance')`. Several classes are divided by spaces. */
export function bridgedConstructs({ library, source, checkedOn }: Bridge) {
  return (classes: string, type: string, one: BridgedClass = {}): ConstructSpec => ({
    names: classes.split(' ').map((name) => `${library}.${name}`),
    type,
    settings: one.settings ?? {},
    mayHold: one.mayHold?.split(' ') ?? [],
    defaults: one.defaults ?? {},
    ...(one.words === undefined ? {} : { words: one.words }),
    removal: null,
    source,
    checkedOn,
  });
}

/** Many classes of one kind, whose settings may hide alike. */
export function bridgedTable(
  bridge: Bridge,
  rows: Readonly<Record<string, string>>,
  mayHold = '',
): readonly ConstructSpec[] {
  const one = bridgedConstructs(bridge);
  return Object.entries(rows).map(([classes, type]) =>
    one(classes, type, mayHold === '' ? {} : { mayHold }),
  );
}
