import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { EntityKey, Holds } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { keyIn, type Origin } from '../../recognize/platform/platform-facts.ts';

/** Where Cloudflare says how far back D1 databases can be restored. */
export const timeTravel = 'https://developers.cloudflare.com/d1/reference/time-travel/';

/** A kind of binding that leads to a store. */
interface Kind {
  /** Where it stands below an environment. */
  readonly path: readonly string[];
  readonly product: string;
  readonly title: string;
  readonly holds: Holds;
  /** Setting that names the store. */
  readonly id: string;
  /** The id alone is one real thing; a name is one only within its account. */
  readonly shape: RegExp | null;
  /** Setting that holds a name for people. */
  readonly label?: string;
  /** Setting that names the store which `wrangler dev --remote` uses instead. */
  readonly preview?: string;
}

const kinds: readonly Kind[] = [
  {
    path: ['d1_databases'],
    product: 'cloudflare-d1',
    title: 'D1 database',
    holds: 'database',
    id: 'database_id',
    shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    label: 'database_name',
    preview: 'preview_database_id',
  },
  {
    path: ['kv_namespaces'],
    product: 'cloudflare-kv',
    title: 'KV namespace',
    holds: 'database',
    id: 'id',
    shape: /^[0-9a-f]{32}$/i,
    preview: 'preview_id',
  },
  {
    path: ['hyperdrive'],
    product: 'cloudflare-hyperdrive',
    title: 'database behind Hyperdrive',
    holds: 'database',
    id: 'id',
    shape: /^[0-9a-f]{32}$/i,
  },
  {
    path: ['r2_buckets'],
    product: 'cloudflare-r2',
    title: 'R2 bucket',
    holds: 'bucket',
    id: 'bucket_name',
    shape: null,
    preview: 'preview_bucket_name',
  },
  {
    path: ['vectorize'],
    product: 'cloudflare-vectorize',
    title: 'Vectorize index',
    // Vectors are computed from documents that lie elsewhere, and can be computed again.
    holds: 'cache',
    id: 'index_name',
    shape: null,
  },
  {
    path: ['queues', 'producers'],
    product: 'cloudflare-queue',
    title: 'queue',
    holds: 'queue',
    id: 'queue',
    shape: null,
  },
];

/** A store that a section binds. */
export interface Bound {
  readonly kind: Kind;
  readonly key: EntityKey;
  readonly name: string;
  readonly binding: string;
  readonly place: SourceRange;
  /** `wrangler dev` uses the deployed store instead of a local copy. */
  readonly isRemote: boolean;
  /** Where `wrangler dev --remote` is given the same store. */
  readonly preview: SourceRange | null;
}

/** The stores that a section of a configuration binds. Placeholders name none. */
export function bindingsOf(section: DataNode, root: DataNode, origin: Origin): readonly Bound[] {
  const account = textAt(section, 'account_id') ?? textAt(root, 'account_id') ?? '';
  return kinds.flatMap((kind) =>
    items(at(section, ...kind.path))
      .slice(0, 200)
      .flatMap((node): readonly Bound[] => {
        const id = at(node, kind.id);
        if (id?.type !== 'scalar' || secretForm(id.text) !== 'literal') return [];
        const key = keyOf(kind, id.text, account, origin);
        if (key === null) return [];
        const label = kind.label === undefined ? undefined : textAt(node, kind.label);
        const binding = textAt(node, 'binding');
        return [
          {
            kind,
            key,
            name: `${kind.title} ${label ?? (kind.shape === null ? id.text : (binding ?? id.text))}`,
            binding: binding ?? kind.title,
            place: id.at,
            preview: sameForPreview(node, kind, id.text),
            isRemote: isTrue(at(node, 'remote')) || isTrue(at(node, 'experimental_remote')),
          },
        ];
      }),
  );
}

function sameForPreview(node: DataNode, { preview }: Kind, id: string): SourceRange | null {
  const other = preview === undefined ? undefined : at(node, preview);
  return other?.type === 'scalar' && other.text.toLowerCase() === id.toLowerCase()
    ? other.at
    : null;
}

function keyOf(kind: Kind, id: string, account: string, origin: Origin): EntityKey | null {
  if (kind.shape !== null) {
    return kind.shape.test(id) ? entityKey(`cloudflare:${kind.product}/${id.toLowerCase()}`) : null;
  }
  // Names are unique within an account, and which one that is, only the configuration can say.
  return account === ''
    ? keyIn(origin, `${kind.product}/${id}`)
    : entityKey(`cloudflare:${kind.product}/${account}/${id}`);
}

function textAt(node: DataNode, key: string): string | undefined {
  const value = at(node, key);
  return value?.type === 'scalar' && value.text !== '' ? value.text : undefined;
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}

/** Whether a file of that name configures a worker or a Pages project. */
export function isWorker(root: DataNode): boolean {
  const keys = new Set(entries(root).map(({ key }) => key));
  return [
    'compatibility_date',
    'main',
    'pages_build_output_dir',
    'env',
    'd1_databases',
    'kv_namespaces',
    'r2_buckets',
  ].some((key) => keys.has(key));
}
