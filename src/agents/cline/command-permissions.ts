import {
  at,
  type DataDocument,
  type Document,
  entries,
  entry,
  type ScalarNode,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const variable = 'CLINE_COMMAND_PERMISSIONS';

/** What `CLINE_COMMAND_PERMISSIONS` says, and where. */
export interface CommandPermissions {
  /** `null` for a text that is no JSON, which Cline passes over. */
  readonly lists: {
    readonly allow: readonly string[] | null;
    readonly deny: readonly string[];
    readonly allowsRedirects: boolean;
  } | null;
  readonly at: SourceRange;
  readonly document: Document;
}

/**
 * The variable as `.envrc`, `.env` or a dev container sets it; the first that does.
 * @see https://docs.cline.bot/cline-cli/configuration (read 2026-11-21)
 */
export function commandPermissionsOf(
  documents: readonly Document[],
): CommandPermissions | undefined {
  for (const document of documents) {
    const found = valueIn(document);
    if (found !== undefined) {
      return { lists: listsOf(found.text), at: found.at, document };
    }
  }
  return undefined;
}

/** A line of `.envrc` or `.env`, in either quotes or none. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?CLINE_COMMAND_PERMISSIONS=(?:'([^']{0,20000})'|"((?:[^"\\]|\\.){0,20000})"|(\S{1,20000}))/m;

function valueIn(document: Document): { text: string; at: SourceRange } | undefined {
  if (document.shape === 'text') {
    if (!/^\.env(?:rc)?$/.test(baseName(document.file))) return undefined;
    const match = assignment.exec(document.text);
    if (match === null) return undefined;
    const [whole, single, double, bare] = match;
    const text = single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? bare ?? '';
    const start = match.index + whole.search(/\S/);
    return { text, at: { file: document.file, start, end: match.index + whole.length } };
  }
  if (document.shape !== 'data' || !document.file.endsWith('devcontainer.json')) return undefined;
  const [root] = document.roots;
  for (const map of [at(root, 'remoteEnv'), at(root, 'containerEnv')]) {
    const value = entry(map, variable)?.value;
    if (value?.type === 'scalar') return { text: value.text, at: value.at };
  }
  return undefined;
}

function listsOf(text: string): CommandPermissions['lists'] {
  const parsed = parsedJson(text);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const list = (key: string): readonly string[] | null => {
    const value: unknown = Reflect.get(parsed, key);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
  };
  return {
    allow: list('allow'),
    deny: list('deny') ?? [],
    allowsRedirects: Reflect.get(parsed, 'allowRedirects') === true,
  };
}

function parsedJson(text: string): unknown {
  if (text.length > 20_000) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Globs over each command of a line. A denial wins; with a list of allowed commands, every other one is refused.
 * @see https://docs.cline.bot/cline-cli/configuration (read 2026-11-21)
 */
export function permissionRules(
  permissions: CommandPermissions,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const { lists, at: place, document } = permissions;
  const texts = [
    ...(lists?.deny ?? []).map((text) => ['deny', text] as const),
    ...(lists?.allow ?? []).map((text) => ['allow', text] as const),
  ];
  return texts.flatMap(([effect, text], order): readonly Fact[] => {
    const scalar: ScalarNode = {
      type: 'scalar',
      value: text,
      text,
      map: [[0, place.start]],
      at: place,
    };
    const masked = maskSecrets(scalar, asData(document), 'cline', knowledge);
    const rule = write.rule({
      agent,
      effect,
      tool: 'shell',
      pattern: globPattern(masked.text),
      order,
      at: place,
      name: masked.text,
    });
    // Places inside the JSON text are not known, so credentials in it are left to other collectors.
    return [rule];
  });
}

function globPattern(text: string): RulePattern {
  if (text.trim() === '*') return { type: 'any' };
  if (text.includes('?')) {
    const source = text
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.');
    return { type: 'regex', text: `^(?:${source})$`, ignoreCase: false };
  }
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}

/** Masking asks for a data document only to say where things are. */
function asData(document: Document): DataDocument {
  return document.shape === 'data' ? document : { ...document, shape: 'data', roots: [] };
}

/** `.cline/command-permissions.json` is an invention of tools that write it: Cline reads the variable. */
export function inertPermissionFile(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return documents.flatMap((document) => {
    if (document.shape !== 'data') return [];
    if (!document.file.endsWith('.cline/command-permissions.json')) return [];
    const [first] = entries(document.roots[0]);
    const place = first?.keyAt ?? { file: document.file, start: 0, end: 0 };
    return [
      write.inert(agent, 'command-permissions.json', place, {
        because: `Cline reads command permissions only from the variable ${variable}`,
        remedy: `Set ${variable} to the content of the file.`,
        looksProtective: at(document.roots[0], 'deny') !== undefined || first?.key !== 'allow',
      }),
    ];
  });
}
