import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import {
  asNumber,
  asText,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  mapOf,
  UNKNOWN,
  unknownOf,
} from '../../recognize/hcl/hcl-value.ts';
import { valueOfNode } from '../../recognize/hcl/node-value.ts';
import type { Scope } from '../../recognize/hcl/scope.ts';
import type { Block } from './block.ts';

/** How often a block is made. */
export type Instances =
  | { readonly kind: 'single' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'each'; readonly items: ReadonlyMap<string, HclValue> }
  /** Only a run tells how often, and whether at all; `each` is `null` for `count`. */
  | { readonly kind: 'unclear'; readonly each: HclValue | null };

/** One of the things that a block makes. */
export interface Instance {
  /** `["logs"]`, `[0]` or nothing, as its address ends. */
  readonly suffix: string;
  /** Names that expressions of the block may use. */
  readonly names: Readonly<Record<string, HclValue>>;
  /** Whether it is sure that it is made. */
  readonly isSure: boolean;
}

/** Instances of one block that are told apart; those of a larger `for_each` are taken for one of which nothing is known. */
const MAX_INSTANCES = 200;

/** What `count` and `for_each` say. */
export function instancesOf(block: Block, scope: Scope, read: ReadNode): Instances {
  const count = block.attributes.get('count')?.value;
  if (count !== undefined) {
    const value = valueOfNode(count, scope, read);
    const number = value === true || value === false ? Number(value) : asNumber(value);
    return number === null || number < 0
      ? { kind: 'unclear', each: null }
      : { kind: 'count', count: number };
  }
  const each = block.attributes.get('for_each')?.value;
  if (each === undefined) return { kind: 'single' };
  return eachOf(valueOfNode(each, scope, read));
}

function eachOf(value: HclValue): Instances {
  if (isMap(value) && value.rest === null && value.entries.size <= MAX_INSTANCES) {
    return { kind: 'each', items: value.entries };
  }
  if (isList(value) && value.items.length <= MAX_INSTANCES && !value.items.some(isUnknown)) {
    return { kind: 'each', items: new Map(value.items.map((item) => [asText(item) ?? '', item])) };
  }
  return { kind: 'unclear', each: value };
}

/**
 * The things that a block makes. Those of a `count` are equal but for their number, and are one. So that what is unclear is looked at too, it is
 * made once, with keys that nobody knows.
 */
export function spread(instances: Instances): readonly Instance[] {
  switch (instances.kind) {
    case 'single':
      return [{ suffix: '', names: {}, isSure: true }];
    case 'count': {
      if (instances.count === 0) return [];
      const index = instances.count === 1 ? 0 : UNKNOWN;
      return [
        {
          suffix: instances.count === 1 ? '[0]' : '',
          names: { count: mapOf({ index }) },
          isSure: true,
        },
      ];
    }
    case 'each':
      return [...instances.items].map(([key, value]) => ({
        suffix: `[${JSON.stringify(key)}]`,
        names: { each: mapOf({ key, value }) },
        isSure: true,
      }));
    case 'unclear': {
      const item = instances.each === null ? UNKNOWN : unknownOf(instances.each);
      return [
        {
          suffix: '',
          names: { each: mapOf({ key: item, value: item }), count: mapOf({ index: UNKNOWN }) },
          isSure: false,
        },
      ];
    }
  }
}
