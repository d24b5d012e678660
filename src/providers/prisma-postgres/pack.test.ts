import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each(['db.prisma.io', 'pooled.db.prisma.io'])('shares %s among its tenants', (host) => {
  expect(knowledge.host(host)).toMatchObject({
    provider: 'prisma-postgres',
    spec: { tenantInUser: true, environmentLocal: false },
  });
});

it.each(['prisma.io', 'mcp.prisma.io', 'mydb.prisma.io'])('runs no database at %s', (host) => {
  expect(knowledge.host(host)).toBeUndefined();
});
