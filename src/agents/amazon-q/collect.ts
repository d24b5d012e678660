import { at, type DataDocument, type Document, entries } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import {
  agentFileFacts,
  isAgentFile,
  onceEach,
  withoutShadowed,
} from '../../recognize/agent/agent-file.ts';
import type { AgentFileDialect } from '../../recognize/agent/agent-file-dialect.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';

const write = agentWriter('amazon-q');
const builtInTools =
  'https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md';

const dialect: AgentFileDialect = {
  write,
  product: 'amazon-q',
  collector: 'amazon-q',
  title: 'Amazon Q',
  defaults: builtInTools,
  allowsStar: false,
  hookFault: null,
  sharedServers: ['useLegacyMcpJson', 'includeMcpJson'],
};

/**
 * Facts about the Amazon Q CLI that works in one folder: one agent for each agent file, and the default one where there is none.
 * @see https://github.com/aws/amazon-q-developer-cli/blob/main/docs/agent-format.md (read 2026-11-21)
 */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => baseName(document.file) !== 'AGENTS.md');
  const [first] = own;
  if (first === undefined) return [];
  const local = own.find((document) => !isHome(document.file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.amazonq']);
  const data = own.filter((document): document is DataDocument => document.shape === 'data');
  const shared = data.filter(({ file }) => baseName(file) === 'mcp.json');
  const scripts = own.filter(({ file }) => /\/\.amazonq\/hooks\/|^\.amazonq\/hooks\//.test(file));
  const agents = withoutShadowed(
    data.filter(
      (document) => /\/(?:cli-)?agents\/.*\.json$/.test(document.file) && isAgentFile(document),
    ),
  );
  const facts: readonly Fact[] =
    agents.length === 0
      ? defaultAgent(first, folder, shared, knowledge)
      : agents.flatMap((document) =>
          agentFileFacts(document, folder, { scripts, shared }, dialect, knowledge),
        );
  const prose = unit.documents.filter(({ file }) => file.endsWith('.md'));
  const keys = facts.flatMap((fact) => (fact.kind === 'Agent' ? [fact.key] : []));
  return onceEach([...facts, ...keys.flatMap((key) => adviceFacts(prose, key, write))]);
};

/** Reading is trusted; commands, edits and AWS calls ask. It takes over the servers of `mcp.json`. */
function defaultAgent(
  first: Document,
  folder: string,
  shared: readonly DataDocument[],
  knowledge: Knowledge,
): readonly Fact[] {
  const key = agentKey('amazon-q', folder);
  const root = first.shape === 'data' ? first.roots[0] : undefined;
  const place = entries(root)[0]?.keyAt ?? firstLine(first);
  const agent: Agent = write.agent({
    folder,
    at: place,
    shell: byDefault('asks', place, builtInTools),
    mcp: byDefault('asks', place, builtInTools),
    read: byDefault('runs', place, builtInTools),
    sandbox: byDefault('off', place, builtInTools),
    network: byDefault('open', place, builtInTools),
  });
  const config = { agent: key, agentName: 'amazon-q', collector: 'amazon-q' } as const;
  return [
    agent,
    ...shared.flatMap((document) => {
      const servers = at(document.roots[0], 'mcpServers');
      return mcpFacts({ ...config, document, servers, isRejected: () => false }, knowledge);
    }),
  ];
}
