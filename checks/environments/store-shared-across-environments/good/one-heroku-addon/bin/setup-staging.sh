#!/bin/sh
set -eu

heroku create harbour-staging --remote staging
heroku addons:create heroku-postgresql:essential-0 --app harbour-staging
# A worker of the same stage reads the same database.
heroku addons:attach harbour-staging::DATABASE --app harbour-worker-staging
# The reports have a login that only reads.
heroku addons:attach harbour-production::DATABASE --app harbour-reports-staging --credential reader
