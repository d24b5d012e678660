import type { AgentWriter } from './agent-facts.ts';
import type { HookFault } from './hook-fault.ts';

/** What tells apart the products that read the same agent files: Kiro's CLI, and the Amazon Q CLI that it replaced. */
export interface AgentFileDialect {
  readonly write: AgentWriter;
  readonly product: string;
  readonly collector: string;
  /** As sentences name it. */
  readonly title: string;
  /** Page that states what is trusted by default. */
  readonly defaults: string;
  /** `*` in `allowedTools` stands for every tool. */
  readonly allowsStar: boolean;
  /** Why hooks inside an agent file stop nothing; `null` where they do. */
  readonly hookFault: HookFault | null;
  /** Key by which an agent file takes over the folder's MCP servers. */
  readonly sharedServers: readonly string[];
}
