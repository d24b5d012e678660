#!/usr/bin/env bash
pg_dump "$DATABASE_URL" | gzip > seed.sql.gz
