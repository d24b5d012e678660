#!/usr/bin/env bash
set -euo pipefail
if [[ "$APP_ENV" == production ]]; then echo "not in production" >&2; exit 1; fi
psql "$DATABASE_URL" <<'SQL'
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
SQL
psql "$DATABASE_URL" -f schema.sql
