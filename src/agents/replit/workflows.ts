import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import { at, type DataDocument, items, type ScalarNode } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets, sliceScalar } from '../../recognize/credential/inline-secrets.ts';

/** Whether the agent wrote this workflow, which it starts and restarts by itself. */
function isOfAgent(workflow: Parameters<typeof at>[0]): boolean {
  const author = at(workflow, 'author');
  return author?.type === 'scalar' && author.text === 'agent';
}

/** A sign in `.replit` that Replit's agent works here: a workflow of its own, or its table. */
export function agentSign(document: DataDocument): ReturnType<typeof at> {
  const [root] = document.roots;
  const workflow = items(at(root, 'workflows', 'workflow')).find(isOfAgent);
  return workflow === undefined ? at(root, 'agent') : at(workflow, 'author');
}

/**
 * Shell tasks of the agent's workflows as rules that let exactly these commands run.
 * @see https://docs.replit.com/replit-workspace/workflows (read 2026-11-21)
 */
export function workflowRules(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const workflows = items(at(document.roots[0], 'workflows', 'workflow')).filter(isOfAgent);
  const tasks = workflows
    .flatMap((workflow) => items(at(workflow, 'tasks')))
    .flatMap((task) => {
      const kind = at(task, 'task');
      const args = at(task, 'args');
      const isShell = kind?.type === 'scalar' && kind.text === 'shell.exec';
      return isShell && args?.type === 'scalar' ? [args] : [];
    });
  return tasks.flatMap((line, index) => {
    const parts = [line, ...commandsOf(document, line)];
    return parts.flatMap((part, order): readonly Fact[] => {
      const masked = maskSecrets(part, document, 'replit', knowledge);
      const name = masked.text;
      if (order > 0 && name === line.text) return [];
      const pattern = { type: 'exact', text: name } as const;
      const rule = { agent, effect: 'allow', tool: 'shell', pattern, at: part.at, name } as const;
      const facts = order === 0 ? masked.facts : [];
      return [...facts, write.rule({ ...rule, order: index * 1000 + order })];
    });
  });
}

/** The simple commands of a line, each as it stands there. */
function commandsOf(document: DataDocument, line: ScalarNode): readonly ScalarNode[] {
  const { commands } = parseEmbeddedShell(document.file, line);
  return commands.flatMap(({ words }) => {
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const start = decodedOffset(line, first.at.start);
    const end = decodedOffset(line, last.at.end - 1) + 1;
    return start < 0 || end <= start ? [] : [sliceScalar(document.file, line, start, end)];
  });
}

/** Offset in the text of an offset in the file; -1 when it is not in it. */
function decodedOffset(scalar: ScalarNode, source: number): number {
  let found = -1;
  for (const [decoded, from] of scalar.map) if (from <= source) found = decoded + (source - from);
  return found > scalar.text.length ? -1 : found;
}
