#!/bin/sh
set -eu

heroku create harbour-staging --remote staging
heroku addons:attach harbour-production::DATABASE --app harbour-staging
heroku config:set RAILS_ENV=staging --app harbour-staging
