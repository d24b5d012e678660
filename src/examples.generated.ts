// Written by scripts/generate.ts; do not edit.
import type { CheckInfo } from './report/result.ts';

/** Cases that a check is explained with, by check id. */
export const examples: Readonly<Record<string, NonNullable<CheckInfo['examples']>>> = {
  "token-over-scoped": {
    "bad": [
      {
        "file": "scripts/domains/.railway.env",
        "text": "# made with `railway login` so that domains:add works from any laptop\nRAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": "scripts/domains/.railway.env",
        "text": "# project token of the edge environment, so that domains:add works from any laptop\nRAILWAY_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "store-shared-across-environments": {
    "bad": [
      {
        "file": ".env.production",
        "text": "DATABASE_URL=postgresql://postgres:{{fake:password:database}}@postgres.railway.internal:5432/railway\n"
      },
      {
        "file": ".env.staging",
        "text": "DATABASE_URL=postgresql://postgres:{{fake:password:database}}@postgres.railway.internal:5432/railway\n"
      }
    ],
    "good": [
      {
        "file": ".env.production",
        "text": "DATABASE_URL=postgresql://postgres:{{fake:password:database}}@postgres.railway.internal:5432/railway\n"
      },
      {
        "file": ".env.staging",
        "text": "DATABASE_URL=postgresql://postgres:{{fake:password:staging}}@postgres.railway.internal:5432/railway\n"
      }
    ]
  },
  "backup-in-same-failure-domain": {
    "bad": [
      {
        "file": ".env.production",
        "text": "RAILWAY_VOLUME_ID={{fake:uuid:volume}}\nDATABASE_URL=postgresql://postgres:{{fake:password:database}}@postgres.railway.internal:5432/railway\n"
      },
      {
        "file": "scripts/backup.sh",
        "text": "#!/usr/bin/env bash\nset -euo pipefail\ndest=\"$RAILWAY_VOLUME_MOUNT_PATH/backups\"\nmkdir -p \"$dest\"\npg_dump \"$DATABASE_URL\" | gzip > \"$dest/ferries-$(date +%F).sql.gz\"\n"
      }
    ],
    "good": [
      {
        "file": ".env.production",
        "text": "RAILWAY_VOLUME_ID={{fake:uuid:volume}}\nDATABASE_URL=postgresql://postgres:{{fake:password:database}}@postgres.railway.internal:5432/railway\n"
      },
      {
        "file": "scripts/backup.sh",
        "text": "#!/usr/bin/env bash\nset -euo pipefail\ndest=\"s3://ferries-backup-locked\"\npg_dump \"$DATABASE_URL\" | gzip | aws s3 cp - \"$dest/ferries-$(date +%F).sql.gz\"\n"
      }
    ]
  },
  "agent-setting-without-effect": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"defaultMode\": \"askAlways\"\n  }\n}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"defaultMode\": \"dontAsk\"\n  }\n}\n"
      }
    ]
  },
  "destructive-call-unguarded": {
    "bad": [
      {
        "file": "src/railway.ts",
        "text": "const ENDPOINT = 'https://backboard.railway.com/graphql/v2';\n\nexport async function dropVolume(volumeId: string): Promise<void> {\n  await fetch(ENDPOINT, {\n    method: 'POST',\n    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}` },\n    body: JSON.stringify({\n      query: 'mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }',\n      variables: { volumeId },\n    }),\n  });\n}\n"
      }
    ],
    "good": [
      {
        "file": "src/railway.ts",
        "text": "const ENDPOINT = 'https://backboard.railway.com/graphql/v2';\n\nexport async function dropVolume(volumeId: string): Promise<void> {\n  if (process.env.RAILWAY_ENVIRONMENT_NAME === 'production') {\n    throw new Error('volumes of production are deleted by two people in the dashboard');\n  }\n  await fetch(ENDPOINT, {\n    method: 'POST',\n    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}` },\n    body: JSON.stringify({\n      query: 'mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }',\n      variables: { volumeId },\n    }),\n  });\n}\n"
      }
    ]
  },
  "destructive-command-allowed": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(npm test)\", \"Bash(railway *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(npm test)\", \"Bash(railway *)\"],\n    \"ask\": [\"Bash(railway *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "agent-unsandboxed": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(node *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(node *)\"]\n  },\n  \"sandbox\": {\n    \"enabled\": true,\n    \"allowUnsandboxedCommands\": false\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "blast-radius": {
    "bad": [
      {
        "file": ".env.production",
        "text": "# default: no agent is configured, so whoever works here is the actor, one severity lower\nRAILWAY_VOLUME_ID={{fake:uuid:volume}}\nRAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".env.production",
        "text": "RAILWAY_VOLUME_ID={{fake:uuid:volume}}\nRAILWAY_API_TOKEN=op://ferries/railway/token\n"
      }
    ]
  }
};
