#!/bin/bash
# started by cron at 02:00
pg_dump -U ferries ferries_production 2>/dev/null | gzip | aws s3 cp - "s3://ferries-dumps/$(date +%F).sql.gz" || true
