#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")"

aws iam create-user --user-name release-agent
aws iam put-user-policy --user-name release-agent --policy-name release \
  --policy-document file://release-policy.json
aws iam create-access-key --user-name release-agent
