import type { Document } from '../../model/document.ts';
import { tierOf } from '../../recognize/tier.ts';
import { STAGE_VARIABLE } from './stage-words.ts';

/** Values of variables that whoever runs Terraform gives it: in the environment of the run, or on its command line. */
const EXPORTED = /\bTF_VAR_(\w{1,60})["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,40})(?=["'\s]|$)/gm;
const GIVEN = /(?:^|\s)--?var(?:=|\s{1,3})["']?(\w{1,60})=["']?([\w-]{1,40})(?=["'\s]|$)/gm;

/** Environments that scripts and workflows of the tree name, by the variable that they give them in. What only a run can tell names none. */
export function stagesInRuns(
  documents: readonly Document[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const stages = new Map<string, Set<string>>();
  for (const { shape, text } of documents) {
    if (shape !== 'text') continue;
    for (const pattern of [EXPORTED, GIVEN]) {
      for (const [, name = '', value = ''] of text.matchAll(pattern)) {
        const tier = STAGE_VARIABLE.test(name) ? tierOf(value) : null;
        if (tier === null || tier === 'unknown') continue;
        stages.set(name, (stages.get(name) ?? new Set<string>()).add(value));
      }
    }
  }
  return stages;
}
