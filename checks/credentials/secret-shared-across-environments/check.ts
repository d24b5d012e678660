import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Credential, Environment, Pipeline, Relation, Tier } from '../../../src/model/fact.ts';
import type { Draft } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'secret-shared-across-environments',
  title: 'Production and another environment use the same secret',
  severity: 'medium',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'Whoever works on the harmless environment holds the key to production.',
  fix: 'Give each environment a secret of its own, and rotate this one.',
  accept: 'When the secret only reads, or the vendor issues one per account.',
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    'https://12factor.net/config',
  ],

  *run(credential, graph) {
    if (credential.confidence === 'low') return;
    if (credential.form === 'injected') yield* sharedByJobs(credential, graph);
    if (credential.form !== 'literal') return;
    const holders = graph.into(credential, 'holds', 'Environment');
    const production = holders.find((holder) => graph.tier(holder) === 'production');
    const other = holders.find((holder) => isLesser(graph.tier(holder)));
    if (production === undefined || other === undefined) return;
    if (isReportedAsStore(credential, graph) || isWrittenOnce(credential, graph)) return;
    const stake = graph.stake(credential);
    yield {
      at: placeIn(credential, other, graph),
      label: `the ${graph.tier(other)} side`,
      what: `${graph.tier(other)} (${other.name}) and production (${production.name}) use the same secret "${credential.name}", ${withArticle(credential.title)}.`,
      fix: `Give ${other.name} a secret of its own, and rotate this one.`,
      confidence: credential.confidence,
      // A key that sends messages or costs money destroys nothing.
      severity: credential.plane === 'comms' ? 'low' : stake === 'low' ? 'medium' : stake,
      subjects: [credential, production, other],
      related: [{ ...placeIn(credential, production, graph), label: 'the production side' }],
    };
  },
});

/** A job that is handed a secret, and where. */
interface Handed {
  readonly pipeline: Pipeline;
  readonly edge: Relation;
  readonly tier: Tier;
}

/**
 * One stored secret that jobs of several stages are handed. Its value is not here, and names tell the stage of a job: worth a word only where the
 * secret is known to delete. A preview of a change is deployed with the key of the whole project on most platforms, and tells nothing.
 */
function* sharedByJobs(credential: Credential, graph: RiskGraph): Iterable<Draft> {
  if (!canDelete(credential)) return;
  const jobs = graph.edgesInto(credential, 'holds').flatMap((edge): readonly Handed[] => {
    const pipeline = graph.entity(edge.from);
    return pipeline?.kind === 'Pipeline' ? [{ pipeline, edge, tier: graph.tier(pipeline) }] : [];
  });
  const production = jobs.find(({ tier }) => tier === 'production');
  const other = jobs.find(({ tier }) => tier === 'staging' || tier === 'development');
  if (production === undefined || other === undefined) return;
  yield {
    at: other.edge.at,
    label: `the ${other.tier} side`,
    what: `The ${other.tier} job ${jobName(other)} and the production job ${jobName(production)} are handed the same stored secret "${credential.name}", ${withArticle(credential.title)}.`,
    fix: 'Keep one secret for each environment in the protected environments of the system, name the environment in each job, and rotate this one.',
    confidence: credential.confidence,
    severity: 'medium',
    subjects: [credential, production.pipeline, other.pipeline],
    related: [{ ...production.edge.at, label: 'the production side' }],
  };
}

function canDelete({ plane, actions }: Credential): boolean {
  if (plane !== 'control' && plane !== 'data' && plane !== 'backup') return false;
  const may = known(actions) ?? [];
  return may.includes('delete') || may.includes('admin');
}

function jobName({ pipeline }: Handed): string {
  return `"${pipeline.name}" (${pipeline.at.file})`;
}

function isLesser(tier: string): boolean {
  return tier === 'staging' || tier === 'development' || tier === 'preview';
}

/** One line of one file, which its own name gives to another environment: it is misplaced, not shared. */
function isWrittenOnce(credential: Credential, graph: RiskGraph): boolean {
  const [first, ...others] = graph.places(credential);
  return others.every(({ file, start }) => file === first?.file && start === first.start);
}

/** A login to a store that both share is one finding, about the store. */
function isReportedAsStore(credential: Credential, graph: RiskGraph): boolean {
  return graph
    .from(credential, 'authorizes', 'DataStore')
    .some((store) => !store.implied && graph.environments(store).length > 1);
}

function placeIn(credential: Credential, environment: Environment, graph: RiskGraph) {
  const { file } = environment.at;
  const place = graph.places(credential).find((candidate) => candidate.file === file);
  return place === undefined
    ? environment.at
    : { file: place.file, start: place.start, end: place.end };
}
