import { agentWriter } from '../../recognize/agent/agent-facts.ts';

/** Writes the editor's facts. */
export const write = agentWriter('cursor');
/** Writes the facts of Cursor's command line tool. */
export const writeCli = agentWriter('cursor-cli', 'cursor');
/** Writes the facts of the agents that Cursor runs on machines of its own. */
export const writeCloud = agentWriter('cursor-cloud-agent', 'cursor');
