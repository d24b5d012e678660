const fallback = 'postgresql://ferries:{{fake:password:database}}@db.ferries.io:5432/ferries';
export const url = process.env.DATABASE_URL ?? fallback;
