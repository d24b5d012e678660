import type { MapNode } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Placement } from '../../model/resource.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import { type ProviderSettings, placementOf } from '../../recognize/resource/provider-place.ts';
import type { Block } from './block.ts';
import type { OpenModule } from './module-tree.ts';
import { settingsOf } from './resource-settings.ts';

/** What the place of one resource depends on. */
export interface Placed {
  readonly type: string;
  readonly block: Block;
  readonly module: OpenModule;
  readonly settings: MapNode;
  readonly stack: EntityKey;
}

/** Where a resource is made, by the provider that its block names or its type begins with. */
export function placeOf(placed: Placed, knowledge: Knowledge, read: ReadNode): Placement {
  const { settings, stack } = placed;
  return placementOf({ provider: providerOf(placed, read), settings, stack }, knowledge);
}

function providerOf(placed: Placed, read: ReadNode): ProviderSettings {
  const name = providerName(placed);
  const { name: configuration, block, scope } = placed.module.providerOf(name);
  return {
    name: name.split('.')[0] ?? name,
    configuration,
    settings: block === null ? undefined : settingsOf(block, scope, read),
    at: block?.at ?? placed.block.at,
  };
}

function providerName({ type, block }: Placed): string {
  const written = block.attributes.get('provider')?.value;
  if (written?.type === 'expr' && written.refs[0] !== undefined) return written.refs[0];
  if (written?.type === 'scalar') return written.text;
  return type.replace(/^data\./, '').split('_')[0] ?? type;
}
