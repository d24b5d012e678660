import {
  at,
  type DataDocument,
  type Document,
  entries,
  type ScalarNode,
} from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact, noHabits } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown } from '../../model/value.ts';
import { firstLine, firstProhibition } from '../../recognize/advice-prose.ts';
import { mcpFacts } from '../../recognize/mcp-servers.ts';
import { allowlistFacts } from './allowlists.ts';
import { cliFacts } from './cli-rules.ts';
import { guardFacts } from './entities.ts';
import { projectFolder } from './group.ts';
import { hookFacts } from './hooks.ts';
import { ignoreRules } from './ignore-file.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';

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
    if (files.permissions !== undefined) {
      facts.push(...allowlistFacts(files.permissions, key, knowledge));
    }
  }
  if (files.cli !== undefined) {
    const cli = cliAgent(files.cli, files.sandbox, folder);
    facts.push(cli, ...cliFacts(files.cli, cli.key, folder, knowledge));
    facts.push(...sandboxFacts(files.sandbox, cli.key, cli.network), ...common(files, cli.key));
  }
  const owner = editor ?? (files.cli && cliAgent(files.cli, files.sandbox, folder));
  if (files.mcp !== undefined && owner !== undefined) {
    const { key, name } = owner;
    const servers = at(files.mcp.roots[0], 'mcpServers');
    const config = { document: files.mcp, servers, agent: key, agentName: name };
    facts.push(...mcpFacts({ ...config, collector: 'cursor', isRejected: () => false }, knowledge));
  }
  return unique(facts);
};

interface Files {
  readonly permissions: DataDocument | undefined;
  readonly cli: DataDocument | undefined;
  readonly sandbox: DataDocument | undefined;
  readonly hooks: DataDocument | undefined;
  readonly mcp: DataDocument | undefined;
  readonly scripts: readonly Document[];
  readonly ignores: readonly Document[];
  readonly prose: readonly Document[];
}

function filesOf(documents: readonly Document[]): Files {
  const config = (name: string): DataDocument | undefined =>
    documents.find(
      (document): document is DataDocument =>
        document.shape === 'data' &&
        new RegExp(`(?:^|/)\\.cursor/${name}\\.json$`).test(document.file),
    );
  return {
    permissions: config('permissions'),
    cli: config('cli'),
    sandbox: config('sandbox'),
    hooks: config('hooks'),
    mcp: config('mcp'),
    scripts: documents.filter((document) => /(?:^|\/)\.cursor\/hooks\//.test(document.file)),
    ignores: documents.filter((document) => baseName(document.file) === '.cursorignore'),
    prose: documents.filter((document) =>
      /(?:^|\/)(?:\.cursorrules|AGENTS\.md|\.cursor\/rules\/.*\.mdc)$/.test(document.file),
    ),
  };
}

function folderOfUnit(documents: readonly Document[]): string | undefined {
  const own = documents.find((document) => /(?:^|\/)\.cursor(?:\/|rules$)/.test(document.file));
  return own === undefined ? undefined : projectFolder(own.file);
}

/** The editor's agent; `undefined` where only the CLI is spoken of. */
function editorAgent(files: Files, folder: string): Agent | undefined {
  const { permissions, sandbox, hooks, mcp } = files;
  const rules = files.prose.find((document) => baseName(document.file) !== 'AGENTS.md');
  const documents = [permissions, sandbox, mcp, hooks, rules].filter(
    (found) => found !== undefined,
  );
  const [first] = documents;
  if (first === undefined && files.cli !== undefined) return undefined;
  const any = first ?? files.scripts[0];
  if (any === undefined) return undefined;
  const place = telling(permissions, sandbox) ?? firstKey(any);
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

function cliAgent(cli: DataDocument, sandbox: DataDocument | undefined, folder: string): Agent {
  const place = firstKey(cli);
  return {
    ...base('cursor-cli', folder, place),
    shell: byDefault('asks', place, cliPage),
    mcp: byDefault('asks', place, cliPage),
    read: byDefault('runs', place, securityPage),
    ...sandboxOf(sandbox, place),
  };
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
    folder,
  } as const;
}

/** What binds the editor and the CLI alike. */
function common(files: Files, agent: EntityKey): readonly Fact[] {
  return [
    ...files.ignores.flatMap((document) => ignoreRules(document, agent)),
    ...(files.hooks === undefined ? [] : hookFacts(files.hooks, files.scripts, agent)),
    ...files.prose.flatMap((document) => {
      const place = firstProhibition(document);
      if (place === null) return [];
      const guard = { name: `prose in ${document.file}`, at: place, strength: 'advises' } as const;
      return guardFacts(agent, guard, `${document.file} tells the agent not to`);
    }),
  ];
}

/** A guard that binds both agents is one thing with two edges. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind !== 'Guard' && fact.kind !== 'InertSetting') return true;
    const isNew = !seen.has(fact.key);
    seen.add(fact.key);
    return isNew;
  });
}
