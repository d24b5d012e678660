import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'guard-hook-unreliable',
  title: 'Hook that guards commands can let them pass',
  severity: 'medium',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'The one control that reads every command is not there when it fails or is switched off.',
  fix: 'Let the hook fail closed, and keep hooks switched on.',
  accept: 'When deny rules or the sandbox stop the same commands.',
  references: ['https://code.claude.com/docs/en/hooks', 'https://cursor.com/docs/hooks'],

  *run(weakness, graph) {
    if (weakness.control !== 'hook') return;
    const draft = weaknessDraft(weakness, graph);
    // A hook that is there and may fail is better than none.
    if (draft !== null) yield { ...draft, severity: draft.severity === 'low' ? 'low' : 'medium' };
  },
});
