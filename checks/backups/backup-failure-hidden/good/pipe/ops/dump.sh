#!/usr/bin/env bash
set -eo pipefail
mysqldump --single-transaction -h "$DB_HOST" ferries | gzip > "/srv/dumps/ferries-$(date +%F).sql.gz"
find /srv/dumps -name '*.gz' -mtime +14 -delete
