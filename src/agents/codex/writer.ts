import { agentWriter } from '../../recognize/agent/agent-facts.ts';

/** Writes facts of Codex. */
export const write = agentWriter('codex');
