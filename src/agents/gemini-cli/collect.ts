import { type DataDocument, type Document, entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { settingsFiles } from '../../recognize/agent/settings-files.ts';
import { isOwn, projectFolder } from './group.ts';
import { hookFacts } from './hooks.ts';
import { flatSettings } from './inert.ts';
import { serverFacts } from './mcp.ts';
import { modeOf } from './mode.ts';
import { policyFacts } from './policies.ts';
import { retentionOf, sandboxFacts, sandboxOf, securityFacts } from './sandbox.ts';
import { toolRules } from './tool-rules.ts';
import { write } from './writer.ts';

const page =
  'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md';

/** Facts about the Gemini CLI that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) || isHome(document.file));
  const [first] = [...own].sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
  if (first === undefined) return [];
  const folder = isHome(first.file) ? '' : projectFolder(first.file);
  const agent = agentKey('gemini-cli', folder);
  // @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/configuration.md (read 2026-11-21)
  const layers = settingsFiles(unit.documents);
  const place = telling(layers, first);
  const mode = modeOf(layers, agent, place);
  const confinement = sandboxOf(layers, place);
  const retention = retentionOf(layers, agent, place);
  return [
    write.agent({
      folder,
      at: place,
      ruleOrder: 'first-match',
      shell: mode.shell,
      mcp: byDefault('asks', place, page),
      read: byDefault('runs', place, page),
      // A command that is allowed asks nevertheless where its output goes to a file.
      habits: { ...noHabits, redirectsAreEdits: true },
      ...confinement,
      transcriptDays: retention.days,
    }),
    ...mode.facts,
    ...toolRules(layers, agent, knowledge),
    ...policyFacts(unit.documents.filter(isPolicy), mode.name, agent, knowledge),
    ...serverFacts(layers, agent, knowledge),
    ...hookFacts(layers, unit.documents.filter(isScript), agent),
    ...sandboxFacts(layers, confinement.sandbox, agent),
    ...securityFacts(layers, agent),
    ...retention.facts,
    ...flatSettings(layers, agent),
    ...ignored(unit.documents, layers, agent),
    ...adviceFacts(
      unit.documents.filter((document) => baseName(document.file) === 'GEMINI.md'),
      agent,
      write,
    ),
  ];
};

function isPolicy(document: Document): document is DataDocument {
  return document.shape === 'data' && /(?:^|\/)\.gemini\/policies\//.test(document.file);
}

function isScript(document: Document): boolean {
  return /(?:^|\/)\.gemini\/hooks\//.test(document.file);
}

/** Where a reader should look first: the tools, else the first setting. */
function telling(layers: readonly Layer[], first: Document): SourceRange {
  for (const key of ['tools', 'security', 'general']) {
    const found = setting(layers, key);
    if (found !== undefined) return entries(found.node)[0]?.keyAt ?? found.node.at;
  }
  const [layer] = layers;
  const start = layer === undefined ? undefined : entries(layer.root)[0];
  return start?.keyAt ?? firstLine(first);
}

/**
 * Files that the file tools leave out; commands are not bound by it.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/gemini-ignore.md (read 2026-11-21)
 */
function ignored(
  documents: readonly Document[],
  layers: readonly Layer[],
  agent: EntityKey,
): readonly Fact[] {
  const files = documents.filter((document) => baseName(document.file) === '.geminiignore');
  const respect = setting(layers, 'context', 'fileFiltering', 'respectGeminiIgnore');
  if (respect === undefined || plain(respect) !== false) {
    return files.flatMap((document) => ignoreRules(document, agent, write));
  }
  return files.map((document) =>
    write.inert(agent, document.file, firstLine(document), {
      because: 'context.fileFiltering.respectGeminiIgnore is false',
      remedy: 'Remove that setting.',
      looksProtective: true,
    }),
  );
}
