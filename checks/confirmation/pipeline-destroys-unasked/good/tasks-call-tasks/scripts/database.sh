#!/usr/bin/env bash
set -euo pipefail
case "${1:-}" in
  status) npx prisma migrate status ;;
  fresh) npm run db:fresh ;;
esac
