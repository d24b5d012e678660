#!/bin/sh
set -e
lvcreate --snapshot --size 20G --name timetable-snap /dev/vg0/timetable
mount -o ro /dev/vg0/timetable-snap /mnt/timetable
restic --repo s3:s3.amazonaws.com/ferries-copies backup /mnt/timetable
umount /mnt/timetable
lvremove -f /dev/vg0/timetable-snap
