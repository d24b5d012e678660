import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'agent-transcript-not-kept',
  title: 'What the agent did cannot be read back',
  severity: 'medium',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'After a loss nobody can tell which command did it, or what else it touched.',
  fix: 'Keep transcripts for at least 30 days, or send them to a log of your own.',
  accept: 'When every command of the agent is logged elsewhere.',
  references: [
    'https://code.claude.com/docs/en/settings',
    'https://developers.openai.com/codex/config-reference/',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'log') return;
    const draft = weaknessDraft(weakness, graph);
    // A log stops nothing, however much is at stake.
    if (draft !== null) yield { ...draft, severity: draft.severity === 'low' ? 'low' : 'medium' };
  },
});
