import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'approval-switched-off',
  title: 'A question that somebody should answer is answered in advance',
  severity: 'high',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'What should wait for a person goes ahead by itself.',
  fix: 'Remove the setting, so that the question is asked where the change happens.',
  accept: 'When the tool only ever works on throw-away stores, as in a test job.',
  references: [
    'https://code.claude.com/docs/en/settings',
    'https://www.pulumi.com/docs/iac/cli/environment-variables/',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'approval') return;
    const draft = weaknessDraft(weakness, graph);
    if (draft !== null) yield draft;
  },
});
