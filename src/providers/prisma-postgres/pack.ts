import { definePack } from '../../model/pack.ts';

/** Prisma Postgres: databases that Prisma runs. Apart from the ORM of that name, whose commands reach databases of any platform. */
export const pack = definePack({
  id: 'prisma-postgres',
  title: 'Prisma Postgres',
  hosts: ['db.prisma.io', 'pooled.db.prisma.io'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    tenantInUser: true,
    source: 'https://www.prisma.io/docs/postgres/database/connecting-to-your-database',
    checkedOn: '2026-11-21',
  })),
});
