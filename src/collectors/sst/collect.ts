import type { Document, MapNode } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { followProgram } from '../../recognize/program/program.ts';
import { type FolderProgram, programIn } from '../../recognize/program/program-files.ts';
import { madeObjects } from '../../recognize/program/pulumi-host.ts';
import { declaredObjects } from '../../recognize/program/pulumi-resources.ts';
import { objectVal, stagesIn } from '../../recognize/program/stages.ts';
import { plainVal, propOf, unknownVal, type Val } from '../../recognize/program/value.ts';
import { valueNode } from '../../recognize/program/value-node.ts';
import { type DeclaredResource, declaredFacts } from '../../recognize/resource/declared-stack.ts';
import { terraformSettings } from '../../recognize/resource/template-settings.ts';
import { tierOf } from '../../recognize/tier.ts';
import { type App, appOf, stageVal } from './app.ts';
import { type Transform, transformed } from './transforms.ts';

const docs = 'https://sst.dev/docs/reference/config/';
/** Libraries that every script of an app has without importing them. */
const libraries: Readonly<Record<string, string>> = {
  sst: 'sst',
  aws: '@pulumi/aws',
  gcp: '@pulumi/gcp',
  azure: '@pulumi/azure',
  digitalocean: '@pulumi/digitalocean',
  $config: '$config',
  $transform: '$transform',
};

/** What every stage of one app makes. */
export const collect: Collect = ({ documents }, knowledge) => {
  const [main] = documents;
  if (main === undefined || !main.text.includes('$config')) return [];
  const files = programIn(folderOf(main.file), documents);
  return stagesIn(
    documents.map(({ text }) => text),
    { mention: /stage/i, words: 2 },
  ).flatMap((stage) => stageFacts(main, files, stage, knowledge));
};

function stageFacts(
  main: Document,
  files: FolderProgram,
  stage: string | null,
  knowledge: Knowledge,
): readonly Fact[] {
  const at: SourceRange = { file: main.file, start: 0, end: 0 };
  const stageValue = stageVal(stage, at);
  const transforms: Transform[] = [];
  let config: Val | undefined;
  let app: App | undefined;
  const objects = madeObjects(knowledge, {
    invoked: (name, args, where) => {
      if (name === '$config') config = args[0];
      if (name === '$transform') transforms.push(...transformOf(args, knowledge));
      return name.startsWith('$') ? unknownVal(where) : undefined;
    },
    method: () => undefined,
    global: (name, where) => {
      const library = libraries[name];
      if (library !== undefined) return { kind: 'outer', name: library, at: where };
      if (name === '$dev') return plainVal(false, where);
      if (name !== '$app') return undefined;
      return objectVal({ stage: stageValue, name: plainVal(app?.name ?? '', where) }, where);
    },
  });
  const program = followProgram(files, objects.host);
  program.run(main.file);
  const run = propOf(config, 'run');
  const describe = propOf(config, 'app');
  if (config === undefined || run === undefined || describe === undefined) return [];
  app = appOf(program.call(describe, [objectVal({ stage: stageValue }, at)]), config.at);
  program.call(run, []);
  const changed = transformed(objects, transforms, program);
  const made = declaredObjects(changed, knowledge, (name) => providerNode(app, name));
  const resources = made.map((one) => inApp(one, app, knowledge));
  return declaredFacts(stackOf({ main, stage, app, at: config.at, resources }), knowledge);
}

/** `$transform(aws.rds.Instance, …)`, by class and by the type that the class stands for. */
function transformOf([target, change]: readonly Val[], knowledge: Knowledge): Transform[] {
  if (target?.kind !== 'outer' || change === undefined) return [];
  const type = knowledge.construct(target.name)?.spec.type;
  const own = { className: target.name, change };
  return type === undefined ? [own] : [own, { className: type, change }];
}

function providerNode(app: App | undefined, name: string): MapNode | undefined {
  const value = app?.provider(name);
  if (value?.kind !== 'object') return undefined;
  const reading = { idOf: () => undefined, constant: () => undefined };
  return terraformSettings(valueNode(value, reading, value.at), {}, value.at);
}

/** A resource under the rules of its app. */
function inApp(one: DeclaredResource, app: App, knowledge: Knowledge): DeclaredResource {
  return {
    ...one,
    preventDestroy: protection(one, app),
    retained: retention(one, app, knowledge),
  };
}

/** `protect` of the app refuses to remove the stage. */
function protection({ preventDestroy }: DeclaredResource, { protect }: App): Value<boolean> {
  if (protect === undefined || (preventDestroy.state === 'set' && preventDestroy.value))
    return preventDestroy;
  if (protect.kind !== 'plain') return unknown('interpolated', protect.at);
  return protect.value === true ? written(true, protect.at) : preventDestroy;
}

function retention(one: DeclaredResource, { removal }: App, knowledge: Knowledge): Value<boolean> {
  const { retained, type, at } = one;
  if (retained.state === 'set' && retained.value) return retained;
  if (removal !== undefined && removal.policy === null) return unknown('interpolated', removal.at);
  if (removal?.policy === 'remove')
    return retained.state === 'set' ? retained : written(false, removal.at);
  const keeps =
    removal?.policy === 'retain-all' || knowledge.construct(`sst.retained.${type}`) !== undefined;
  return removal === undefined ? byDefault(keeps, at, docs) : written(keeps, removal.at);
}

interface Stage {
  readonly main: Document;
  readonly stage: string | null;
  readonly app: App;
  readonly at: SourceRange;
  readonly resources: readonly DeclaredResource[];
}

function stackOf({ main, stage, app, at, resources }: Stage) {
  const folder = folderOf(main.file);
  const key = entityKey(`sst:${folder === '' ? '.' : folder}${stage === null ? '' : `@${stage}`}`);
  const name = stage === null ? `app ${app.name}` : `stage ${stage} of ${app.name}`;
  const state: Value<'local' | 'remote'> =
    app.home === null
      ? unknown('interpolated', at)
      : written(app.home === 'local' ? 'local' : 'remote', at);
  const tier = (stage === null ? null : tierOf(stage)) ?? 'unknown';
  const environment = { key: entityKey(`environment:${key}`), name, tier, at, files: [] };
  return { key, name, at, folder, tool: 'sst', state, environment, resources };
}
