import { agentWriter } from '../../recognize/agent-facts.ts';

/** Writes facts of Codex. */
export const write = agentWriter('codex');
