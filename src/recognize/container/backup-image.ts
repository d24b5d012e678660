import type { Sourced } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';

/** The variables of a container, as its own file or the files around it set them. */
export interface ContainerSettings {
  /** What a variable holds; `null` where it is not set, or nobody can know. */
  readonly value: (name: string) => string | null;
  /** Set to something: a value that nobody can know counts, an empty one does not. */
  readonly isSet: (name: string) => boolean;
  /** Where it is written; `null` where the container itself does not say it. */
  readonly at: (name: string) => SourceRange | null;
  /** Files or secrets that nobody read here set variables too; absent: none do. */
  readonly isOpen?: boolean;
}

/** An image whose only purpose is to copy data elsewhere. */
interface Sidecar extends Sourced {
  readonly image: RegExp;
  /** Engine it dumps, `null` where it copies the volumes that are mounted into it. */
  readonly product: string | null;
  /** Variables that name the server it dumps. */
  readonly hosts: readonly string[];
  /** Variables that name the folder it writes to, and the folder it writes to without them; `null` where it writes to none. */
  readonly folder: { readonly names: readonly string[]; readonly fallback: string | null };
  /** Folder below which it finds what it copies. */
  readonly sources: string;
  /** Variables that send copies elsewhere. */
  readonly remotes: readonly string[];
  readonly days: string;
  readonly defaultDays: number | null;
}

const checkedOn = '2026-11-21';

function sidecar(
  image: RegExp,
  source: string,
  product: string | null,
  rest: Partial<Sidecar>,
): Sidecar {
  return {
    image,
    source,
    checkedOn,
    product,
    hosts: [],
    folder: { names: [], fallback: null },
    sources: '',
    remotes: [],
    days: '',
    defaultDays: null,
    ...rest,
  };
}

const s3 = ['S3_BUCKET', 'AWS_S3_BUCKET_NAME', 'AWS_BUCKET', 'BUCKET'];

const sidecars: readonly Sidecar[] = [
  sidecar(
    /(?:^|\/)postgres-backup-local$/,
    'https://github.com/prodrigestivill/docker-postgres-backup-local',
    'postgres',
    {
      hosts: ['POSTGRES_HOST'],
      folder: { names: ['BACKUP_DIR'], fallback: '/backups' },
      days: 'BACKUP_KEEP_DAYS',
      defaultDays: 7,
    },
  ),
  sidecar(
    /(?:^|\/)docker-volume-backup$/,
    'https://offen.github.io/docker-volume-backup/reference/',
    null,
    {
      folder: { names: ['BACKUP_ARCHIVE'], fallback: '/archive' },
      sources: '/backup',
      remotes: [
        ...s3,
        'WEBDAV_URL',
        'SSH_HOST_NAME',
        'AZURE_STORAGE_CONTAINER_NAME',
        'DROPBOX_REMOTE_PATH',
        'GOOGLE_DRIVE_FOLDER_ID',
      ],
      days: 'BACKUP_RETENTION_DAYS',
    },
  ),
  sidecar(/^databack\/mysql-backup$/, 'https://github.com/databacker/mysql-backup', 'mysql', {
    hosts: ['DB_SERVER', 'DB_HOST'],
    folder: { names: ['DB_DUMP_TARGET'], fallback: '/backup' },
  }),
  sidecar(
    /^(?:tiredofit|nfrastack)\/db-backup$/,
    'https://github.com/nfrastack/container-db-backup',
    '',
    {
      hosts: ['DB_HOST', 'DB01_HOST', 'DEFAULT_HOST'],
      folder: {
        names: ['DEFAULT_FILESYSTEM_PATH', 'DB01_FILESYSTEM_PATH', 'DB_DUMP_TARGET'],
        fallback: '/backup',
      },
      remotes: [...s3, 'DEFAULT_S3_BUCKET', 'DB01_S3_BUCKET'],
    },
  ),
  sidecar(/^kartoza\/pg-backup$/, 'https://github.com/kartoza/docker-pg-backup', 'postgres', {
    hosts: ['POSTGRES_HOST', 'PGHOST'],
    folder: { names: [], fallback: '/backups' },
    remotes: ['BUCKET'],
    days: 'REMOVE_BEFORE',
  }),
  sidecar(
    /^(?:schickling|eeshugerman|siemens|itbm)\/postgres-backup-s3$|^(?:schickling)\/postgresql-backup-s3$/,
    'https://github.com/eeshugerman/postgres-backup-s3',
    'postgres',
    { hosts: ['POSTGRES_HOST'], remotes: s3, days: 'BACKUP_KEEP_DAYS' },
  ),
  sidecar(
    /^fradelg\/mysql-cron-backup$/,
    'https://github.com/fradelg/docker-mysql-cron-backup',
    'mysql',
    { hosts: ['MYSQL_HOST'], folder: { names: [], fallback: '/backup' } },
  ),
  sidecar(
    /^(?:restic\/restic|mazzolino\/restic|lobaro\/restic-backup-docker)$/,
    'https://restic.readthedocs.io/en/stable/030_preparing_a_new_repo.html',
    null,
    { folder: { names: ['RESTIC_REPOSITORY'], fallback: '/mnt/restic' }, sources: '/' },
  ),
];

/** A copy that a service makes, before it is known which store it comes from. */
export interface Copying {
  /** Engine of the dumped server; `''` any; `null` for one that copies what is mounted. */
  readonly product: string | null;
  /** Name of the server, `null` where nothing says it. */
  readonly host: string | null;
  /** Folder below which the copied volumes are mounted. */
  readonly sources: string;
  readonly destinations: readonly Destination[];
  readonly retention: Value<number>;
  /** Variables that nobody read may send the copies elsewhere as well. */
  readonly mayBeSentOn: boolean;
}

/** Where copies go: a folder of the container, or another service. */
export interface Destination {
  readonly kind: 'folder' | 'remote';
  /** Folder of the container; for a reader, what names the other service. */
  readonly where: string;
  readonly at: SourceRange;
}

/** What a backup image copies, `null` for any other image. `at` is the container. */
export function copyingOf(
  image: string,
  settings: ContainerSettings,
  at: SourceRange,
): Copying | null {
  const spec = sidecars.find((candidate) => candidate.image.test(image));
  if (spec === undefined) return null;
  const host = spec.hosts.find(settings.isSet);
  return {
    product: spec.product,
    host: host === undefined ? null : (settings.value(host) ?? '$'),
    sources: spec.sources,
    destinations: destinationsOf(spec, settings, at),
    retention: retentionOf(spec, settings, at),
    mayBeSentOn: settings.isOpen === true && spec.remotes.length > 0,
  };
}

function destinationsOf(
  spec: Sidecar,
  settings: ContainerSettings,
  container: SourceRange,
): readonly Destination[] {
  const name = spec.folder.names.find(settings.isSet);
  const at = (name === undefined ? null : settings.at(name)) ?? container;
  const target = name === undefined ? spec.folder.fallback : settings.value(name);
  const found: Destination[] = [];
  for (const part of target === null ? [] : target.split(/\s+/)) {
    const path = part.replace(/^(?:file:\/\/|local:)/, '');
    const kind = path.startsWith('/') ? 'folder' : 'remote';
    found.push({ kind, where: kind === 'folder' ? path : (name ?? ''), at });
  }
  // A variable that nobody here sets may hold anything.
  if (target === null && name !== undefined) found.push({ kind: 'remote', where: name, at });
  const remote = spec.remotes.find(settings.isSet);
  if (remote !== undefined) {
    found.push({ kind: 'remote', where: remote, at: settings.at(remote) ?? container });
  }
  return found;
}

function retentionOf(
  spec: Sidecar,
  settings: ContainerSettings,
  container: SourceRange,
): Value<number> {
  const text = spec.days === '' ? null : settings.value(spec.days);
  const days = Number(text);
  const at = settings.at(spec.days) ?? container;
  if (text !== null && Number.isFinite(days) && days > 0) return written(days, at);
  if (text === null && settings.at(spec.days) === null && spec.defaultDays !== null) {
    return byDefault(spec.defaultDays, container, spec.source);
  }
  return unknown('external', at);
}
