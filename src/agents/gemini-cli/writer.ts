import { agentWriter } from '../../recognize/agent/agent-facts.ts';

/** Writes facts of Gemini CLI. */
export const write = agentWriter('gemini-cli');
