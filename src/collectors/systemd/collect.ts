import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { iniSections } from '../../recognize/ini-sections.ts';
import { scheduledFacts } from '../../recognize/pipeline/scheduled.ts';
import { startedByTimer } from '../../recognize/systemd/timer.ts';
import { valueEnd } from '../../recognize/systemd/unit-lines.ts';
import { variablesOf } from '../../recognize/systemd/unit-variables.ts';
import { ProgramText } from '../../recognize/task/program-text.ts';

const starts = /^Exec(?:StartPre|Start|StartPost)$/;
/** How the name of a program may begin that systemd runs with other rights or whose failure it ignores. */
const prefix = /^[-@:+!|]+/;
const maxLines = 100;

/** Facts of the services of one folder that a timer starts. One that starts with the machine is an application's own. */
export const collect: Collect = (unit, knowledge) => {
  const timed = new Set(unit.documents.flatMap((document) => startedByTimer(document) ?? []));
  return unit.documents.flatMap((document) =>
    timed.has(baseName(document.file)) ? serviceFacts(document, knowledge) : [],
  );
};

function serviceFacts(document: Document, knowledge: Knowledge): readonly Fact[] {
  const name = baseName(document.file);
  const program = new ProgramText();
  const service = iniSections(document).find((section) => section.name === 'Service');
  const lines = (service?.pairs ?? []).filter((pair) => starts.test(pair.name)).slice(0, maxLines);
  const [first] = lines;
  if (service === undefined || first === undefined) return [];
  for (const { value } of lines) {
    const from = prefix.exec(value.text)?.[0].length ?? 0;
    const end = valueEnd(document.text, value.at.start);
    program.add(document.text.slice(value.at.start + from, end), value.at.start + from);
    program.add('\n', end);
  }
  return scheduledFacts(
    {
      product: 'systemd',
      id: name,
      name: `service ${name}`,
      document,
      at: first.nameAt,
      program: program.done(),
      variables: variablesOf(service),
      names: [name],
      isMailed: false,
    },
    knowledge,
  );
}
