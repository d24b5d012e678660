import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { hookFacts } from './hooks.ts';
import { toolPermissions } from './tool-permissions.ts';

const write = agentWriter('augment');

/** Facts about the Auggie CLI that works in one folder; the editor extension honours none of its rules. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter(({ file }) => baseName(file) !== 'AGENTS.md');
  const configs = configsOf(own);
  const [first] = [...configs, ...own];
  if (first === undefined) return [];
  const local = own.find(({ file }) => !isHome(file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.augment']);
  const agent = agentKey('augment', folder);
  const place = placeOf(configs) ?? firstLine(first);
  const rules = toolPermissions(configs, agent, knowledge);
  const scripts = own.filter(({ file }) => /\.augment\/(?:hooks|scripts)\//.test(file));
  return [
    write.agent({
      folder,
      at: place,
      ruleOrder: 'first-match',
      // The expression is held against the whole line.
      splitsCommands: false,
      // What no rule matches is left to the program, which does not say what it does then.
      shell: unknown('external', rules.delegated ?? place),
    }),
    ...rules.facts,
    ...configs.flatMap((document): readonly Fact[] => [
      ...foreignRules(document, agent),
      ...hookFacts(document, scripts, agent),
      ...mcpFacts(
        {
          document,
          servers: at(document.roots[0], 'mcpServers'),
          agent,
          agentName: 'augment',
          collector: 'augment',
          isRejected: () => false,
        },
        knowledge,
      ),
    ]),
    ...own
      .filter(({ file }) => baseName(file) === '.augmentignore')
      .flatMap((document) => ignoreRules(document, agent, write)),
    ...adviceFacts(unit.documents.filter(isProse), agent, write),
  ];
};

/** The stronger first: the local file, the shared one, the user's. */
function configsOf(documents: readonly Document[]): readonly DataDocument[] {
  const rank = (file: string): number => (isHome(file) ? 2 : file.includes('.local.') ? 0 : 1);
  return documents
    .filter((document): document is DataDocument => document.shape === 'data')
    .filter(({ file }) => /settings(?:\.local)?\.json$/.test(file))
    .sort((a, b) => rank(a.file) - rank(b.file));
}

function isProse({ file }: Document): boolean {
  return /(?:^|\/)(?:AGENTS\.md|\.augment-guidelines|\.augment\/rules\/.*\.md)$/.test(file);
}

function placeOf(configs: readonly DataDocument[]): SourceRange | undefined {
  for (const document of configs) {
    const [root] = document.roots;
    const found = entry(root, 'toolPermissions') ?? entries(root)[0];
    if (found !== undefined) return found.keyAt;
  }
  return undefined;
}

/** Rules as Claude Code writes them. */
function foreignRules(document: DataDocument, agent: EntityKey): readonly Fact[] {
  return entries(at(document.roots[0], 'permissions')).flatMap(({ key, keyAt }) =>
    /^(?:allow|ask|deny|defaultMode)$/.test(key)
      ? [
          write.inert(agent, `permissions.${key}`, keyAt, {
            because: 'Auggie knows no permissions block: this is how Claude Code writes rules',
            remedy: 'Write entries of toolPermissions instead.',
            looksProtective: key !== 'allow',
          }),
        ]
      : [],
  );
}
