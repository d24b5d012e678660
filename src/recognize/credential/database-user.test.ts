import { describe, expect, it } from 'vitest';
import { actionsOfUser } from './database-user.ts';

const everything = ['read', 'write', 'delete', 'admin'];

describe('actionsOfUser', () => {
  it.each([
    ['postgres', 'postgres'],
    ['postgres', 'postgres.abcdefghijklmnopqrst'],
    ['postgres', 'neondb_owner'],
    ['postgres', 'doadmin'],
    ['postgres', 'avnadmin'],
    ['postgres', 'tsdbadmin'],
    ['mysql', 'root'],
    ['mysql', 'admin'],
    ['sqlserver', 'sa'],
    ['mongodb', 'atlasAdmin'],
    ['redis', 'default'],
    ['redis', ''],
    ['redis', null],
    ['clickhouse', 'default'],
    ['cockroachdb', 'root'],
  ] as const)('%s user %s owns everything', (scheme, user) => {
    expect(actionsOfUser(scheme, user)).toEqual(everything);
  });

  it.each([
    ['postgres', 'app_readonly'],
    ['postgres', 'grafana_ro'],
    ['postgres', 'reader'],
    ['postgres', 'pg_read_all_data'],
    ['postgres', 'supabase_read_only_user'],
    ['redis', 'default_ro'],
    ['sqlserver', 'db_datareader'],
  ] as const)('%s user %s reads', (scheme, user) => {
    expect(actionsOfUser(scheme, user)).toEqual(['read']);
  });

  it.each([
    ['postgres', 'app'],
    ['postgres', 'default'],
    ['mysql', 'postgres'],
    ['postgres', 'rootless'],
    ['postgres', null],
    ['mysql', ''],
  ] as const)('%s user %s proves nothing', (scheme, user) => {
    expect(actionsOfUser(scheme, user)).toBeNull();
  });
});
