import type { DataDocument, Document } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { variableFacts } from './environments.ts';
import { inertFacts } from './inert.ts';
import { agentSign, workflowRules } from './workflows.ts';

/**
 * Facts about one Replit workspace, and about Replit's agent where a file shows that it works there. What the agent asks about, and how it is
 * confined, the platform decides.
 */
export const collect: Collect = (unit, knowledge) => {
  const config = unit.documents.find(
    (document): document is DataDocument =>
      document.shape === 'data' && baseName(document.file) === '.replit',
  );
  const write = agentWriter('replit');
  const agent = agentOf(config, unit.documents, write);
  const prose = unit.documents.filter((document) => document.file.endsWith('.md'));
  const facts: Fact[] = [];
  if (agent !== null) facts.push(agent, ...adviceFacts(prose, agent.key, write));
  if (config === undefined) return facts;
  if (agent !== null) {
    facts.push(...workflowRules(config, agent.key, write, knowledge));
    facts.push(...inertFacts(config, agent.key, write));
  }
  return [...facts, ...variableFacts(config, agent?.key ?? null, knowledge)];
};

function agentOf(
  config: DataDocument | undefined,
  documents: readonly Document[],
  write: AgentWriter,
): Agent | null {
  const sign = config === undefined ? undefined : agentSign(config);
  const prose = documents.find((document) => baseName(document.file) === 'replit.md');
  const place = sign?.at ?? (prose === undefined ? undefined : firstLine(prose));
  return place === undefined ? null : write.agent({ folder: folderOf(place.file), at: place });
}
