#!/usr/bin/env bash
set -euo pipefail
dest="$RAILWAY_VOLUME_MOUNT_PATH/backups"
mkdir -p "$dest"
pg_dump "$DATABASE_URL" | gzip > "$dest/ferries-$(date +%F).sql.gz"
