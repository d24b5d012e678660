import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { folderOfUnit, uniqueFacts } from '../../recognize/agent/agent-unit.ts';
import { mcpEntry } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { type CommandList, commandRules, defaultRules } from './command-lists.ts';
import { markers } from './group.ts';
import { inertApprovals, inertSettings } from './inert.ts';
import { importedSettings, layersOf, settingsOf } from './settings.ts';

const page = 'https://docs.roocode.com/features/auto-approving-actions';
const own = /(?:^|\/)(?:\.roo\/|\.roomodes$|\.roorules)/;

interface Product {
  readonly id: 'roo' | 'zoo';
  readonly prefix: string;
  readonly ruleOrder: Agent['ruleOrder'];
}

/**
 * In Roo Code the longest prefix decides, and a denial where two are equal; in Zoo Code a denial always wins.
 * @see https://docs.roocode.com/features/auto-approving-actions (read 2026-11-21)
 */
const roo: Product = { id: 'roo', prefix: 'roo-cline.', ruleOrder: 'longest-prefix' };
const zoo: Product = { id: 'zoo', prefix: 'zoo-code.', ruleOrder: 'deny-first' };

/** Facts about the Roo Code, the Zoo Code or both that work in one folder. */
export const collect: Collect = ({ documents }, knowledge) => {
  const layers = layersOf(documents);
  const hasFiles = documents.some(({ file }) => own.test(file));
  const isZoo = settingsOf(layers, zoo.prefix).length > 0;
  const isRoo =
    settingsOf(layers, roo.prefix).length > 0 || settingsOf(layers, 'roo-code.').length > 0;
  const products = [...(isRoo || (hasFiles && !isZoo) ? [roo] : []), ...(isZoo ? [zoo] : [])];
  return uniqueFacts(products.flatMap((product) => productFacts(product, documents, knowledge)));
};

function productFacts(
  product: Product,
  documents: readonly Document[],
  knowledge: Knowledge,
): readonly Fact[] {
  const write = agentWriter(product.id, 'roo');
  const layers = layersOf(documents);
  const settings = settingsOf(layers, product.prefix);
  const imported = importedSettings(documents, layers, product.prefix);
  const lists = listsOf(product, documents);
  const place = placeOf(settings[0]?.entry.keyAt, documents);
  if (place === undefined) return [];
  const agent = write.agent({
    folder: folderOfUnit(documents, markers),
    at: place,
    ruleOrder: product.ruleOrder,
    // With or without the user's switches, a command that no list names is asked about.
    shell: byDefault('asks', place, page),
    mcp: byDefault('asks', place, page),
    read: readsOf(imported?.settings, place),
    habits: {
      ...noHabits,
      // The ignore file is also held against commands that print files.
      opensFiles: ['cat', 'less', 'more', 'head', 'tail', 'grep', 'awk', 'sed'],
      redirectsAreEdits: true,
    },
  });
  const isListed = lists.some(({ effect }) => effect === 'allow');
  const mcp = documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && /(?:^|\/)\.roo\/mcp\.json$/.test(document.file),
  );
  return [
    agent,
    ...commandRules(lists, agent, write, knowledge),
    ...(isListed ? [] : defaultRules(agent, write, place)),
    ...imports(product, documents, agent),
    ...inertSettings(layers, product.prefix, agent, write),
    ...mcp.flatMap((document) => serverFacts(document, agent, product, knowledge)),
    ...documents
      .filter(({ file }) => file.endsWith('.rooignore'))
      .flatMap((document) => ignoreRules(document, agent.key, write)),
    ...adviceFacts(
      documents.filter(({ file }) => /\.md$|\.roorules/.test(file)),
      agent.key,
      write,
    ),
  ];
}

function listsOf(product: Product, documents: readonly Document[]): readonly CommandList[] {
  const layers = layersOf(documents);
  const imported = importedSettings(documents, layers, product.prefix);
  const found: CommandList[] = [];
  for (const effect of ['deny', 'allow'] as const) {
    const name = effect === 'deny' ? 'deniedCommands' : 'allowedCommands';
    for (const { settings, document } of layers) {
      const list = entry(settings, `${product.prefix}${name}`)?.value;
      if (list !== undefined) found.push({ effect, list, document });
    }
    const list = at(imported?.settings, name);
    if (imported !== undefined && list !== undefined) {
      found.push({ effect, list, document: imported.document });
    }
  }
  return found;
}

function readsOf(imported: DataNode | undefined, place: SourceRange): Agent['read'] {
  const reads = at(imported, 'alwaysAllowReadOnly');
  const isOn = isTrue(at(imported, 'autoApprovalEnabled')) && isTrue(reads);
  const value: Value<'runs'> | undefined =
    isOn && reads !== undefined ? written('runs', reads.at) : undefined;
  return value ?? unknown('external', place);
}

/** A file of the tree that has settings imported can switch on every approval there is. */
function imports(product: Product, documents: readonly Document[], agent: Agent): readonly Fact[] {
  const write = agentWriter(product.id, 'roo');
  const key = `${product.prefix}autoImportSettingsPath`;
  return layersOf(documents).flatMap((layer) => {
    const found = entry(layer.settings, key);
    if (found === undefined || layer.isUser) return [];
    if (found.value.type === 'scalar' && found.value.text === '') return [];
    const what = {
      control: 'approval',
      because: 'whoever opens the folder takes over settings that can approve everything',
      remedy: `Remove ${key}, and let everyone import settings by hand.`,
    } as const;
    return [write.weakness(agent.key, key, found.keyAt, what)];
  });
}

/** Servers, and their tools that are approved for good once the user approves MCP tools at all. */
function serverFacts(
  document: DataDocument,
  agent: Agent,
  product: Product,
  knowledge: Knowledge,
): readonly Fact[] {
  const write = agentWriter(product.id, 'roo');
  const servers = at(document.roots[0], 'mcpServers');
  const config = { document, servers, agent: agent.key, agentName: agent.name, collector: 'roo' };
  const rules = entries(servers).flatMap((server) => {
    if (mcpEntry(server.value)?.isOff !== false) return [];
    return items(at(server.value, 'alwaysAllow')).flatMap((tool, order) => {
      if (tool.type !== 'scalar') return [];
      const text = `${server.key}:${tool.text}`;
      const pattern =
        tool.text === '*' ? ({ type: 'glob', text } as const) : ({ type: 'exact', text } as const);
      const rule = { agent: agent.key, effect: 'allow', tool: 'mcp', pattern, order } as const;
      const name = `alwaysAllow of ${text}`;
      return [write.rule({ ...rule, at: tool.at, name, confidence: 'medium' })];
    });
  });
  return [
    ...mcpFacts({ ...config, isRejected: () => false }, knowledge),
    ...rules,
    ...inertApprovals(document, agent, write),
  ];
}

function placeOf(
  setting: SourceRange | undefined,
  documents: readonly Document[],
): SourceRange | undefined {
  const first = documents.find(({ file }) => own.test(file)) ?? documents[0];
  return setting ?? (first === undefined ? undefined : firstLine(first));
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}
