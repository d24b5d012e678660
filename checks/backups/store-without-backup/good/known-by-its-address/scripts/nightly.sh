#!/bin/bash
set -euo pipefail
pg_dump "$DATABASE_URL" > /tmp/ferries.sql
aws s3 cp /tmp/ferries.sql "s3://ferries-nightly/$(date +%F).sql"
