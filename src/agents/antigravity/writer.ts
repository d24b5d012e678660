import { agentWriter } from '../../recognize/agent/agent-facts.ts';

/** Writes facts of the editor. */
export const writeEditor = agentWriter('antigravity');

/** Writes facts of the command line program `agy`. */
export const writeCli = agentWriter('antigravity-cli', 'antigravity');
