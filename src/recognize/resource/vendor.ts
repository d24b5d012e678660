import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault, known, type Value } from '../../model/value.ts';
import { type Automated, declaredSnapshot, keptByVendor, vendorBackups } from './kept-copies.ts';
import { type BackupTraits, guardFacts, type StoreTraits, storeFacts } from './resource-facts.ts';
import { type Default, numberOf, switchOf, textOf } from './settings.ts';

/** Reads and writes what one vendor's resources mean, with that vendor's pages as sources of its defaults. */
export interface ResourceVendor {
  /** What some types mean, with the page of the first of them. */
  spec(
    types: readonly string[],
    facts: (resource: Resource, knowledge: Knowledge) => readonly Fact[],
    renamed?: Readonly<Record<string, string>>,
  ): ResourceSpec;
  /** A setting that is off unless somebody switches it on. */
  off(resource: Resource, path: string): Value<boolean>;
  /** A setting that is on unless somebody switches it off. */
  on(resource: Resource, path: string): Value<boolean>;
  /** A number with the vendor's default; `null` where that is not stated. */
  number(resource: Resource, path: string, fallback: number | null): Value<number>;
  /** A text with the vendor's default; `null` where that is not stated. */
  text(resource: Resource, path: string, fallback: string | null): Value<string>;
  /** What always holds, whatever is written. */
  always<T>(resource: Resource, value: T): Value<T>;
  store(resource: Resource, traits: StoreTraits): readonly Fact[];
  /** A copy that the vendor keeps and no stack does. */
  kept(resource: Resource, traits: BackupTraits): readonly Fact[];
  /** Copies that the vendor makes by itself. */
  automated(resource: Resource, traits: Automated): readonly Fact[];
  /** A snapshot that the code itself declares: what takes the stack away takes it too. */
  declared(resource: Resource, source: Resource | undefined): readonly Fact[];
}

/** What tells one vendor from another. */
export interface VendorPages {
  /** Id of its pack. */
  readonly provider: string;
  /** The page that describes a type. */
  readonly page: (type: string) => string;
  readonly checkedOn: string;
}

export function vendorOf({ provider, page, checkedOn }: VendorPages): ResourceVendor {
  const fallback = <T>(resource: Resource, value: T | null): Default<T> | null =>
    value === null ? null : { value, source: page(resource.type) };
  return {
    spec: (types, facts, renamed = {}) => ({
      types,
      renamed,
      facts,
      source: page(types[0] ?? ''),
      checkedOn,
    }),
    off: (resource, path) => switchOf(resource, path, fallback(resource, false)),
    on: (resource, path) => switchOf(resource, path, fallback(resource, true)),
    number: (resource, path, value) => numberOf(resource, path, fallback(resource, value)),
    text: (resource, path, value) => textOf(resource, path, fallback(resource, value)),
    always: (resource, value) => byDefault(value, resource.at, page(resource.type)),
    store: (resource, traits) => storeFacts(resource, provider, traits),
    kept: (resource, traits) => keptByVendor(resource, provider, traits),
    automated: (resource, traits) => vendorBackups(resource, provider, traits),
    declared: (resource, source) => declaredSnapshot(resource, provider, source),
  };
}

/** Pages of a Terraform provider: `hashicorp/google`, whose types begin with `google_`. */
export function registryPage(source: string, prefix: string): (type: string) => string {
  const pages = `https://registry.terraform.io/providers/${source}/latest/docs/resources`;
  return (type) => `${pages}/${type.startsWith(prefix) ? type.slice(prefix.length) : type}`;
}

/** A switch that binds only the tool that made a store: it refuses to destroy it, and nobody else does. */
export function toolGuard(
  resource: Resource,
  setting: Value<boolean>,
  name: string,
): readonly Fact[] {
  const { tool } = resource.stack;
  if (known(setting) !== true) return [];
  return guardFacts(resource, resource.key, {
    id: name.replace(/\W/g, '-'),
    name: `${name} of ${resource.name}`,
    at: setting.at,
    strength: 'blocks',
    honouredBy: tool,
    because: `${tool} refuses to destroy it`,
  });
}

/**
 * What protects a store from deletion where its vendor has one switch and the tool another. A tool's switch that nobody can read may protect it, and
 * one that somebody turned off is what they have to turn on.
 */
export function protectionOf(vendor: Value<boolean>, tool: Value<boolean>): Value<boolean> {
  if (vendor.state === 'set') return vendor;
  if (vendor.state === 'default' && vendor.value) return vendor;
  if (tool.state === 'unknown' && tool.why === 'interpolated') return tool;
  return tool.state === 'set' && !tool.value ? tool : vendor;
}
