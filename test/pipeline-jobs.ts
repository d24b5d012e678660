import { createKnowledge } from '../src/engine/knowledge.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import { parse as parseYaml } from '../src/formats/yaml/parse.ts';
import type { Fact } from '../src/model/fact.ts';
import type { Collect } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { harbour } from './harbour-knowledge.ts';

const knowledge = createKnowledge([harbour], new Uint8Array(32));

/** The line that destroys in every test of a pipeline's collector. */
export const drop = 'harbour volume delete data --yes';

/** What a collector of pipelines finds in files with this text, YAML where their names say so. */
export function pipelineFactsIn(
  collect: Collect,
  files: Readonly<Record<string, string>>,
): readonly Fact[] {
  const documents = Object.entries(files).flatMap(([file, text]) => {
    const document = /\.ya?ml$/.test(file)
      ? parseYaml(filePath(file), text)
      : parseText(filePath(file), text);
    return document === null ? [] : [document];
  });
  return collect({ id: 'pipelines', documents }, knowledge);
}

/** Each job that destroys as `name on stage: who sets it off [gate, confidence]`. */
export function jobsThatDestroy(
  collect: Collect,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const facts = pipelineFactsIn(collect, files);
  const ends = (from: string, rel: string) =>
    facts.flatMap((fact) =>
      fact.kind === 'Relation' && fact.rel === rel && fact.from === from
        ? facts.filter(
            (entity) => entity.kind !== 'Relation' && 'key' in entity && entity.key === fact.to,
          )
        : [],
    );
  return facts.flatMap((job) => {
    if (job.kind !== 'Pipeline' || ends(job.key, 'runs').length === 0) return [];
    const stages = ends(job.key, 'in').map((fact) =>
      fact.kind === 'Environment' ? fact.tier : '',
    );
    const gates = ends(job.key, 'guarded-by').map((fact) =>
      fact.kind === 'Guard' ? ` [${fact.name}, ${fact.confidence}]` : '',
    );
    const runs = facts.filter(
      (fact) => fact.kind === 'Relation' && fact.rel === 'runs' && fact.from === job.key,
    );
    const triggers = runs.flatMap((edge) =>
      edge.kind === 'Relation' ? (edge.triggers ?? job.triggers) : [],
    );
    const by = [...new Map(triggers.map((one) => [one.name, one.startedBy])).values()].join(' ');
    return [`${job.name} on ${stages.join(' ')}: ${by}${gates.join('')}`];
  });
}

/** The text at the place of every destructive command. */
export function destroyingLines(
  collect: Collect,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  return pipelineFactsIn(collect, files).flatMap((fact) =>
    fact.kind === 'DestructiveCommand'
      ? [(files[fact.at.file] ?? '').slice(fact.at.start, fact.at.end)]
      : [],
  );
}
