import { type DataDocument, type Document, entries } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { approvalFacts, approvalOf, mcpOf, shellOf } from './approval.ts';
import type { Confinement } from './confinement.ts';
import { environmentFacts } from './environment.ts';
import { projectFolder } from './group.ts';
import { habits } from './habits.ts';
import { hookFacts } from './hooks.ts';
import { ignoredSettings, managedFiles } from './inert.ts';
import { layersOf } from './layers.ts';
import { appFacts, serverFacts } from './mcp.ts';
import { profileFacts } from './profile.ts';
import { commandRules, workspaceRules } from './rules.ts';
import { confinementOf, sandboxFacts } from './sandbox.ts';
import { write } from './writer.ts';

const page = 'https://developers.openai.com/codex/agent-approvals-security';

/** Facts about the Codex that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents;
  const own = documents.filter((document) => /(?:^|\/)\.codex\//.test(document.file));
  const [first] = [...own].sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
  if (first === undefined) return [];
  const folder = isHome(first.file) ? '' : projectFolder(first.file);
  const agent = agentKey('codex', folder);
  const layers = layersOf(documents);
  const place = telling(layers, first);
  const approval = approvalOf(layers);
  const rules = commandRules(
    documents.filter((document) => document.file.endsWith('.rules')),
    approval,
    agent,
    knowledge,
  );
  const confinement = escaped(confinementOf(layers, place), rules.wayOut);
  const data = documents.filter((document): document is DataDocument => document.shape === 'data');
  const named = (name: string) => data.filter((document) => baseName(document.file) === name);
  const facts: readonly Fact[] = [
    write.agent({
      folder,
      at: place,
      ruleOrder: 'strictest',
      shell: shellOf(approval, confinement, place),
      mcp: mcpOf(approval, confinement, place),
      read: byDefault('runs', place, page),
      habits,
      sandbox: confinement.sandbox,
      network: confinement.network,
    }),
    ...rules.facts,
    ...workspaceRules(confinement, approval, agent, place),
    ...approvalFacts(approval, layers, agent),
    ...sandboxFacts(layers, agent),
    ...profileFacts(layers, agent, folder),
    ...serverFacts(layers, agent, knowledge),
    ...appFacts(layers, agent),
    ...hookFacts(named('hooks.json'), layers, documents.filter(isScript), agent),
    ...environmentFacts(layers, agent, knowledge),
    ...transcripts(layers, agent),
    ...ignoredSettings(layers, agent),
    ...managedFiles([...named('requirements.toml'), ...named('managed_config.toml')], agent),
    ...adviceFacts(documents.filter(isProse), agent, write),
  ];
  return facts;
};

function isScript(document: Document): boolean {
  return /(?:^|\/)\.codex\/hooks\//.test(document.file);
}

function isProse(document: Document): boolean {
  return /^AGENTS(?:\.override)?\.md$/.test(baseName(document.file));
}

/** Where a reader should look first: the sandbox, else the approvals, else the first setting. */
function telling(layers: readonly Layer[], first: Document): SourceRange {
  for (const key of ['sandbox_mode', 'default_permissions', 'approval_policy']) {
    const found = setting(layers, key);
    if (found !== undefined) return found.node.at;
  }
  const [layer] = layers;
  const start = layer === undefined ? undefined : entries(layer.root)[0];
  return start?.keyAt ?? firstLine(first);
}

/** A rule that allows a command lets it out of the sandbox. */
function escaped(confinement: Confinement, wayOut: SourceRange | null): Confinement {
  const { sandbox } = confinement;
  const isOn = sandbox.state !== 'unknown' && sandbox.value === 'on';
  if (wayOut === null || !isOn) return confinement;
  return { ...confinement, sandbox: written<'on' | 'escapable' | 'off'>('escapable', wayOut) };
}

/**
 * The history of what was asked; files of sessions are kept beside it, for how long nobody documents.
 * @see https://developers.openai.com/codex/config-reference (read 2026-11-21)
 */
function transcripts(layers: readonly Layer[], agent: Agent['key']): readonly Fact[] {
  const persistence = setting(layers, 'history', 'persistence');
  if (persistence === undefined || plain(persistence) !== 'none') return [];
  return [
    write.weakness(agent, 'history.persistence', persistence.node.at, {
      control: 'log',
      because: 'Codex keeps no history of what it was asked',
      remedy: 'Set history.persistence to "save-all".',
    }),
  ];
}
