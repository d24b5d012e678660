#!/bin/sh
# default: BACKUP_ROOT is set nowhere, so the dumps land in the server's own data directory
pg_dump "$DATABASE_URL" > "${BACKUP_ROOT:-/var/lib/postgresql/data}/dumps/ferries.sql"
