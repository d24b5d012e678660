import { expect, it } from 'vitest';
import { isPublicHost } from './public-host.ts';

it.each(['db.ferries.io', 'DB.Ferries.IO', 'a.b-c.d.co.uk', '8.34.208.9', '172.32.0.1'])(
  '%s is reached from anywhere',
  (host) => expect(isPublicHost(host)).toBe(true),
);

it.each([
  ...['', 'db', 'localhost', 'db.local', 'db.internal', 'x.svc', 'db.test', 'user-db.example.com'],
  ...['10.1.2.3', '172.16.0.1', '192.168.1.1', '127.0.0.1', '203.0.113.9', '1.2.3.4', '8.8.8.8'],
  ...['300.1.1.1', '1.2.3', 'db..io', 'db.{region}.io', 'host.com'],
])('%s is not', (host) => expect(isPublicHost(host)).toBe(false));

it('ends on long names', () => expect(isPublicHost(`${'a-.'.repeat(50_000)}!`)).toBe(false));
