import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'agent-reads-host-secrets',
  title: 'Agent sees credentials of the machine it runs on',
  severity: 'high',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'A login of a person opens far more than the task needs, and nobody chose to hand it over.',
  fix: 'Take the mount, path or variable away, and hand the agent a narrow token of its own.',
  accept: 'When the machine is made for the agent and holds nothing else.',
  references: [
    'https://containers.dev/implementors/json_reference/',
    'https://code.claude.com/docs/en/sandboxing',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'secrets') return;
    const draft = weaknessDraft(weakness, graph);
    if (draft !== null) yield draft;
  },
});
