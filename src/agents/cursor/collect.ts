import {
  at,
  type DataDocument,
  type Document,
  entries,
  type ScalarNode,
} from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import { noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { allowlistFacts } from './allowlists.ts';
import { cliFacts } from './cli-rules.ts';
import { cloudFacts } from './cloud.ts';
import { write } from './entities.ts';
import { projectFolder } from './group.ts';
import { hookFacts, importedHooks } from './hooks.ts';
import { indexingIgnoreFacts } from './indexing-ignore.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';
import { serverFacts } from './servers.ts';

const securityPage = 'https://cursor.com/docs/agent/security';
const cliPage = 'https://cursor.com/docs/cli/reference/permissions';

/** Facts about the Cursor that works in one folder, and about its CLI where a `cli.json` speaks of it. */
export const collect: Collect = (unit, knowledge) => {
  const files = filesOf(unit.documents);
  const folder = folderOfUnit(unit.documents);
  if (folder === undefined) return [];
  const facts: Fact[] = [];
  const editor = editorAgent(files, folder);
  if (editor !== undefined) {
    const { key } = editor;
    facts.push(editor, ...sandboxFacts(files.sandbox, key, editor.network), ...common(files, key));
    for (const list of files.permissions) facts.push(...allowlistFacts(list, key, knowledge));
  }
  const cli = cliAgent(files, folder);
  if (cli !== undefined) {
    facts.push(cli, ...files.cli.flatMap((file) => cliFacts(file, cli.key, folder, knowledge)));
    facts.push(...sandboxFacts(files.sandbox, cli.key, cli.network), ...common(files, cli.key));
  }
  const { environment } = files;
  if (environment !== undefined) facts.push(...cloudFacts(environment, firstKey(environment)));
  const owner = editor ?? cli;
  if (owner !== undefined) {
    facts.push(...files.mcp.flatMap((mcp) => serverFacts(mcp, owner.key, owner.name, knowledge)));
  }
  return unique(facts);
};

interface Files {
  /** Of the folder, then of the home folder; the lists of both count. */
  readonly permissions: readonly DataDocument[];
  readonly cli: readonly DataDocument[];
  /** The folder's file, else the user's. */
  readonly sandbox: DataDocument | undefined;
  /** What a machine of the vendor is set up with. */
  readonly environment: DataDocument | undefined;
  readonly hooks: readonly DataDocument[];
  readonly mcp: readonly DataDocument[];
  readonly scripts: readonly Document[];
  readonly ignores: readonly Document[];
  readonly indexingIgnores: readonly Document[];
  /** Settings of Claude Code in the same folder. */
  readonly claude: readonly DataDocument[];
  readonly prose: readonly Document[];
}

function filesOf(documents: readonly Document[]): Files {
  // Files of the home folder come last in every unit.
  const data = (end: string): readonly DataDocument[] =>
    documents.filter(
      (document): document is DataDocument =>
        document.shape === 'data' && document.file.endsWith(end),
    );
  const config = (name: string): readonly DataDocument[] => data(`.cursor/${name}.json`);
  return {
    permissions: config('permissions'),
    cli: [...config('cli'), ...config('cli-config')],
    sandbox: config('sandbox')[0],
    environment: config('environment').find(({ file }) => file === '.cursor/environment.json'),
    hooks: config('hooks'),
    mcp: config('mcp'),
    scripts: documents.filter((document) =>
      /(?:^|\/)\.(?:cursor|claude)\/hooks\//.test(document.file),
    ),
    ignores: documents.filter((document) => baseName(document.file) === '.cursorignore'),
    indexingIgnores: documents.filter(
      (document) => baseName(document.file) === '.cursorindexingignore',
    ),
    claude: [...data('.claude/settings.local.json'), ...data('.claude/settings.json')],
    prose: documents.filter((document) =>
      /(?:^|\/)(?:\.cursorrules|AGENTS\.md|\.cursor\/rules\/.*\.mdc)$/.test(document.file),
    ),
  };
}

function folderOfUnit(documents: readonly Document[]): string | undefined {
  const own = documents.find((document) => /(?:^|\/)\.cursor(?:\/|rules$)/.test(document.file));
  if (own === undefined) return undefined;
  return isHome(own.file) ? '' : projectFolder(own.file);
}

/** The editor's agent; `undefined` where only the CLI is spoken of. */
function editorAgent(files: Files, folder: string): Agent | undefined {
  const { permissions, sandbox, hooks, mcp } = files;
  const rules = files.prose.find((document) => baseName(document.file) !== 'AGENTS.md');
  const documents = [...permissions, sandbox, ...mcp, ...hooks, rules].filter(
    (found) => found !== undefined,
  );
  const [first] = documents;
  if (first === undefined && files.cli.length > 0) return undefined;
  const any = first ?? files.scripts[0];
  if (any === undefined) return undefined;
  const place = telling(permissions[0], sandbox) ?? firstKey(any);
  return {
    ...base('cursor', folder, place),
    // Run Mode and the protections are state of the app: no file says what happens to a command that no list names.
    shell: unknown('external', place),
    mcp: unknown('external', place),
    read: byDefault('runs', place, securityPage),
    ...sandboxOf(sandbox, place),
  };
}

/** Where a reader should look first: a sandbox that is off, else the allowlist. */
function telling(
  permissions: DataDocument | undefined,
  sandbox: DataDocument | undefined,
): SourceRange | undefined {
  const type = at(sandbox?.roots[0], 'type');
  if (isText(type) && type.text === 'insecure_none') return type.at;
  return entries(permissions?.roots[0])[0]?.keyAt;
}

function isText(node: ReturnType<typeof at>): node is ScalarNode {
  return node?.type === 'scalar';
}

function firstKey(document: Document): SourceRange {
  const entry = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return entry?.keyAt ?? firstLine(document);
}

/** The CLI's agent; `undefined` where no file speaks of it. */
function cliAgent(files: Files, folder: string): Agent | undefined {
  const [first] = files.cli;
  if (first === undefined) return undefined;
  const place = firstKey(first);
  const mode = files.cli
    .filter((file) => isHome(file.file))
    .map((file) => at(file.roots[0], 'approvalMode'))
    .find(isText);
  return {
    ...base('cursor-cli', folder, place),
    shell: approval(mode, place),
    mcp: approval(mode, place),
    read: byDefault('runs', place, securityPage),
    ...sandboxOf(files.sandbox, place),
  };
}

/** What the user's own file sets for commands that no token names. */
function approval(mode: ScalarNode | undefined, place: SourceRange): Agent['shell'] {
  switch (mode?.text) {
    case undefined:
    case 'allowlist':
      return byDefault('asks', place, cliPage);
    case 'unrestricted':
      return written('runs', mode?.at ?? place);
    default:
      return unknown('external', mode?.at ?? place);
  }
}

function base(product: 'cursor' | 'cursor-cli', folder: string, place: SourceRange) {
  return {
    kind: 'Agent',
    key: entityKey(`${product}:agent/${folder || '.'}`),
    aliases: [] as readonly EntityKey[],
    name: folder === '' ? product : `${product} in ${folder}`,
    at: place,
    collector: 'cursor',
    implied: false,
    confidence: 'high',
    product,
    ruleOrder: 'deny-first',
    splitsCommands: true,
    // The vendor names no command that runs or is refused beside the lists.
    habits: noHabits,
    // Transcripts are state of the app.
    transcriptDays: unknown<number>('external', place),
    folder,
  } as const;
}

/** What binds the editor and the CLI alike. */
function common(files: Files, agent: EntityKey): readonly Fact[] {
  return [
    ...files.ignores.flatMap((document) => ignoreRules(document, agent, write)),
    ...indexingIgnoreFacts(files.indexingIgnores, files.ignores, agent),
    ...files.hooks.flatMap((hooks) => hookFacts(hooks, files.scripts, agent, hasServers(files))),
    ...files.claude.flatMap((settings) => importedHooks(settings, files.scripts, agent)),
    ...adviceFacts(files.prose, agent, write),
  ];
}

function hasServers({ mcp }: Files): boolean {
  return mcp.some((document) => entries(at(document.roots[0], 'mcpServers')).length > 0);
}

/** A guard that binds both agents is one thing with two edges. */
const shared: ReadonlySet<string> = new Set(['Guard', 'InertSetting', 'Weakness']);

function unique(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (!('key' in fact) || !shared.has(fact.kind)) return true;
    const isNew = !seen.has(fact.key);
    seen.add(fact.key);
    return isNew;
  });
}
