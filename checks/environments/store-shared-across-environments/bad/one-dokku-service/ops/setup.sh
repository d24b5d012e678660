#!/usr/bin/env bash
set -euo pipefail

dokku apps:create harbour
dokku apps:create harbour-staging

dokku postgres:create harbour
dokku postgres:link harbour harbour
dokku postgres:link harbour harbour-staging
