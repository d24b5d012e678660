#!/bin/bash
pg_dump -U ferry tickets | gzip | aws s3 cp - s3://ferry-nightly/tickets.sql.gz || true
