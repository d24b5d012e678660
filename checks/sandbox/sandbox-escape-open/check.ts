import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { known } from '../../../src/model/value.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'sandbox-escape-open',
  title: 'Sandbox has a way out',
  severity: 'high',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'A command that leaves the sandbox reaches everything it was kept from.',
  fix: 'Close the way out, and let the few commands that need more ask for it.',
  accept: 'When what lies outside holds no credential and reaches no provider.',
  references: [
    'https://code.claude.com/docs/en/sandboxing',
    'https://containers.dev/implementors/json_reference/',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'sandbox') return;
    const owner = graph.entity(weakness.owner);
    // Without any sandbox its holes do not matter.
    if (owner?.kind === 'Agent' && known(owner.sandbox) === 'off') return;
    const draft = weaknessDraft(weakness, graph);
    if (draft !== null) yield draft;
  },
});
