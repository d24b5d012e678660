import type { DataNode, ExprNode, MapNode } from '../../model/document.ts';
import { type EntityKey, entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Place, Placement, PlaceSetting } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { settingAt } from './settings.ts';

/** The provider that a resource is made through. */
export interface ProviderSettings {
  /** Terraform's name of it: `aws`, `google`. */
  readonly name: string;
  /** What the stack calls this configuration of it, `aws.backup`, where that is not the provider's own name. */
  readonly configuration?: string;
  /** By Terraform's names; an `expr` where nobody can read them, which says which configuration it is. */
  readonly settings: MapNode | ExprNode | undefined;
  readonly at: SourceRange;
}

/** A resource, as far as it decides where it is made. */
export interface PlacedResource {
  readonly provider: ProviderSettings;
  /** By Terraform's names. */
  readonly settings: MapNode;
  readonly stack: EntityKey;
}

/** Where a resource is made, by the settings that its vendor's pack names. */
export function placementOf(placed: PlacedResource, knowledge: Knowledge): Placement {
  return {
    account: placeOf('account', placed, knowledge),
    region: placeOf('region', placed, knowledge),
  };
}

function placeOf(level: 'account' | 'region', placed: PlacedResource, knowledge: Knowledge): Place {
  const { provider, settings, stack } = placed;
  const called = provider.configuration ?? provider.name;
  const known = knowledge.placement(provider.name);
  const vendor = known?.provider ?? provider.name;
  for (const setting of known?.spec[level] ?? []) {
    const node = nodeAt(setting.of === 'provider' ? provider.settings : settings, setting.path);
    if (node === undefined) continue;
    const named = node.type === 'scalar' ? nameIn(node.text, setting) : null;
    if (named !== null && setting.isAlias !== true) {
      const name = level === 'region' ? named : `account ${named}`;
      return { key: entityKey(`${vendor}:${level}/${named}`), name, at: node.at, isKnown: true };
    }
    const told = toldBy(node);
    // The same name of a profile is the same login in every stack that is run from here.
    const scope = setting.isAlias === true && node.type === 'scalar' ? '' : `${stack}#`;
    return {
      key: entityKey(`${vendor}:${level}/${scope}${setting.path}=${told}`),
      name: `the ${level} that ${setting.path} of provider ${called} names`,
      at: node.at,
      isKnown: false,
    };
  }
  // Without anything that tells them apart, all configurations of a provider are one login.
  const login = known === undefined ? called : provider.name;
  return {
    key: entityKey(`${vendor}:${level}/${stack}#${login}`),
    name: `the ${level} of provider ${login}`,
    at: provider.at,
    isKnown: false,
  };
}

/** What tells a place whose name nobody knows from others of the stack. */
function toldBy(node: DataNode): string {
  if (node.type === 'scalar') return node.text;
  return node.type === 'expr' ? refsText(node.refs) || node.text.slice(0, 80) : '';
}

function refsText(refs: readonly string[]): string {
  return [...refs].sort().join('+');
}

/** Whether a place whose name nobody knows was told by a setting that refers to just this: `var.project_id`. */
export function isToldBy(place: Place, path: string, refs: readonly string[]): boolean {
  return !place.isKnown && refs.length > 0 && place.key.endsWith(`#${path}=${refsText(refs)}`);
}

function nameIn(text: string, { names }: PlaceSetting): string | null {
  if (names === undefined) return text === '' ? null : text;
  return names.exec(text)?.[1] ?? null;
}

/** What is written at a path; a list with one item stands for the item. */
function nodeAt(settings: ProviderSettings['settings'], path: string): DataNode | undefined {
  if (settings?.type === 'expr') return settings;
  const found = settings === undefined ? undefined : settingAt({ settings }, path);
  const node =
    found?.type === 'list' ? (found.items.length === 1 ? found.items[0] : undefined) : found;
  return node?.type === 'scalar' && (node.value === null || node.text === '') ? undefined : node;
}
