#!/usr/bin/env bash
set -euo pipefail
terraform -chdir="$1" plan -input=false -out=reviewed.tfplan
./scripts/refuse-deletions.sh "$1/reviewed.tfplan"
terraform -chdir="$1" apply -input=false reviewed.tfplan
