import { defineCheck, pathFacts } from '../../../src/model/check.ts';

export const check = defineCheck({
  id: 'agent-setting-without-effect',
  title: 'Agent setting looks like a control and has no effect',
  severity: 'medium',
  since: '0.1.0',
  on: 'InertSetting',
  needs: ['InertSetting', ...pathFacts],
  why: 'The team believes that it is protected and is not.',
  fix: 'Move the setting to the file that the agent reads it from, or delete it.',
  accept: 'When the setting is kept for an older version of the agent that everybody still runs.',
  references: [
    'https://cursor.com/docs/reference/permissions',
    'https://code.claude.com/docs/en/settings',
  ],

  *run(setting, graph) {
    const agent = graph.entity(setting.agent);
    yield {
      at: setting.at,
      label: 'the setting',
      what: `"${setting.name}" has no effect: ${setting.because}.`,
      confidence: setting.confidence,
      severity:
        setting.looksProtective && agent !== undefined && graph.stake(agent) !== 'low'
          ? 'medium'
          : 'low',
      subjects: [setting],
      fix: setting.remedy,
    };
  },
});
