#!/usr/bin/env bash
set -e
db=postgres://harbour@db.ferries.example:5432/timetable_production

psql "$db" -c 'DROP SCHEMA tides CASCADE'
psql "$db" -c 'DROP SCHEMA berths CASCADE'
psql "$db" -c 'TRUNCATE sailings'
railway volume delete --volume tides --yes
railway environment delete staging --yes
railway volume delete --volume berths --yes
