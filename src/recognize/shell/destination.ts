import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Resolved } from './variables.ts';
import { fallbackText, type Piece, showPieces } from './word-pieces.ts';

/** Where a copy ends up, as far as the text tells. */
export type Destination =
  /** On the store whose mount path or id this variable holds. */
  | { readonly kind: 'store'; readonly variable: string }
  | { readonly kind: 'bucket'; readonly service: string; readonly bucket: string }
  /** Another machine or account that only its alias names. */
  | { readonly kind: 'remote'; readonly remote: string }
  /** A folder of the machine that runs the script. */
  | { readonly kind: 'machine' }
  | { readonly kind: 'unknown' };

/** A destination with what is needed to explain it. */
export interface Placement {
  readonly destination: Destination;
  /** The path for a reader: `$BACKUP_DIR/app.sql.gz`. */
  readonly shown: string;
  /** Path on the file system with fallbacks filled in, `null` for remote and unknown ones. */
  readonly path: string | null;
  /** True when the path holds only while a variable is unset. */
  readonly byFallback: boolean;
  /** The place that decides the destination. */
  readonly at: SourceRange;
}

/** Variables that hold a folder of the machine, whoever runs the script. */
const localFolders = /^(?:HOME|PWD|OLDPWD|TMPDIR)$/;

const bucketSchemes: Readonly<Record<string, string>> = {
  s3: 's3',
  s3n: 's3',
  s3a: 's3',
  gs: 'gcs',
  b2: 'b2',
  r2: 'r2',
  az: 'azure',
  azure: 'azure',
  abs: 'azure',
  swift: 'swift',
  oss: 'oss',
};

/** What a word names as the place to write to; `isRemoteSyntax` when `name:path` means another machine to the command. */
export function placeOf(
  resolved: Resolved,
  written: SourceRange,
  isRemoteSyntax: boolean,
  knowledge: Knowledge,
): Placement {
  const { pieces } = resolved;
  const at = resolved.decidedAt ?? written;
  const whole = showPieces(pieces);
  const shown = withoutSecrets(whole);
  const remote = { shown, path: null, byFallback: false, at };
  const bucket = bucketOf(pieces);
  if (bucket !== null) return { ...remote, destination: bucket };
  const host = isRemoteSyntax ? remoteOf(whole) : null;
  if (host !== null) return { ...remote, destination: { kind: 'remote', remote: host } };

  const [first] = pieces;
  const path = fallbackText(pieces) ?? leadingPath(pieces);
  const byFallback = first?.type === 'variable';
  const local = { shown, path, byFallback, at };
  if (first?.type === 'variable') {
    if (isStoreVariable(first.name, knowledge)) {
      return { ...local, destination: { kind: 'store', variable: first.name } };
    }
    const isLocal = path !== null || localFolders.test(first.name);
    return { ...local, destination: { kind: isLocal ? 'machine' : 'unknown' } };
  }
  if (first === undefined) return { ...local, destination: { kind: 'unknown' } };
  // `$(dirname "$0")/..`, `$(pwd)`, `$(mktemp)`: whatever they give, it is on this machine.
  const isLocal = first.type === 'text' || /\b(?:pwd|dirname|mktemp|realpath)\b/.test(first.raw);
  return { ...local, destination: { kind: isLocal ? 'machine' : 'unknown' } };
}

/** Whether a variable, or one that its platform sets beside it, names a store: its id or its mount path. */
function isStoreVariable(name: string, knowledge: Knowledge): boolean {
  if (knowledge.variable(name)?.spec.names.what === 'store') return true;
  return knowledge.providers.some((provider) =>
    provider.variables.some(
      (spec) => spec.names.what === 'store' && spec.companions.includes(name),
    ),
  );
}

/** A URL may carry a password before its host and a signature after its path. */
function withoutSecrets(shown: string): string {
  if (!shown.includes('://')) return shown;
  return shown.replace(/\?.*$/s, '').replace(/:\/\/[^/\s@]*@/, '://');
}

/** `s3://name/…`, restic's `s3:host/name`, with the name possibly a variable. */
function bucketOf(pieces: readonly Piece[]): Destination | null {
  const shown = showPieces(pieces);
  const uri = /^([a-z0-9]+):\/\/([^/\s]+)/.exec(shown);
  const service = uri?.[1] === undefined ? undefined : bucketSchemes[uri[1]];
  if (service !== undefined && uri?.[2] !== undefined) {
    return { kind: 'bucket', service, bucket: uri[2] };
  }
  const restic = /^(s3|gs|b2|azure|swift):(?:https?:\/\/)?(?:[^/\s:]+\.[^/\s:]+\/)?([^/\s:]+)/.exec(
    shown,
  );
  if (restic?.[1] === undefined || restic[2] === undefined) return null;
  return { kind: 'bucket', service: bucketSchemes[restic[1]] ?? restic[1], bucket: restic[2] };
}

/** `host:` of `user@host:path`, `remote:` of rclone, the host of `sftp://host/…`; `null` for a local path. */
function remoteOf(shown: string): string | null {
  const uri =
    /^(?:sftp|ssh|rest|rsync|smb|ftp|https?):(?:[a-z]+:)?\/\/(?:[^@/\s]*@)?([^/:\s]+)/.exec(shown);
  if (uri?.[1] !== undefined) return uri[1];
  const name = /^(?:(?:sftp|rclone):)?(?:[^@/\s]+@)?([^:/\s]{2,}):/.exec(shown)?.[1];
  return name ?? null;
}

/** The fixed beginning of a path whose end is computed: `/backups/` of `/backups/$(date +%F).sql`. */
function leadingPath(pieces: readonly Piece[]): string | null {
  let path = '';
  for (const piece of pieces) {
    const part =
      piece.type === 'text'
        ? piece.text
        : piece.type === 'variable' && piece.fallback !== null
          ? fallbackText(piece.fallback)
          : null;
    if (part === null) break;
    path += part;
  }
  return path === '' ? null : path;
}
