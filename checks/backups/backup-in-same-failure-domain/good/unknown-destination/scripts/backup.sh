#!/bin/sh
# unknown: only the machine that runs this knows where it writes
pg_dump "$DATABASE_URL" > "$BACKUP_ROOT/ferries.sql"
