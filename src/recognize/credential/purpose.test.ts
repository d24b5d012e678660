import { describe, expect, it } from 'vitest';
import { purposeOf } from './purpose.ts';

describe('purposeOf', () => {
  it.each([
    ['token made so that domains:add works from any laptop', 'TOKEN', '.env', 'domains'],
    [null, 'TOKEN', 'scripts/domains/.railway.env', 'domains'],
    [null, 'DNS_TOKEN', '.env', 'domains'],
    ['read only, for dashboards', 'TOKEN', '.env', 'reading'],
    [null, 'READ_ONLY_TOKEN', '.env', 'reading'],
    ['used by the deploy job', 'TOKEN', 'scripts/domains/.env', 'deploys'],
    [null, 'METRICS_TOKEN', '.env', 'metrics'],
    [null, 'WEBHOOK_TOKEN', '.env', 'webhooks'],
    [null, 'TOKEN', 'ops/backup/.env', 'backups'],
  ] as const)('%s, %s, %s: %s', (comment, name, file, purpose) => {
    expect(purposeOf({ comment, name, file })).toBe(purpose);
  });

  it.each([
    [null, 'RAILWAY_API_TOKEN', '.env'],
    ['the main token', 'TOKEN', 'src/domain/.env'],
    [null, 'TOKEN', 'login/app.env'],
  ] as const)('%s, %s, %s states none', (comment, name, file) => {
    expect(purposeOf({ comment, name, file })).toBeNull();
  });
});
