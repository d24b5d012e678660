import type { DataDocument } from '../../model/document.ts';
import { at, entries } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { type Layer, settingsOf } from './settings.ts';

const known =
  /^(?:allowedCommands|deniedCommands|commandExecutionTimeout|commandTimeoutAllowlist|autoImportSettingsPath|preventCompletionWithOpenTodos|vsCodeLmModelSelector|customStoragePath|enableCodeActions|maximumIndexedFilesForFileSearch|useAgentRules|apiRequestTimeout|newTaskRequireTodos|codeIndex\..*|debug|debugProxy\..*)$/;
/** Toggles of the extension's own state. */
const toggles = /^(?:autoApprovalEnabled|alwaysA(?:llow|pprove)\w*|yolo\w*)$/;

/**
 * Settings without effect: toggles that live in the extension's state, and names it does not have.
 * @see https://docs.roocode.com/features/auto-approving-actions (read 2026-11-21)
 */
export function inertSettings(
  layers: readonly Layer[],
  prefix: string,
  agent: Agent,
  write: AgentWriter,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { entry } of settingsOf(layers, prefix)) {
    const name = entry.key.slice(prefix.length);
    if (known.test(name)) continue;
    const isOff = entry.value.type === 'scalar' && entry.value.value === false;
    const isToggle = toggles.test(name);
    if (!isToggle && !/allow|den[yi]|block|approv|command/i.test(name)) continue;
    facts.push(
      write.inert(agent.key, entry.key, entry.keyAt, {
        because: isToggle
          ? 'the extension keeps this switch in its own state and reads no file for it'
          : 'the extension has no such setting',
        remedy: `Remove it, or use ${prefix}deniedCommands.`,
        looksProtective: isToggle ? isOff : /den[yi]|block/i.test(name),
      }),
    );
  }
  if (prefix !== 'roo-cline.') return facts;
  for (const { entry } of settingsOf(layers, 'roo-code.')) {
    facts.push(
      write.inert(agent.key, entry.key, entry.keyAt, {
        because: "Roo Code's settings start with roo-cline",
        remedy: `Write roo-cline.${entry.key.slice('roo-code.'.length)}.`,
        looksProtective: /den[yi]|block/i.test(entry.key),
      }),
    );
  }
  return facts;
}

/** `autoApprove` is Cline's name for what Roo calls `alwaysAllow`. */
export function inertApprovals(
  mcp: DataDocument,
  agent: Agent,
  write: AgentWriter,
): readonly Fact[] {
  return entries(at(mcp.roots[0], 'mcpServers')).flatMap((server) => {
    const found = entries(server.value).find(({ key }) => key === 'autoApprove');
    if (found === undefined) return [];
    return [
      write.inert(agent.key, `autoApprove of ${server.key}`, found.keyAt, {
        because: 'Roo Code reads approved tools from alwaysAllow',
        remedy: 'Remove it.',
        looksProtective: false,
      }),
    ];
  });
}
