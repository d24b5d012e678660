import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { known } from '../../../src/model/value.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'agent-network-open',
  title: 'Commands of this agent reach any host',
  severity: 'medium',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'The API of every provider is one request away, and so is any place to send a secret to.',
  fix: 'List the exact hosts that builds and tests need, and leave the APIs of your providers out.',
  accept: 'When nothing the agent can read gives access to a provider.',
  references: [
    'https://code.claude.com/docs/en/sandboxing',
    'https://cursor.com/docs/reference/sandbox',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'network') return;
    const owner = graph.entity(weakness.owner);
    // Without any sandbox its holes do not matter.
    if (owner?.kind === 'Agent' && known(owner.sandbox) === 'off') return;
    const draft = weaknessDraft(weakness, graph);
    if (draft !== null) yield draft;
  },
});
