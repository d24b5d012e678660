#!/bin/bash
set -e
DATADIR=/srv/ferry/postgresql/main
systemctl stop postgresql
rm -rf "$DATADIR"
pg_basebackup -h db1.ferry-line.net -D "$DATADIR" -U replicator -R
systemctl start postgresql
