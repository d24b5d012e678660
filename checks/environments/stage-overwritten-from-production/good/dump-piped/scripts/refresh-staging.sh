#!/usr/bin/env bash
set -euo pipefail
pg_dump --schema-only --format=custom "$PROD_DATABASE_URL" \
  | pg_restore --clean --if-exists --no-owner --dbname="$STAGING_DATABASE_URL"
psql "$STAGING_DATABASE_URL" -f seeds/invented-sailings.sql
