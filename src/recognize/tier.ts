import type { Tier } from '../model/fact.ts';
import { baseName, folderOf } from '../model/source.ts';
import { nameTokens } from './name-tokens.ts';

/** Words that name a stage. Whole words only: `product`, `latest` and `device` must not match. */
const stages: ReadonlyMap<string, Tier> = new Map<string, Tier>([
  ...tiers('production', 'prod production prd live'),
  ...tiers(
    'staging',
    'stage staging stg qa uat sit pre preprod preproduction nonprod nonproduction notprod np canary beta prodlike',
  ),
  ...tiers('preview', 'preview review ephemeral feature'),
  ...tiers(
    'development',
    'dev development local localhost test testing ci e2e sandbox sbx demo lab poc scratch mock seed example',
  ),
]);

/** Stage words that mean something else when this word follows. */
const otherwiseBefore: Readonly<Record<string, string>> = {
  live: 'reload kit wire view views query chat stream streaming server session blocks docs edit edits update updates search demo data test tests score scores region agent',
  dev: 'tools ops container containers server kit rel dependencies deps docs',
  staging: 'area',
  stage: 'name direction',
  test: 'utils helpers runner',
  ci: 'cd',
  pre: 'commit push deploy deployment build install start render fetch load process receive release rebuild migrate compile pack publish test cache signed shared',
  feature: 'flag flags store gate gates toggle toggles',
  local: 'storage stack ize',
  demo: 'crat',
  preview: 'image images url text card pane',
  review: 'app dog board',
  beta: 'testers',
  example: 'com org net',
};

/** Words after or before `prod` that make it something other than the production infrastructure. */
const likeness = new Set(['like', 'ish', 'style']);
const copies = new Set(['copy', 'clone', 'mirror', 'backup', 'dump', 'snapshot']);
const negations = new Set(['non', 'not', 'pre', 'no']);
const production = new Set(['prod', 'production', 'prd']);

/**
 * The stage a name speaks of, `null` when it speaks of none, `unknown` when it contradicts itself or may be a copy of production.
 * Matches whole words after splitting camelCase and punctuation; `nonprod` and `pre-prod` are not production.
 */
export function tierOf(name: string): Tier | null {
  // A dot separates host labels: stages in one label qualify each other, stages in different labels contradict.
  const labels = name.split(/[./\\:@\s]+/).map((label) => tierOfTokens(nameTokens(label)));
  return labels.reduce<Tier | null>((sum, tier) => {
    if (tier === null || sum === tier) return sum;
    if (sum === null) return tier;
    return sum === 'production' || tier === 'production' || tier === 'unknown'
      ? 'unknown'
      : mostSerious(sum, tier);
  }, null);
}

function tierOfTokens(tokens: readonly string[]): Tier | null {
  let found: Tier | null = null;
  let position = 0;
  while (position < tokens.length) {
    const [tier, width] = stageAt(tokens, position);
    // Inside one label the more specific stage wins: `prod-staging` is a staging.
    if (tier !== null) found = found === null ? tier : specific(found, tier);
    position += width;
  }
  return found;
}

function stageAt(tokens: readonly string[], position: number): readonly [Tier | null, number] {
  const word = tokens[position] ?? '';
  const next = tokens[position + 1] ?? '';
  if (negations.has(word) && production.has(next)) return ['staging', 2];
  if (likeness.has(word) && production.has(next)) return ['staging', 2];
  if (production.has(word) && likeness.has(next)) return ['staging', 2];
  if (production.has(word) && copies.has(next)) return ['unknown', 2];
  if (word === 'pr' && /^\d+$/.test(next)) return ['preview', 2];
  const tier = stages.get(word);
  if (tier === undefined) return [null, 1];
  if ((otherwiseBefore[word] ?? '').split(' ').includes(next) && next !== '') return [null, 2];
  return [tier, 1];
}

/** Branch names that deploy to production unless told otherwise. */
export function tierOfBranch(branch: string): Tier | null {
  const name = branch.replace(/^refs\/heads\//, '');
  if (/^(?:main|master|trunk|release(?:[/-].*)?|hotfix(?:[/-].*)?)$/.test(name)) {
    return 'production';
  }
  if (/^(?:feature|feat|fix|pr|pull|renovate|dependabot)\//.test(name)) return 'preview';
  return tierOf(name);
}

/** Extensions whose files are configuration, so that a bare stage word in the name counts. */
const configFile = /\.(?:env|ya?ml|jsonc?|toml|tfvars|ini|conf|cfg|properties|tpl|tmpl|vars)$/i;
/** Words beside which a weak stage word in a file name is a stage: `.env.test`, `values-demo.yaml`. */
const configWords = new Set(
  'env vars values compose docker config settings appsettings application tfvars fly deploy wrangler railway secrets flaskenv'.split(
    ' ',
  ),
);
/** Stage words that are also ordinary names of files and folders. */
const weak = new Set(
  'live prd ci e2e test testing seed mock example feature review lab poc demo pre np canary beta sit scratch stage local localhost ephemeral'.split(
    ' ',
  ),
);
/** Folders whose children are stages. */
const stageFolders = new Set(
  'env envs environment environments overlay overlays stage stages cluster clusters account accounts live deploy deployments terraform infra tenants targets workspaces'.split(
    ' ',
  ),
);

/** The stage a path speaks of: first its file name, then the nearest folder that names one. */
export function tierOfPath(file: string): Tier | null {
  const own = tierOfFileName(baseName(file));
  if (own !== null) return own;
  const folders = folderOf(file).split('/');
  for (let depth = folders.length - 1; depth >= 0; depth -= 1) {
    const tier = tierOfFolder(folders[depth] ?? '', folders[depth - 1] ?? '');
    if (tier !== null) return tier;
  }
  return null;
}

function tierOfFileName(name: string): Tier | null {
  // `.dev.vars` is what Wrangler calls its local env file; a suffix names the environment.
  const plain = name.replace(/^\.dev\.vars\.(?=.)/, '.vars.');
  // `.local` on top of a stage is a personal override of that stage, not a second stage.
  const withoutLocal = plain.replace(/\.local(?=\.|$)/, '');
  const stem = tierOf(withoutLocal) === null ? plain : withoutLocal;
  const tokens = nameTokens(stem.replace(/\.[a-z]{1,6}$/i, (end) => (isStage(end) ? end : '')));
  const config =
    configFile.test(name) || /^\.(?:env|dev\.vars|flaskenv)/.test(name) || tokens.length === 1;
  const strong = tokens.filter(
    (token) => !weak.has(token) || (config && tokens.concat(nameTokens(name)).some(isConfigWord)),
  );
  return tierOfTokens(strong);
}

function isConfigWord(token: string): boolean {
  return configWords.has(token);
}

function isStage(extension: string): boolean {
  return stages.has(extension.slice(1).toLowerCase());
}

function tierOfFolder(folder: string, parent: string): Tier | null {
  const tokens = nameTokens(folder);
  if (stageFolders.has(parent.toLowerCase())) return tierOfTokens(tokens);
  return tierOfTokens(tokens.filter((token) => !weak.has(token)));
}

function specific(a: Tier, b: Tier): Tier {
  if (a === 'production') return b;
  if (b === 'production') return a;
  return mostSerious(a, b);
}

function mostSerious(a: Tier, b: Tier): Tier {
  const order: readonly Tier[] = ['unknown', 'production', 'staging', 'preview', 'development'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

function tiers(tier: Tier, words: string): readonly (readonly [string, Tier])[] {
  return words.split(' ').map((word) => [word, tier] as const);
}
