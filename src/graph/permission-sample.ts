import { type Agent, type AgentRule, entityKey, type Verdict } from '../model/fact.ts';
import { noHabits } from '../model/permission.ts';
import { type FilePath, filePath, type SourceRange } from '../model/source.ts';
import { byDefault, unknown } from '../model/value.ts';

/** Where the rules of samples stand. */
export const at: SourceRange = { file: filePath('.pilot/settings.json'), start: 0, end: 1 };

/** An agent to try rules on: asks about what no rule matches, reads freely, has no sandbox. */
export function agentOf(product: string, more: Partial<Agent> = {}): Agent {
  return {
    kind: 'Agent',
    key: entityKey(`${product}:agent/.`),
    aliases: [],
    name: product,
    at,
    collector: product,
    implied: false,
    confidence: 'high',
    product,
    ruleOrder: 'deny-first',
    shell: byDefault<Verdict>('asks', at, 'https://example.com'),
    mcp: byDefault<Verdict>('asks', at, 'https://example.com'),
    read: byDefault<Verdict>('runs', at, 'https://example.com'),
    splitsCommands: true,
    habits: noHabits,
    sandbox: byDefault<'on' | 'escapable' | 'off'>('off', at, 'https://example.com'),
    network: byDefault<'open' | 'allowlist' | 'closed'>('open', at, 'https://example.com'),
    transcriptDays: unknown('external', at),
    folder: '',
    ...more,
  };
}

/** A rule in the same folder, in `settings.json` unless another file is given. */
export function ruleOf(
  part: Pick<AgentRule, 'effect' | 'tool' | 'pattern' | 'name' | 'order'>,
  inert: string | null = null,
  file: FilePath = at.file,
): AgentRule {
  return {
    kind: 'AgentRule',
    key: entityKey(`rule:${part.effect}/${part.name}`),
    aliases: [],
    at: { ...at, file },
    collector: 'test',
    implied: false,
    confidence: 'high',
    agent: entityKey('pilot:agent/.'),
    inert,
    ...part,
  };
}
