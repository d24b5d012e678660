#!/usr/bin/env bash
set -e
db=postgres://harbour@db.ferries.example:5432/timetable_production

read -r -p "Type the name of the database to rebuild it: " answer
[[ "$answer" == timetable_production ]] || exit 1

psql "$db" -c 'DROP SCHEMA tides CASCADE'
psql "$db" -c 'DROP SCHEMA berths CASCADE'
psql "$db" -c 'TRUNCATE sailings'
railway volume delete --volume tides --yes
railway environment delete staging --yes
railway volume delete --volume berths --yes
