import { describe, expect, it } from 'vitest';
import { prepareRegex } from '../src/graph/pattern-regex.ts';
import { permission } from '../src/graph/permissions.ts';
import type { Verdict } from '../src/model/fact.ts';
import type { PermissionRequest } from '../src/model/graph.ts';
import type { Collect, Collector } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { acmeKnowledge } from './acme-knowledge.ts';
import { agentFacts } from './agent-facts.ts';
import { ofKind } from './facts-of-kind.ts';

/** Settings of one agent and what they let it do. */
export interface PermissionCase {
  readonly title: string;
  /** The documentation that says so. */
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
  /**
   * A shell command, or `read:<path>`, `write:<path>`, `mcp:<server>:<tool>`, `net:<host>`, and what happens when the agent tries it.
   */
  readonly tries: Readonly<Record<string, Verdict>>;
}

/**
 * Tests that the permission engine, fed by the collector of `product`, answers every try as the agent's documentation does. Files whose names do not
 * tell their format need the collector's own entry.
 */
export function permissionTable(
  product: string,
  collect: Collect,
  cases: readonly PermissionCase[],
  collector?: Collector,
): void {
  describe.each(cases)(`${product}: $title`, ({ source, files, tries }) => {
    it('names where it is documented', () => {
      expect(() => new URL(source)).not.toThrow();
    });
    it.each(Object.entries(tries))('%s → %s', async (wanted, verdict) => {
      const facts = agentFacts(collect, acmeKnowledge, files, collector);
      await prepareRegex(facts);
      const agent = ofKind(facts, 'Agent').find((candidate) => candidate.product === product);
      if (agent === undefined) throw new Error(`no agent of product ${product}`);
      const rules = ofKind(facts, 'AgentRule')
        .filter((rule) => rule.agent === agent.key)
        .sort((a, b) => a.order - b.order);
      const answer = permission(agent, rules, requestOf(wanted));
      expect(`${answer.verdict}: ${answer.because}`).toMatch(new RegExp(`^${verdict}:`));
    });
  });
}

/** Reads `read:<path>`, `mcp:<server>:<tool>` and the like; everything else is a shell command. */
export function requestOf(text: string): PermissionRequest {
  const [, kind, rest = ''] = /^(read|write|mcp|net):(.*)$/s.exec(text) ?? [];
  switch (kind) {
    case 'read':
    case 'write':
      return { tool: kind, path: filePath(rest) };
    case 'mcp': {
      const [server = '', name = ''] = rest.split(':');
      return { tool: 'mcp', server, name };
    }
    case 'net':
      return { tool: 'network', host: rest };
    default:
      return { tool: 'shell', command: text };
  }
}
