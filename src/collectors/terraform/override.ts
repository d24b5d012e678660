import { baseName } from '../../model/source.ts';
import type { Block } from './block.ts';

/** Blocks whose contents are joined name by name, and not replaced as a whole. */
const JOINED: ReadonlySet<string> = new Set(['lifecycle', 'required_providers']);

/** Whether Terraform reads a file only after the others of its folder: `override.tf`, `local_override.tf.json`. */
export function isOverride(file: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(baseName(file));
}

/**
 * The blocks of a module after one file of overrides: what has the same header is changed in place, all else is added.
 * @see https://developer.hashicorp.com/terraform/language/files/override (read 2026-11-21)
 */
export function overriddenBy(
  blocks: readonly Block[],
  overrides: readonly Block[],
): readonly Block[] {
  const result = [...blocks];
  const places = new Map<string, number>();
  for (const [place, block] of result.entries()) places.set(headerOf(block), place);
  for (const override of overrides) {
    const place = places.get(headerOf(override));
    const base = place === undefined ? undefined : result[place];
    if (place === undefined || base === undefined) result.push(override);
    else result[place] = merged(base, override);
  }
  return result;
}

/** What is written in the override counts; nested blocks of a type that it has are replaced, however many there are. */
function merged(base: Block, override: Block): Block {
  const replaced = new Set(override.blocks.map(kindOf));
  return {
    ...base,
    attributes: new Map([...base.attributes, ...override.attributes]),
    blocks: [
      ...base.blocks.filter((block) => !replaced.has(kindOf(block))),
      ...override.blocks.map((block) => {
        const before = base.blocks.find(({ type }) => type === block.type);
        return before !== undefined && JOINED.has(block.type) ? merged(before, block) : block;
      }),
    ],
  };
}

/** Type of a nested block, of those that a `dynamic` makes too. A state is kept in one place, whether `backend` or `cloud` says so. */
function kindOf({ type, labels }: Block): string {
  if (type === 'dynamic') return labels[0] ?? '';
  return type === 'cloud' ? 'backend' : type;
}

/** Blocks of one module that mean the same thing: those of `terraform` and `locals` have no labels; providers have their alias. */
function headerOf({ type, labels, attributes }: Block): string {
  const alias = type === 'provider' ? attributes.get('alias')?.value : undefined;
  return JSON.stringify([type, ...labels, alias?.type === 'scalar' ? alias.text : '']);
}
