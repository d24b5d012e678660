import type { DataStore, EntityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { connectionScheme } from '../credential/connection-scheme.ts';

/**
 * Folders in which database servers keep their own files, by scheme: those of the official images, and those of distribution packages, which put
 * them under `/var/lib`.
 * @see https://github.com/docker-library/docs (postgres, mysql, mongo, redis, influxdb and clickhouse, read on 2026-11-21)
 */
const directories: Readonly<Record<string, readonly RegExp[]>> = {
  postgres: [
    /^\/var\/lib\/postgresql\/data(?=\/|$)/,
    /^\/var\/lib\/postgresql\/\d+\/(?:main|docker)(?=\/|$)/,
    /^\/var\/lib\/pgsql\/(?:\d+\/)?data(?=\/|$)/,
  ],
  mysql: [/^\/var\/lib\/mysql(?=\/|$)/],
  mongodb: [/^\/data\/db(?=\/|$)/, /^\/var\/lib\/mongo(?:db)?(?=\/|$)/],
  redis: [/^\/data(?=\/|$)/, /^\/var\/lib\/redis(?=\/|$)/],
  clickhouse: [/^\/var\/lib\/clickhouse(?=\/|$)/],
  influxdb: [/^\/var\/lib\/influxdb2?(?=\/|$)/],
  etcd: [/^\/etcd-data(?=\/|$)/, /^\/var\/lib\/etcd(?=\/|$)/],
};

/** The data directory of this kind of database that a path lies in, `null` for any other path. */
export function dataDirectoryOf(scheme: string, path: string): string | null {
  const patterns = Object.hasOwn(directories, scheme) ? (directories[scheme] ?? []) : [];
  for (const pattern of patterns) {
    const found = pattern.exec(path.replace(/\/{2,}/g, '/'));
    if (found !== null) return found[0];
  }
  return null;
}

/** A folder of this name below one that is called after a server: `/var/opt/shop/postgresql/data`. */
const byName =
  /^\/(?:[^/]+\/){1,6}(postgres(?:ql)?|pgsql|mysql|mariadb|mongo(?:db)?|clickhouse|influxdb2?|etcd)(?:\/[\d.]+)?\/(?:data|main|db)$/;

/** The server whose whole data directory a path is, with `/*` after it or without; `null` for a path inside one and for any other. */
export function serverDirectory(
  path: string,
): { readonly scheme: string; readonly path: string } | null {
  const whole = path.replace(/\/{2,}/g, '/').replace(/\/(?:[.*]+|\{[.*,\][!]+\})?$/, '');
  for (const scheme of Object.keys(directories)) {
    // The official image of Redis keeps its files in /data, and so does everybody else.
    if (whole === '/data' || dataDirectoryOf(scheme, whole) !== whole) continue;
    return { scheme, path: whole };
  }
  const name = byName.exec(whole)?.[1];
  if (name === undefined || /^\/(?:Users|home|tmp|build|workspace)\//.test(whole)) return null;
  const scheme = connectionScheme(name)?.scheme ?? name;
  return { scheme, path: whole };
}

/**
 * A database as the folder in which its server keeps its files. An absolute folder is what a command that empties it calls the store, on whichever host
 * it runs.
 */
export function directoryStore(
  key: EntityKey,
  { scheme, path }: { readonly scheme: string; readonly path: string },
  /** Behind the folder in its name: ` on db1.example.org`. */
  where: string,
  at: SourceRange,
  collector: string,
): DataStore {
  return {
    kind: 'DataStore',
    key,
    aliases: [],
    name: `${connectionScheme(scheme)?.title ?? scheme} data in ${path}${where}`,
    at,
    collector,
    implied: false,
    confidence: 'medium',
    provider: null,
    product: scheme,
    holds: 'database',
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
    ...(path.startsWith('/') ? { calledBy: [path] } : {}),
  };
}
