import type { DataNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { Block } from './block.ts';
import type { ModuleCode } from './module-code.ts';
import { stateBlock } from './roots.ts';

/** Where a root keeps its state. */
export interface StateSettings {
  readonly kept: Value<'local' | 'remote'>;
  /** What stands for the stack in findings: the block that says where the state is kept, or the first block of the root. */
  readonly at: SourceRange;
  /** Texts that may name the environment: the key, prefix or workspace of the state. */
  readonly names: readonly string[];
}

const docs = 'https://developer.hashicorp.com/terraform/language/backend';

/** `hasOtherHome`: something in the tree suggests that the state is configured elsewhere. `null` for a root without any block. */
export function stateOf(code: ModuleCode, hasOtherHome: boolean): StateSettings | null {
  const settings = code.settings.find((block) => stateBlock(block) !== undefined);
  const block = settings === undefined ? undefined : stateBlock(settings);
  if (block !== undefined) {
    const isLocal = block.type === 'backend' && block.labels[0] === 'local';
    return {
      kept: written(isLocal ? 'local' : 'remote', block.at),
      at: block.at,
      names: namesIn(block),
    };
  }
  const at = firstBlock(code)?.at;
  if (at === undefined) return null;
  return {
    kept: hasOtherHome ? unknown('external', at) : byDefault('local', at, docs),
    at,
    names: [],
  };
}

function firstBlock({ settings, providers, resources, modules }: ModuleCode): Block | undefined {
  const first = (blocks: ReadonlyMap<string, Block>): Block | undefined =>
    blocks.values().next().value;
  return settings[0] ?? first(providers) ?? first(resources) ?? first(modules);
}

function namesIn(block: Block): readonly string[] {
  const inner = block.blocks.find((candidate) => candidate.type === 'workspaces');
  return [
    block.attributes.get('key'),
    block.attributes.get('prefix'),
    inner?.attributes.get('name'),
  ].flatMap((entry) => textOf(entry?.value));
}

function textOf(node: DataNode | undefined): readonly string[] {
  return node?.type === 'scalar' && node.text !== '' ? [node.text] : [];
}
