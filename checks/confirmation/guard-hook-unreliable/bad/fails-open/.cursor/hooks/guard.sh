#!/usr/bin/env bash
# Refuses what destroys infrastructure.
if grep -Eq 'railway (volume|environment) delete|terraform destroy'; then
  echo 'destructive command refused' >&2
  exit 2
fi
