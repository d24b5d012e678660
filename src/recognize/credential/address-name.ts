/** Variables that hold the address of a database. */
export const addressName =
  /(?:DATABASE|DB|POSTGRES|PG|MYSQL|MONGO(?:DB)?|SQL).*(?:URL|URI|DSN)|CONNECTION_STRING/;
