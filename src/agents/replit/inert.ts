import { at, type DataDocument, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';

const keys = ['permissions', 'allow', 'deny', 'requireApproval', 'readOnly'] as const;

/** Settings that look like a control of the agent; no file of a workspace has one. */
export function inertFacts(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const [root] = document.roots;
  return [root, at(root, 'agent')].flatMap((table) =>
    keys.flatMap((name) => {
      const found = entry(table, name);
      if (found === undefined) return [];
      return [
        write.inert(agent, name, found.keyAt, {
          because: 'no setting of .replit limits what the agent of Replit may do',
          remedy: 'Remove it, and keep production credentials out of the workspace.',
          looksProtective: name !== 'allow',
        }),
      ];
    }),
  );
}
