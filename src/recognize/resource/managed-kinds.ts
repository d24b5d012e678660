import type { ConstructSpec } from '../../model/resource.ts';

/** Where the kinds of a vendor's Crossplane provider are defined. */
export interface ManagedKinds {
  /** Vendor's part of the API groups: `aws` of `rds.aws.upbound.io`. */
  readonly vendor: string;
  readonly source: string;
  readonly checkedOn: string;
}

/**
 * Kinds of Crossplane that stand for Terraform's types, by group and kind: `{ 'rds/Instance': 'aws_db_instance' }`. Their settings are Terraform's in
 * `camelCase`, with Terraform's defaults. Since version 2 each kind exists twice: for the whole cluster and for a namespace.
 */
export function managedKinds(
  { vendor, source, checkedOn }: ManagedKinds,
  rows: Readonly<Record<string, string>>,
): readonly ConstructSpec[] {
  return Object.entries(rows).map(([name, type]) => {
    const [group = '', kind = ''] = name.split('/');
    const start = group === '' ? '' : `${group}.`;
    return {
      names: [`${start}${vendor}.upbound.io/${kind}`, `${start}${vendor}.m.upbound.io/${kind}`],
      type,
      settings: {},
      mayHold: [],
      defaults: {},
      removal: null,
      source,
      checkedOn,
    };
  });
}
