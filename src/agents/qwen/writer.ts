import { agentWriter } from '../../recognize/agent/agent-facts.ts';

/** Writes facts of Qwen Code. */
export const write = agentWriter('qwen');
