#!/bin/sh
set -eu

heroku maintenance:on --app harbour-staging
heroku pg:copy harbour-anonymized::DATABASE DATABASE --app harbour-staging --confirm harbour-staging
heroku maintenance:off --app harbour-staging
