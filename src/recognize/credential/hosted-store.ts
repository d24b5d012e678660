import type { EntityKey } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { secretForm } from './secret-value.ts';

/** A store of a platform that an address names. */
export interface NamedStore {
  readonly key: EntityKey;
  readonly provider: string;
  readonly product: string;
  /** As the platform calls it: a project ref, the name of a database. */
  readonly name: string;
}

/** Where an address leads. */
export interface HostAddress {
  readonly host: string;
  readonly user: string | null;
  readonly database: string | null;
}

/** Key of a store that its platform gives one name. */
export function storeKey(provider: string, product: string, name: string): EntityKey {
  return entityKey(`${provider}:${product}/${name}`);
}

/** The store of a platform that an address names, by whatever protocol: a project's API and its database are one store. */
export function namedStore(address: HostAddress, knowledge: Knowledge): NamedStore | null {
  const known = knowledge.host(address.host);
  const hosted = known?.spec.store;
  if (known === undefined || hosted === undefined) return null;
  const { suffix } = known.spec;
  const labels = address.host.slice(0, address.host.length - suffix.length).split('.');
  const word = {
    'first-label': labels[0],
    'last-label': labels.at(-1),
    user: address.user?.split('.')[1],
  }[hosted.namedBy];
  const match = hosted.shape.exec((word ?? '').slice(0, 200));
  if (match === null || match[0] !== word || secretForm(word) !== 'literal') return null;
  const own = match[1] ?? match[0];
  if (hosted.perDatabase === true && address.database === null) return null;
  const name = hosted.perDatabase === true ? `${own}/${address.database}` : own;
  const { provider } = known;
  return {
    key: storeKey(provider, hosted.product, name),
    provider,
    product: hosted.product,
    name,
  };
}

/** The host of a web address: `https://x.example/path`, with whatever protocol a platform's data is served by. */
export function webHost(text: string): string | null {
  const match =
    /^(?:https?|wss?|libsql):\/\/([a-z0-9][a-z0-9.-]{0,252})(?::\d{1,5})?(?:[/?#]|$)/i.exec(
      text.trim().slice(0, 2000),
    );
  return match?.[1]?.toLowerCase() ?? null;
}
