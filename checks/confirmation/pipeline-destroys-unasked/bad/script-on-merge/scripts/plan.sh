#!/usr/bin/env bash
set -euo pipefail
terraform -chdir="$1" plan -input=false
