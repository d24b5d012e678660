import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { DataStore, Environment, Fact, Workload } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { deployCommands } from '../../recognize/platform/deploy-commands.ts';
import { edge } from '../../recognize/platform/platform-facts.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';

const id = 'railway-config';

/** Facts of one Railway config file: one workload, once per environment that overrides it. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    document.shape === 'data' ? factsOf(document, knowledge) : [],
  );

function factsOf(document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  const root = document.roots[0];
  const deploy = at(root, 'deploy');
  const environments = entries(at(root, 'environments'));
  if (deploy === undefined && environments.length === 0 && at(root, 'build') === undefined)
    return [];
  const own = environmentOfFile(document, root?.at);
  const facts: Fact[] = [
    ...(own === null ? [] : [own]),
    ...workloadFacts(document, deploy, own, root?.at),
    ...commandFacts(document, root, '', knowledge),
  ];
  for (const { key, keyAt, value } of environments) {
    const environment = environmentFact(document, key, keyAt);
    facts.push(
      environment,
      ...workloadFacts(document, at(value, 'deploy'), environment, keyAt),
      ...commandFacts(document, value, key, knowledge),
    );
  }
  return facts;
}

/** `railway.staging.json` is the whole configuration of one environment. */
function environmentOfFile(
  document: DataDocument,
  range: SourceRange | undefined,
): Environment | null {
  const tier = tierOfPath(document.file);
  if (tier === null || range === undefined) return null;
  return {
    ...base({ ...range, end: range.start }),
    kind: 'Environment',
    key: entityKey(`${id}:${document.file}#environment`),
    name: document.file,
    tier,
  };
}

/** Pull-request environments share the special name `pr`. */
function environmentFact(document: DataDocument, name: string, range: SourceRange): Environment {
  return {
    ...base(range),
    kind: 'Environment',
    key: entityKey(`${id}:${document.file}#environment/${name}`),
    name,
    tier: name === 'pr' ? 'preview' : (tierOf(name) ?? 'unknown'),
  };
}

function workloadFacts(
  document: DataDocument,
  deploy: DataNode | undefined,
  environment: Environment | null,
  range: SourceRange | undefined,
): readonly Fact[] {
  const place = deploy?.at ?? range;
  if (place === undefined) return [];
  const suffix = environment === null ? '' : `@${environment.name}`;
  const workload: Workload = {
    ...base(place),
    kind: 'Workload',
    key: entityKey(`${id}:${document.file}#service${suffix}`),
    name: serviceName(document.file),
    product: textOf(at(deploy, 'cronSchedule')) === null ? 'railway-service' : 'railway-cron',
  };
  const facts: Fact[] = [workload];
  if (environment !== null) {
    facts.push(
      edge('in', workload, environment, `the configuration is of ${environment.name}`, place),
    );
  }
  const mount = textOf(at(deploy, 'requiredMountPath'));
  const store = mount === null ? null : mountedVolume(document, suffix, mount, place);
  if (store !== null) {
    facts.push(store, edge('mounts', workload, store, `requiredMountPath is ${mount}`, place));
  }
  return facts;
}

/** The deploy fails without a volume at this path, so there is one, although the file cannot name it. */
function mountedVolume(
  document: DataDocument,
  suffix: string,
  path: string,
  range: SourceRange,
): DataStore {
  return {
    ...base(range),
    kind: 'DataStore',
    key: entityKey(`${id}:${document.file}#volume${suffix}`),
    name: `Railway volume at ${path}`,
    implied: true,
    confidence: 'medium',
    provider: 'railway',
    product: 'railway-volume',
    holds: 'volume',
    deletionProtection: unknown('external', range),
    disposable: unknown('external', range),
  };
}

const commandKeys: readonly (readonly [string, string])[] = [
  ['build', 'buildCommand'],
  ['deploy', 'preDeployCommand'],
  ['deploy', 'startCommand'],
];

/** Commands that every deploy runs, without anybody there to answer a prompt. */
function commandFacts(
  document: DataDocument,
  settings: DataNode | undefined,
  environment: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const origin = { collector: id, provider: 'railway', file: document.file };
  return commandKeys.flatMap(([section, key]) => {
    const node = at(settings, section, key);
    const line = { node, id: `${environment}/${key}`, invocations: ['railway up'] };
    return deployCommands(origin, line, knowledge);
  });
}

function base(range: SourceRange) {
  return { aliases: [], at: range, collector: id, implied: false, confidence: 'high' } as const;
}

function serviceName(file: string): string {
  const folder = folderOf(file);
  return folder === '' ? 'the Railway service' : folder.slice(folder.lastIndexOf('/') + 1);
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.text !== '' && node.value !== null ? node.text : null;
}
