import { execFileSync } from 'node:child_process';

execFileSync('pg_dump', ['--dbname', process.env.DATABASE_URL, '--file', '/mnt/offsite/ferries.sql']);
