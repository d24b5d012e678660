#!/usr/bin/env bash
set -e
data=/srv/ferries/postgresql/16/main

[[ "$(hostname -s)" == db-b ]] || { echo "only db-b is a standby" >&2; exit 1; }
sudo systemctl stop postgresql
sudo rm -rf "$data"
sudo -u postgres pg_basebackup -h db-a.ferries.example -D "$data" -R
sudo systemctl start postgresql
