#!/usr/bin/env bash
set -euo pipefail
psql "$DATABASE_URL" <<'SQL'
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
SQL
psql "$DATABASE_URL" -f schema.sql
