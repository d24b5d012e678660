#!/usr/bin/env bash
set -euo pipefail
dest="s3://ferries-backup-locked"
pg_dump "$DATABASE_URL" | gzip | aws s3 cp - "$dest/ferries-$(date +%F).sql.gz"
