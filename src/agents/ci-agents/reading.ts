import type { DataDocument, DataNode, Document, ScalarNode } from '../../model/document.ts';
import type { Agent, AgentRule, Fact, InertSetting, Verdict, Weakness } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value } from '../../model/value.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { asData } from './job.ts';

/** A rule before it belongs to an agent. */
export type DraftRule = Pick<AgentRule, 'effect' | 'tool' | 'pattern' | 'name' | 'at'> & {
  readonly implied?: boolean;
};

/** A setting that does nothing, before it belongs to an agent. */
export type DraftInert = Pick<
  InertSetting,
  'name' | 'at' | 'because' | 'remedy' | 'looksProtective'
>;

/** A hole, before it belongs to an agent. */
export type DraftWeakness = Pick<Weakness, 'name' | 'at' | 'control' | 'because' | 'remedy'>;

/** What one invocation of an agent in a pipeline is told. */
export interface Reading
  extends Pick<Agent, 'product' | 'at' | 'shell' | 'mcp' | 'read' | 'sandbox' | 'network'>,
    Partial<Pick<Agent, 'ruleOrder' | 'habits'>> {
  readonly rules: readonly DraftRule[];
  readonly inert: readonly DraftInert[];
  readonly weaknesses: readonly DraftWeakness[];
  /** Credentials written into its words. */
  readonly facts: readonly Fact[];
  /** The product itself refuses people without write access. */
  readonly checksActor: boolean;
  /** Maps of MCP servers that it is given. */
  readonly servers: readonly {
    readonly document: DataDocument;
    readonly servers: DataNode | undefined;
  }[];
  /** It starts the servers of the repository's `.mcp.json` unasked. */
  readonly startsProjectServers: boolean;
}

/** A reading of which nothing is known but its place. */
export function blankReading(product: string, at: SourceRange): Reading {
  return {
    product,
    at,
    shell: unknown('external', at),
    mcp: unknown('external', at),
    read: unknown('external', at),
    sandbox: unknown('external', at),
    network: unknown('external', at),
    rules: [],
    inert: [],
    weaknesses: [],
    facts: [],
    checksActor: false,
    servers: [],
    startsProjectServers: false,
  };
}

/** The same verdict for commands and MCP tools. */
export function both(value: Value<Verdict>): Pick<Reading, 'shell' | 'mcp'> {
  return { shell: value, mcp: value };
}

/** Rules of one list, their secrets masked; `parse` answers `null` for what is no rule. */
export function rulesOf(
  list: readonly ScalarNode[],
  effect: AgentRule['effect'],
  document: Document,
  knowledge: Knowledge,
  parse: (
    text: string,
  ) => { readonly tool: AgentRule['tool']; readonly pattern: RulePattern } | null,
): Pick<Reading, 'rules' | 'facts'> {
  const rules: DraftRule[] = [];
  const facts: Fact[] = [];
  for (const item of list) {
    const masked = maskSecrets(item, asData(document), 'ci-agents', knowledge);
    const parsed = parse(masked.text);
    facts.push(...masked.facts);
    if (parsed !== null) rules.push({ ...parsed, effect, name: masked.text, at: item.at });
  }
  return { rules, facts };
}
