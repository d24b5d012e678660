import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { programIn } from '../../recognize/program/program-files.ts';
import { stagesIn } from '../../recognize/program/stages.ts';
import { tierOf } from '../../recognize/tier.ts';
import { planFacts } from './project-facts.ts';
import { projectIn } from './project-program.ts';

/** What `.railway/railway.ts` makes of its project in each environment that it names. */
export const collect: Collect = ({ documents }, knowledge) => {
  const main = documents.find(({ file }) => /^railway\.[mc]?ts$/.test(baseName(file)));
  return main === undefined ? [] : projectFacts(main, documents, knowledge);
};

function projectFacts(
  main: Document,
  documents: readonly Document[],
  knowledge: Knowledge,
): readonly Fact[] {
  const files = programIn(folderOf(main.file), documents);
  const texts = documents.map(({ text }) => text);
  return environmentsIn(texts).flatMap((environment) => {
    const plan = projectIn(main, files, environment);
    return plan === null ? [] : planFacts(plan, { main, documents, environment, knowledge });
  });
}

/** The environment that every project begins with. */
const first = 'production';

/** Environments that a program tells apart. One that tells only lesser ones apart is applied to the first one as well, unless it refuses to. */
function environmentsIn(texts: readonly string[]): readonly (string | null)[] {
  const named = stagesIn(texts, { mention: /environment/i, words: 1 });
  const isWhole = named.some((name) => name === null || tierOf(name) === 'production');
  return isWhole ? named : [...named, first];
}
