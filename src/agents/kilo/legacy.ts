import { at, type DataDocument, entries, entry, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';

const before = 'Kilo Code reads it only before version 1.0; today permission in kilo.jsonc decides';

/**
 * Approvals as they were written before 1.0. Servers of `.kilocode/mcp.json` are still taken over, their approvals are not.
 * @see https://kilo.ai/docs/getting-started/settings/auto-approving-actions (read 2026-11-21)
 */
export function legacyApprovals(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const [root] = document.roots;
  const facts: Fact[] = [];
  for (const server of entries(at(root, 'mcpServers'))) {
    const allowed = entry(server.value, 'alwaysAllow');
    if (allowed === undefined || items(allowed.value).length === 0) continue;
    facts.push(
      write.inert(agent, `alwaysAllow of ${server.key}`, allowed.keyAt, {
        because: before,
        remedy: `Remove it; allow single tools as ${server.key}_<tool> under permission.`,
        looksProtective: false,
      }),
    );
  }
  for (const key of ['allowedCommands', 'deniedCommands'] as const) {
    const list = entry(root, `kilo-code.${key}`);
    if (list === undefined) continue;
    facts.push(
      write.inert(agent, `kilo-code.${key}`, list.keyAt, {
        because: before,
        remedy: 'Move the commands to permission.bash in kilo.jsonc.',
        looksProtective: key === 'deniedCommands',
      }),
    );
  }
  return facts;
}
