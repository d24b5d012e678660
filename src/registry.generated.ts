// Written by scripts/generate.ts; do not edit.
import type { AnyCheck } from './model/check.ts';
import type { Area } from './model/finding.ts';
import type { Collector, Format, ProviderPack } from './model/plugin.ts';
import { format as formatDockerfile } from './formats/dockerfile/format.ts';
import { format as formatDotenv } from './formats/dotenv/format.ts';
import { format as formatJson } from './formats/json/format.ts';
import { format as formatMarkdown } from './formats/markdown/format.ts';
import { format as formatScript } from './formats/script/format.ts';
import { format as formatShell } from './formats/shell/format.ts';
import { format as formatText } from './formats/text/format.ts';
import { format as formatToml } from './formats/toml/format.ts';
import { format as formatYaml } from './formats/yaml/format.ts';
import { collector as collectorCredentialSweep } from './collectors/credential-sweep/collector.ts';
import { collector as collectorDotenv } from './collectors/dotenv/collector.ts';
import { collector as collectorPackageJson } from './collectors/package-json/collector.ts';
import { collector as collectorScripts } from './collectors/scripts/collector.ts';
import { collector as collectorShellScripts } from './collectors/shell-scripts/collector.ts';
import { collector as agentClaudeCode } from './agents/claude-code/collector.ts';
import { collector as agentCursor } from './agents/cursor/collector.ts';
import { pack as packRailway } from './providers/railway/pack.ts';
import { check as checkTokenOverScoped } from '../checks/credentials/token-over-scoped/check.ts';
import { check as checkStoreSharedAcrossEnvironments } from '../checks/environments/store-shared-across-environments/check.ts';
import { check as checkBackupInSameFailureDomain } from '../checks/backups/backup-in-same-failure-domain/check.ts';
import { check as checkAgentSettingWithoutEffect } from '../checks/confirmation/agent-setting-without-effect/check.ts';
import { check as checkDestructiveCallUnguarded } from '../checks/confirmation/destructive-call-unguarded/check.ts';
import { check as checkDestructiveCommandAllowed } from '../checks/confirmation/destructive-command-allowed/check.ts';
import { check as checkAgentUnsandboxed } from '../checks/sandbox/agent-unsandboxed/check.ts';
import { check as checkBlastRadius } from '../checks/paths/blast-radius/check.ts';

export const formats: readonly Format[] = [formatDockerfile, formatDotenv, formatJson, formatMarkdown, formatScript, formatShell, formatText, formatToml, formatYaml];
export const toolCollectors: readonly Collector[] = [collectorCredentialSweep, collectorDotenv, collectorPackageJson, collectorScripts, collectorShellScripts];
export const agentCollectors: readonly Collector[] = [agentClaudeCode, agentCursor];
export const packs: readonly ProviderPack[] = [packRailway];
export const checks: readonly { readonly area: Area; readonly check: AnyCheck }[] = [
  { area: 'credentials', check: checkTokenOverScoped },
  { area: 'environments', check: checkStoreSharedAcrossEnvironments },
  { area: 'backups', check: checkBackupInSameFailureDomain },
  { area: 'confirmation', check: checkAgentSettingWithoutEffect },
  { area: 'confirmation', check: checkDestructiveCallUnguarded },
  { area: 'confirmation', check: checkDestructiveCommandAllowed },
  { area: 'sandbox', check: checkAgentUnsandboxed },
  { area: 'paths', check: checkBlastRadius },
];
