#!/bin/sh
set -e
lvcreate --snapshot --size 20G --name timetable-snap /dev/vg0/timetable
mount -o ro /dev/vg0/timetable-snap /mnt/timetable
rsync -a --delete /mnt/timetable/ stg-db.ferries.example:/var/lib/postgresql/16/main/
umount /mnt/timetable
lvremove -f /dev/vg0/timetable-snap
