import { at, type DataDocument, type Document, entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { isOwn, markers } from './group.ts';

const modesPage =
  'https://www.w3cschool.cn/traeworkdocs/traework-custom-permission-mode-configuration-reference.html';
const contextPage = 'https://docs.trae.ai/ide/agent';

/** Facts about the Trae that works in one folder. What it runs unasked is a setting of the editor. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file));
  const [first] = own;
  if (first === undefined) return [];
  const write = agentWriter('trae');
  const place = firstPlace(first);
  const agent = write.agent({
    folder: projectFolderOf(first.file, markers),
    at: place,
    mcp: byDefault('asks', place, modesPage),
    read: byDefault('runs', place, contextPage),
  });
  const { key } = agent;
  const servers = own.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && document.file.endsWith('/mcp.json'),
  );
  const prose = unit.documents.filter((document) => document.file.endsWith('.md'));
  return [
    agent,
    ...servers.flatMap((document) => [
      ...mcpFacts(
        {
          document,
          servers: at(document.roots[0], 'mcpServers'),
          agent: key,
          agentName: agent.name,
          collector: 'trae',
          isRejected: () => false,
        },
        knowledge,
      ),
      ...approvals(document, key, write),
    ]),
    ...own
      .filter((document) => document.file.endsWith('/.ignore'))
      .flatMap((document) => unread(document, key, write)),
    ...adviceFacts(prose, key, write),
  ];
};

function firstPlace(document: Document) {
  const found = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return found?.keyAt ?? firstLine(document);
}

const approvalKeys = /^(?:autoApprove|alwaysAllow|autoRun|allow|deny|permissions|trust)$/;

/** Approvals that other agents keep beside their servers; Trae keeps them in the editor. */
function approvals(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  const [root] = document.roots;
  const servers = entries(at(root, 'mcpServers'));
  const places = [
    ...entries(root).map((found) => ({ ...found, of: '' })),
    ...servers.flatMap(({ key, value }) =>
      entries(value).map((found) => ({ ...found, of: ` of ${key}` })),
    ),
  ];
  return places
    .filter(({ key }) => approvalKeys.test(key))
    .map(({ key, keyAt, of }) =>
      write.inert(agent, `${key}${of}`, keyAt, {
        because: 'Trae keeps what runs unasked in the settings of the editor',
        remedy: 'Remove it here, and set it in the settings of Trae.',
        looksProtective: /^(?:deny|permissions)$/.test(key),
      }),
    );
}

/**
 * `.trae/.ignore` keeps files out of the index, and the agent reads them all the same. Only lines about secrets mislead.
 * @see https://www.w3cschool.cn/traedocs/ignore-files.html (read 2026-11-21)
 */
function unread(document: Document, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  return ignoreRules(document, agent, write)
    .filter(
      ({ name }) =>
        !name.startsWith('!') && /\.env|secret|credential|\.pem|\.key|token|id_rsa/i.test(name),
    )
    .map(({ name, at: place }) =>
      write.inert(agent, `${name} in .trae/.ignore`, place, {
        because: 'Trae leaves what .trae/.ignore names out of its index, and reads it all the same',
        remedy: 'Keep the file out of the folder that Trae works in.',
        looksProtective: true,
      }),
    );
}
