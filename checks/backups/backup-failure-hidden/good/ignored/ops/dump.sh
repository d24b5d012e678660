#!/bin/bash
# started by cron at 02:00
set -euo pipefail
pg_dump -U ferries ferries_production | gzip | aws s3 cp - "s3://ferries-dumps/$(date +%F).sql.gz"
