import type { Fact } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { connectionsIn } from './connections.ts';
import { type Stage, stagesOf } from './stages.ts';

/** Facts of the configuration files of one folder: each stage, and the databases that its settings lead to. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents
    .filter((document) => document.shape === 'data')
    .filter(({ file }) => !isTemplateFile(file));
  return stagesOf(documents).flatMap((stage) => stageFacts(stage, knowledge));
};

function stageFacts(stage: Stage, knowledge: Knowledge): readonly Fact[] {
  const { environment, document, settings } = stage;
  const owner = { document, environment: environment?.key ?? null, collector: 'app-config' };
  const facts = connectionsIn(settings, owner, knowledge).map((fact) => ownPlace(fact, stage));
  if (facts.length === 0) return [];
  return environment === null ? facts : [environment, ...facts];
}

/** What a stage inherits is shown where the stage does not override it, and is a little less sure: a variable of the server may. */
function ownPlace(fact: Fact, { environment, document, start }: Stage): Fact {
  if (fact.kind !== 'Relation' || fact.rel !== 'connects-to' || environment === null) return fact;
  if (fact.from !== environment.key || fact.at.file === document.file) return fact;
  return {
    ...fact,
    because: `${fact.because}: ${fact.at.file} says so, and ${document.file} does not override it`,
    at: start,
    confidence: weaker(fact.confidence, 'medium'),
  };
}
