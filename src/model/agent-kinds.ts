import type { FactKind } from './fact.ts';

/** Every kind of fact that settings of an agent can give: what collectors of agents emit. */
export const agentKinds = [
  'Agent',
  'AgentRule',
  'InertSetting',
  'Weakness',
  'McpServer',
  'Guard',
  'Relation',
  'Credential',
  'DataStore',
  'Environment',
  'FailureDomain',
  'Binding',
] as const satisfies readonly FactKind[];
