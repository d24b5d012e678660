import type { Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { hookPower } from '../../recognize/agent/hook-script.ts';

const cancels = /\bcancel\\?["']?\s*[:=]\s*(?:true|True)\b/;

/**
 * Hooks are files called like their event, which the user must have switched on. One that prints `"cancel": true` before a tool runs refuses it.
 * @see https://docs.cline.bot/features/hooks (read 2026-11-21)
 */
export function hookFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return documents.flatMap((document): readonly Fact[] => {
    if (!/(?:^|\/)(?:\.clinerules|\.cline)\/hooks\/[^/]+$/.test(document.file)) return [];
    const event = baseName(document.file).replace(/\.\w+$/, '');
    // The shared reader knows other agents' ways to refuse; what is refused it reads alike.
    const power = hookPower(`${document.text.slice(0, 20_000)}\nexit 2`, []);
    if (!power.guards || !cancels.test(document.text)) return [];
    const name = `${event} hook`;
    const place = firstLine(document);
    if (event === 'PreToolUse') {
      const guard = { name, at: place, strength: 'blocks' } as const;
      return write.guard(agent, guard, `the ${event} hook judges tools before they run`);
    }
    if (event !== 'PostToolUse') return [];
    return [
      write.inert(agent, name, place, {
        because: 'Cline runs it when the tool has already run',
        remedy: 'Call the file PreToolUse.',
        looksProtective: true,
      }),
    ];
  });
}
