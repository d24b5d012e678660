import type { HardenRequest } from '../../model/hardening.ts';
import { wildcardCovers } from '../agent/agent-file-tools.ts';
import { addToJsonList, dropFromJsonList, jsonValue } from './json-edit.ts';
import { jsonKeys } from './json-remove.ts';
import { isLoose } from './loose-rule.ts';
import { withoutTools } from './mcp-disable-tools.ts';
import { deniedGlobs, globExpression } from './stop-patterns.ts';

/** How a product writes what is narrowed in its agent files. */
export interface AgentFileKeys {
  /** Names of the shell tool and of the tool that reads files, the one to write first. */
  readonly shell: readonly string[];
  readonly read: readonly string[];
  /** Whether an entry of a server may take single tools away. */
  readonly disablesTools: boolean;
}

/**
 * An agent file, narrowed: tools that can run anything or destroy are no longer trusted, commands that cannot be undone and files with credentials are
 * denied. Expressions are held against the whole line.
 */
export function narrowAgentFile(text: string, request: HardenRequest, keys: AgentFileKeys): string {
  let edited = dropFromJsonList(text, ['allowedTools'], (tool) => isTooMuch(String(tool), request));
  edited = withoutApprovals(edited, request);
  if (keys.disablesTools) {
    edited = withoutTools(edited, 'mcpServers', 'disabledTools', request.tools);
  }
  const settings = (names: readonly string[]): readonly string[] => [
    'toolsSettings',
    names.find((name) => jsonKeys(edited, ['toolsSettings']).includes(name)) ?? names[0] ?? '',
  ];
  if (has(edited, keys.shell)) {
    const path = settings(keys.shell);
    const allowed = [...path, 'allowedCommands'];
    edited = dropFromJsonList(edited, allowed, (command) =>
      isLoose(request.loose, `allowedCommands: ${command}`),
    );
    const kept = jsonValue(edited, allowed);
    const lines = Array.isArray(kept) ? kept.map((line) => String(line).replace(/\.\*/g, '*')) : [];
    const denied = deniedGlobs(request, lines).map(
      (glob) => `[\\s\\S]*${globExpression(glob)}[\\s\\S]*`,
    );
    edited = addToJsonList(edited, [...path, 'deniedCommands'], denied);
  }
  if (!has(edited, keys.read)) return edited;
  const hidden = request.secrets.map((path) => `./${path}`);
  return addToJsonList(edited, [...settings(keys.read), 'deniedPaths'], hidden);
}

function isTooMuch(entry: string, { loose, tools }: HardenRequest): boolean {
  if (isLoose(loose, `allowedTools: ${entry}`)) return true;
  // A whole cloud, unasked.
  const isCloud = /^(?:@builtin\/)?(?:use_)?aws$/.test(entry);
  const isOpen = entry === '*' || entry === '@builtin' || isCloud;
  return isOpen || tools.some(({ server, name }) => coversTool(entry, server, name));
}

function coversTool(entry: string, server: string, tool: string): boolean {
  const [ofServer = '', ofTool = '*'] = entry.replace(/^@/, '').split('/');
  return entry.startsWith('@') && wildcardCovers(ofServer, server) && wildcardCovers(ofTool, tool);
}

/** Whether the agent is given the tool at all. */
function has(text: string, names: readonly string[]): boolean {
  const tools = jsonValue(text, ['tools']);
  if (!Array.isArray(tools)) return true;
  return tools.some((tool) =>
    names.some(
      (name) =>
        wildcardCovers(String(tool).replace(/^@builtin\//, ''), name) || tool === '@builtin',
    ),
  );
}

/** A server list without approvals in advance for all of a server's tools, and for those that destroy. */
export function withoutApprovals(text: string, { tools }: HardenRequest): string {
  return jsonKeys(text, ['mcpServers']).reduce((edited, server) => {
    const own = new Set(tools.filter((tool) => tool.server === server).map(({ name }) => name));
    return dropFromJsonList(edited, ['mcpServers', server, 'autoApprove'], (tool) =>
      own.has(String(tool)) ? true : own.size > 0 && String(tool).includes('*'),
    );
  }, text);
}
