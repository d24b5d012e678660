import { objectsOf } from '../../formats/script/object-tree.ts';
import type { DataDocument, Document, TextDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { iniSections } from '../../recognize/ini-sections.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { connectionsIn } from './connections.ts';
import { type Stage, stagesOf } from './stages.ts';

/** Facts of the configuration files of one folder: each stage, and the databases that its settings lead to. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents
    .filter(({ file }) => !isTemplateFile(file))
    .flatMap((document) => settingsFile(document) ?? []);
  return stagesOf(documents).flatMap((stage) => stageFacts(stage, knowledge));
};

/** A module that exports settings is read like a file of them. */
function settingsFile(document: Document): DataDocument | null {
  if (document.shape === 'data') return document;
  if (document.shape === 'text') return sectionsFile(document);
  if (document.shape !== 'script') return null;
  const { file, text, format, comments, problems } = document;
  return { shape: 'data', file, text, format, comments, problems, roots: objectsOf(document) };
}

/** Sections of pairs: names may repeat from one to the next, and the last of a name counts. */
function sectionsFile(document: TextDocument): DataDocument {
  const { file, text, format, comments, problems } = document;
  const entries = iniSections(document).flatMap(({ pairs }) =>
    pairs.map(({ name, nameAt, value }) => ({ key: name, keyAt: nameAt, labels: [], value })),
  );
  const at = { file, start: 0, end: text.length };
  const roots = [{ type: 'map', entries, at }] as const;
  return { shape: 'data', file, text, format, comments, problems, roots };
}

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
