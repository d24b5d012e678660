import { at, type DataNode } from '../../model/document.ts';
import type { AgentRule, Fact } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';
import { protectedEdits } from './default-rules.ts';
import { type Layer, mergedEntries } from './layers.ts';
import type { RuleOwner } from './terminal-rules.ts';

const catchAll = /^(?:\*\*\/\*|\*\*|\*)$/;

/**
 * Edits are applied unasked but for some files; of the entries that match, the last counts. Here every question stands that no later catch-all
 * takes back.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function editFacts(layers: readonly Layer[], owner: RuleOwner): readonly Fact[] {
  const { agent, place, write } = owner;
  const entries = mergedEntries(layers, 'chat.tools.edits.autoApprove').filter(
    ({ entry }) => typeof booleanOf(entry.value) === 'boolean',
  );
  const reset = entries.findLastIndex(({ entry }) => catchAll.test(entry.key));
  const replaced = new Set(entries.map(({ entry }) => entry.key));
  const last = entries[reset];
  const rules: AgentRule[] = [];
  const add = (
    effect: 'allow' | 'ask',
    key: string,
    where: AgentRule['at'],
    implied: boolean,
  ): void => {
    const pattern: RulePattern = catchAll.test(key)
      ? { type: 'any' }
      : { type: 'path', text: key, folder: '' };
    const name = `chat.tools.edits.autoApprove: ${key}`;
    const order = 30_000 + rules.length;
    rules.push(
      write.rule({ agent, effect, tool: 'write', pattern, order, at: where, name, implied }),
    );
  };
  if (last === undefined) {
    add('allow', '**/*', place, true);
    for (const key of protectedEdits) if (!replaced.has(key)) add('ask', key, place, true);
  }
  for (const { entry } of entries.slice(Math.max(0, reset))) {
    add(booleanOf(entry.value) === true ? 'allow' : 'ask', entry.key, entry.keyAt, false);
  }
  return opensOwnSettings(layers) ? [...rules, selfApproval(layers, owner)] : rules;
}

/** An agent that may edit the editor's settings writes its own permissions. */
function opensOwnSettings(layers: readonly Layer[]): boolean {
  const entries = mergedEntries(layers, 'chat.tools.edits.autoApprove');
  const last = entries.findLast(({ entry }) => covers(entry.key));
  return last !== undefined && booleanOf(last.entry.value) === true;
}

function covers(key: string): boolean {
  return catchAll.test(key) || /(?:^|\/)\.vscode\//.test(key);
}

function selfApproval(layers: readonly Layer[], { agent, write, place }: RuleOwner): Fact {
  const entries = mergedEntries(layers, 'chat.tools.edits.autoApprove');
  const found = entries.findLast(({ entry }) => covers(entry.key));
  return write.weakness(agent, 'chat.tools.edits.autoApprove', found?.entry.keyAt ?? place, {
    control: 'approval',
    because: 'the agent edits .vscode/settings.json unasked and can give itself permissions',
    remedy: 'Add "**/.vscode/*.json": false after the broad entry.',
  });
}

/**
 * Addresses that the fetch tool opens unasked; `{approveRequest, approveResponse}` says both apart, and the request is what leaves the machine.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function urlFacts(layers: readonly Layer[], owner: RuleOwner): readonly AgentRule[] {
  return mergedEntries(layers, 'chat.tools.urls.autoApprove').flatMap(({ entry }, index) => {
    const value = entry.value.type === 'map' ? at(entry.value, 'approveRequest') : entry.value;
    const approves = booleanOf(value);
    const host = hostOf(entry.key);
    if (approves === null || host === '') return [];
    const isGlob = host.includes('*');
    const pattern: RulePattern =
      host === '*' ? { type: 'any' } : { type: isGlob ? 'glob' : 'exact', text: host };
    return [
      owner.write.rule({
        agent: owner.agent,
        effect: approves ? 'allow' : 'ask',
        tool: 'network',
        pattern,
        order: 40_000 + index,
        at: entry.keyAt,
        name: `chat.tools.urls.autoApprove: ${host}`,
      }),
    ];
  });
}

function hostOf(key: string): string {
  return key
    .replace(/^[a-z*]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[/?#:].*$/, '')
    .toLowerCase();
}

/**
 * Tools that can never be approved in advance, whatever else is set. Those that VS Code does not bring along are tools of servers, which go by their
 * own name here, whichever server has them.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function eligibilityFacts(layers: readonly Layer[], owner: RuleOwner): readonly AgentRule[] {
  return mergedEntries(layers, 'chat.tools.eligibleForAutoApproval').flatMap(({ entry }, index) => {
    if (booleanOf(entry.value) !== false) return [];
    const tool = toolOf(entry.key);
    return [
      owner.write.rule({
        agent: owner.agent,
        effect: 'ask',
        tool,
        pattern: tool === 'mcp' ? { type: 'glob', text: `*:${entry.key}` } : { type: 'any' },
        order: 50_000 + index,
        at: entry.keyAt,
        name: `chat.tools.eligibleForAutoApproval: ${entry.key}`,
      }),
    ];
  });
}

function toolOf(key: string): AgentRule['tool'] {
  if (/(?:^|\/)(?:runInTerminal|run_in_terminal)$/.test(key)) return 'shell';
  if (/(?:^|\/)(?:fetch|fetch_webpage|fetchWebpage)$/.test(key)) return 'network';
  return /(?:^|\/)(?:editFiles|edit)$/.test(key) ? 'write' : 'mcp';
}

function booleanOf(node: DataNode | undefined): boolean | null {
  return node?.type === 'scalar' && typeof node.value === 'boolean' ? node.value : null;
}
