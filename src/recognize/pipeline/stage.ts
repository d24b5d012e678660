import type { DataEntry, DataNode } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { tierOf, tierOfPath } from '../tier.ts';
import type { JobStep, PipelineJob } from './job.ts';

/** Variables that name the stage a job works on. */
const stageVariable =
  /^(?:(?:[A-Z]+_)*(?:ENV|ENVIRONMENT|STAGE|TIER|WORKSPACE|STACK|TARGET)(?:_NAME)?|TF_WORKSPACE)$/i;
/** A mode of building, which says little: jobs of every stage build for production. */
const buildMode = /^NODE_ENV$/i;
/** What makes a name belong to one change only, so that its stage goes when the change does. */
const perChange =
  /pull_request\.number|event\.number|issue\.number|github\.head_ref|GITHUB_HEAD_REF|\bPR_(?:NUMBER|ID)\b|CI_MERGE_REQUEST_I?ID|CI_COMMIT_REF_SLUG|CI_ENVIRONMENT_SLUG|CIRCLE_PR_NUMBER|PullRequestId|PullRequestNumber|BITBUCKET_PR_ID|BUILDKITE_PULL_REQUEST|CHANGE_ID|DRONE_PULL_REQUEST|CI_COMMIT_PULL_REQUEST|\bpr-|\breview[-/]|\bpreview[-/]|ephemeral/;

/** True when the text names something made for one change, such as `pr-${{ github.event.number }}`. */
export function isPerChange(text: string): boolean {
  return perChange.test(text);
}

/** The stage a job works on, the most telling source first; `null` where nothing speaks of one. */
export function stageOfJob(job: PipelineJob): Tier | null {
  const named = worst(job.environments.map(stageOfName));
  if (named !== null) return named;
  const set = worst(job.variables.map((variable) => stageOfVariable(variable, job)));
  if (set !== null) return set;
  for (const name of job.names) {
    const tier = tierOf(name);
    if (tier !== null) return tier;
  }
  return modeOf(job.variables, job);
}

/** The stage a command works on, from its own words (`targets` are those behind its verb) and its step; `null` where only the job tells. */
export function stageOfCommand(
  text: string,
  targets: readonly string[],
  step: JobStep,
  job: PipelineJob,
): Tier | null {
  if (isPerChange(text)) return 'preview';
  const variables = [...job.variables, ...step.variables];
  const words = [...stageWords(text), ...targets].flatMap((word) => expanded(word, variables, job));
  const own = worst(words.map((word) => stageOfName(word) ?? tierOfPath(word)));
  if (own !== null) return own;
  const set = worst(step.variables.map((variable) => stageOfVariable(variable, job)));
  if (set !== null) return set;
  return step.folder === null || step.folder === '' ? null : tierOfPath(`${step.folder}/main.tf`);
}

/** The stage that a mode of building hints at. */
function modeOf(variables: readonly DataEntry[], job: PipelineJob): Tier | null {
  const modes = variables.filter(({ key }) => buildMode.test(key));
  return worst(modes.map(({ value }) => stageOfValue(value, job)));
}

const maxExpansions = 5;

/** A word with the variables and expressions in it replaced by what the job says they are; what stays unknown is left out. */
function expanded(
  word: string,
  variables: readonly DataEntry[],
  job: PipelineJob,
): readonly string[] {
  let text = word;
  for (let round = 0; round < maxExpansions; round += 1) {
    const name = /\$\{?([A-Za-z_]\w*)/.exec(text)?.[1];
    const value = variables.findLast(({ key }) => key === name)?.value;
    if (name === undefined || value?.type !== 'scalar') break;
    text = text.replace(/\$\{?([A-Za-z_]\w*)\}?/, () => value.text);
  }
  if (isPerChange(text)) return ['preview'];
  const values = text.includes('${{') ? job.valuesOf(text) : [text];
  const known = values.length > 0 ? values : [text];
  return known.map((value) => value.replace(/\$\{\{.*?\}\}|\$\(?\{?[\w.]*\}?\)?/g, ' '));
}

/** The end of a host's name that anybody can buy, and that says nothing about a stage. */
const developersDomain = /(?<=[\w-]\.[\w-]{1,60})\.dev(?=$|[:/"'])/;

/** Values of flags that name a stage, and paths. */
function stageWords(text: string): readonly string[] {
  const flags =
    /(?:^|\s)(?:-chdir|--?var-file|--?stage|--?env(?:ironment)?|--?target-env|--?workspace|--?stack|-s|--?context|--?kube-context|--?namespace|-n|--?cluster|--?project|--?app|-a|--?profile|--?config|-c|--?backend-config|--env-file|--working-dir|-f|--filename|--file|--database|-d|--host|-h|--name)[=\s]+["']?(\$\{\{[^}]{1,200}\}\}[^\s"']{0,200}|[^\s"']{1,200})/g;
  return [...text.matchAll(flags)].map((match) => (match[1] ?? '').replace(developersDomain, ''));
}

function stageOfVariable({ key, value }: DataEntry, job: PipelineJob): Tier | null {
  return stageVariable.test(key) && !buildMode.test(key) ? stageOfValue(value, job) : null;
}

function stageOfValue(value: DataNode, job: PipelineJob): Tier | null {
  return value.type === 'scalar' ? worst(expanded(value.text, [], job).map(stageOfName)) : null;
}

function stageOfName(name: string): Tier | null {
  return isPerChange(name) ? 'preview' : tierOf(name);
}

const rank: readonly (Tier | null)[] = [
  'production',
  'unknown',
  'staging',
  'preview',
  'development',
  null,
];

/** The most serious of several; `null` when none speaks of a stage. */
function worst(tiers: readonly (Tier | null)[]): Tier | null {
  for (const tier of rank) if (tiers.includes(tier)) return tier;
  return null;
}
