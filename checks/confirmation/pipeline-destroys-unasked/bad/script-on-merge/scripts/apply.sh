#!/usr/bin/env bash
set -euo pipefail
terraform -chdir="$1" apply -input=false -auto-approve
