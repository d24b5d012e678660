import type { DataNode, MapNode } from '../../model/document.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Place, Placement, PlaceSetting } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import type { Block } from './block.ts';
import type { OpenModule, ProviderConfig } from './module-tree.ts';
import { settingsOf } from './resource-settings.ts';
import { writtenBelow } from './setting-path.ts';

/** What the place of one resource depends on. */
export interface Placed {
  readonly type: string;
  readonly block: Block;
  readonly module: OpenModule;
  readonly settings: MapNode;
  /** Key of the stack. */
  readonly stack: string;
}

/** Where a resource is made, by the settings that its vendor's pack names. */
export function placementOf(placed: Placed, knowledge: Knowledge, read: ReadNode): Placement {
  const name = providerName(placed);
  const config = placed.module.providerOf(name);
  const local = name.split('.')[0] ?? name;
  const known = knowledge.placement(local);
  const provider = config.block === null ? undefined : settingsOf(config.block, config.scope, read);
  const place = (level: 'account' | 'region'): Place =>
    placeOf({
      level,
      vendor: known?.provider ?? local,
      settings: known?.spec[level] ?? [],
      nodes: { resource: placed.settings, provider },
      at: config.block?.at ?? placed.block.at,
      stack: placed.stack,
      config,
      // Without anything that tells them apart, all configurations of a provider are one login.
      fallback: known === undefined ? config.name : local,
    });
  return { account: place('account'), region: place('region') };
}

function providerName({ type, block }: Placed): string {
  const written = block.attributes.get('provider')?.value;
  if (written?.type === 'expr' && written.refs[0] !== undefined) return written.refs[0];
  if (written?.type === 'scalar') return written.text;
  return type.replace(/^data\./, '').split('_')[0] ?? type;
}

interface Question {
  readonly level: 'account' | 'region';
  readonly vendor: string;
  readonly settings: readonly PlaceSetting[];
  readonly nodes: { readonly resource: MapNode; readonly provider: MapNode | undefined };
  readonly at: SourceRange;
  readonly stack: string;
  readonly config: ProviderConfig;
  readonly fallback: string;
}

function placeOf(question: Question): Place {
  const { level, vendor, settings, nodes, config, stack } = question;
  for (const setting of settings) {
    const node = nodeAt(nodes[setting.of], setting.path);
    if (node === undefined) continue;
    const { at } = node;
    const text = node.type === 'scalar' ? node.text : null;
    const named = text === null ? null : nameIn(text, setting);
    if (named !== null && setting.isAlias !== true) {
      return {
        key: entityKey(`${vendor}:${level}/${named}`),
        name: wording(level, named),
        at,
        isKnown: true,
      };
    }
    const told =
      text ??
      (node.type === 'expr' ? [...node.refs].sort().join('+') || node.text.slice(0, 80) : '');
    const scope = setting.isAlias === true && text !== null ? '' : `${stack}#`;
    return {
      key: entityKey(`${vendor}:${level}/${scope}${setting.path}=${told}`),
      name: `the ${level} that ${setting.path} of provider ${config.name} names`,
      at,
      isKnown: false,
    };
  }
  return {
    key: entityKey(`${vendor}:${level}/${stack}#${question.fallback}`),
    name: `the ${level} of provider ${question.fallback}`,
    at: question.at,
    isKnown: false,
  };
}

function wording(level: 'account' | 'region', name: string): string {
  return level === 'region' ? name : `account ${name}`;
}

function nameIn(text: string, { names }: PlaceSetting): string | null {
  if (names === undefined) return text === '' ? null : text;
  const match = names.exec(text);
  return match?.[1] ?? null;
}

/** What is written at a path; a list with one item stands for the item. */
function nodeAt(settings: MapNode | undefined, path: string): DataNode | undefined {
  const found = writtenBelow(settings, path);
  const node =
    found?.type === 'list' ? (found.items.length === 1 ? found.items[0] : undefined) : found;
  return node?.type === 'scalar' && (node.value === null || node.text === '') ? undefined : node;
}
