import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
for (const table of ['crossings', 'tickets']) {
  await pool.query(`CREATE TABLE ${table}_backup AS TABLE ${table}`);
}
