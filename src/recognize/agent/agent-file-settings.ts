import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entry,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Agent, AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type CommandHabits, noHabits, type RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { maskSecrets } from '../credential/inline-secrets.ts';
import type { AgentFileDialect } from './agent-file-dialect.ts';
import {
  isTrusted,
  type NativeTool,
  namesTool,
  settingNames,
  toolsOf,
} from './agent-file-tools.ts';
import { scalars } from './mcp-entry.ts';

/** Commands that only read, as far as the program names them; `find` is one only without its actions. */
const readOnly: CommandHabits['readOnly'] = [
  { starts: 'ls cat echo pwd which head tail grep'.split(' '), rest: null },
  {
    starts: ['find'],
    rest: { has: 'none', of: ['-exec*', '-delete', '-ok*', '-fprint*', '-fls'] },
  },
];

/** What a file says of shell commands that no rule names, and of reading. */
export function defaultsOf(
  document: DataDocument,
  place: SourceRange,
  dialect: AgentFileDialect,
): Pick<Agent, 'shell' | 'mcp' | 'read' | 'habits'> {
  const { defaults } = dialect;
  const tools = toolsOf(document);
  const toolsAt = at(document.roots[0], 'tools')?.at ?? place;
  const shell = settingOf(document, 'shell');
  const denied = entry(shell, 'denyByDefault');
  const isClosed = isTrue(denied) && !isTrusted(document, 'shell', dialect);
  const reads = isTrue(entry(shell, 'autoAllowReadonly')) || isTrue(entry(shell, 'allowReadOnly'));
  const hasServers = tools === null || tools.some(({ text }) => isServer(text));
  const blocked = <T>(value: T): ReturnType<typeof written<T>> => written(value, toolsAt);
  return {
    shell: !namesTool(tools, 'shell')
      ? blocked('blocks')
      : isClosed && denied !== undefined
        ? written('blocks', denied.keyAt)
        : byDefault('asks', place, defaults),
    mcp: hasServers ? byDefault('asks', place, defaults) : blocked('blocks'),
    read: namesTool(tools, 'read') ? byDefault('runs', place, defaults) : blocked('blocks'),
    habits: reads ? { ...noHabits, readOnly } : noHabits,
  };
}

function isServer(text: string): boolean {
  return text === '*' || (text.startsWith('@') && !text.startsWith('@builtin'));
}

/**
 * `toolsSettings`: expressions for whole command lines, gitignore patterns for paths, names of AWS services. What is denied is looked at first.
 * @see https://kiro.dev/docs/cli/reference/built-in-tools/ (read 2026-11-21)
 */
export function settingFacts(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  dialect: AgentFileDialect,
  knowledge: Knowledge,
): readonly Fact[] {
  const facts: Fact[] = [];
  const lists = [
    ['shell', 'deniedCommands', 'deny', commandPattern],
    ['read', 'deniedPaths', 'deny', pathPattern(folder)],
    ['write', 'deniedPaths', 'deny', pathPattern(folder)],
    ['shell', 'allowedCommands', 'allow', commandPattern],
    ['read', 'allowedPaths', 'allow', pathPattern(folder)],
    ['write', 'allowedPaths', 'allow', pathPattern(folder)],
  ] as const;
  for (const [tool, key, effect, patternOf] of lists) {
    for (const item of listOf(document, tool, key)) {
      const masked = maskSecrets(item, document, dialect.collector, knowledge);
      const name = `${key}: ${masked.text}`;
      const pattern = patternOf(masked.text);
      const rule = { agent, effect, tool, pattern, order: facts.length, at: item.at, name };
      facts.push(dialect.write.rule(rule), ...masked.facts);
    }
  }
  return [...facts, ...services(document, agent, dialect), ...overridden(document, agent, dialect)];
}

function commandPattern(text: string): RulePattern {
  return /^\.\*$/.test(text)
    ? { type: 'any' }
    : { type: 'regex', text: `^(?:${text})$`, ignoreCase: false };
}

function pathPattern(folder: string): (text: string) => RulePattern {
  return (text) =>
    /^(?:\.\/)?\*{1,2}(?:\/\*+)?$|^\.\/?$/.test(text)
      ? { type: 'any' }
      : { type: 'path', text: text.replace(/^\.\//, ''), folder };
}

/** AWS services, as the commands that do the same. A denied one can still be reached where the shell is free. */
function services(
  document: DataDocument,
  agent: EntityKey,
  dialect: AgentFileDialect,
): readonly AgentRule[] {
  const isShellFree = isTrusted(document, 'shell', dialect);
  const rulesOf = (key: string, effect: 'allow' | 'ask', start: number): readonly AgentRule[] =>
    listOf(document, 'aws', key).flatMap((item, index) =>
      [item.text, ...(item.text === 's3' ? ['s3api'] : [])].map((service) =>
        dialect.write.rule({
          agent,
          effect,
          tool: 'shell',
          pattern: { type: 'prefix', text: `aws ${service}`, boundary: 'word' },
          order: start + index,
          at: item.at,
          name: `${key}: ${service}`,
        }),
      ),
    );
  return [
    ...(isShellFree ? [] : rulesOf('deniedServices', 'ask', 5_000)),
    ...(namesTool(toolsOf(document), 'aws') ? rulesOf('allowedServices', 'allow', 6_000) : []),
  ];
}

/** Limits that a trusted tool does not know. */
function overridden(
  document: DataDocument,
  agent: EntityKey,
  dialect: AgentFileDialect,
): readonly Fact[] {
  const found: (readonly [NativeTool, string, DataEntry])[] = [];
  for (const tool of ['shell', 'read', 'write', 'aws'] as const) {
    if (!isTrusted(document, tool, dialect)) continue;
    const settings = settingOf(document, tool);
    for (const key of ['allowedCommands', 'allowedPaths', 'allowedServices', 'denyByDefault']) {
      const setting = entry(settings, key);
      if (setting === undefined) continue;
      if (isTrue(setting) || items(setting.value).length > 0) found.push([tool, key, setting]);
    }
  }
  return found.map(([tool, key, setting]) =>
    dialect.write.inert(agent, `${key} of ${tool}`, setting.keyAt, {
      because: `allowedTools trusts the whole tool, and ${dialect.title} then passes over ${key}`,
      remedy: `Take the tool off allowedTools so that ${key} counts.`,
      looksProtective: true,
    }),
  );
}

function settingOf(document: DataDocument, tool: NativeTool): DataNode | undefined {
  for (const name of settingNames(tool)) {
    const found = at(document.roots[0], 'toolsSettings', name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function listOf(document: DataDocument, tool: NativeTool, key: string): readonly ScalarNode[] {
  return scalars(at(settingOf(document, tool), key)).filter(
    ({ value }) => typeof value === 'string' && value !== '',
  );
}

function isTrue(setting: DataEntry | undefined): boolean {
  return setting?.value.type === 'scalar' && setting.value.value === true;
}
