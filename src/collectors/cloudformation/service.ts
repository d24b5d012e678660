import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  type MapNode,
} from '../../model/document.ts';
import { tierOf } from '../../recognize/tier.ts';
import { isServiceFile } from './group.ts';
import type { Deployment, Instance } from './instances.ts';
import { newVariables, resolved, type Variables } from './service-variables.ts';
import { typeOf } from './template.ts';

/** Whether a document is a service of the Serverless Framework. */
export function isService(document: DataDocument): boolean {
  const [root] = document.roots;
  return (
    isServiceFile(document.file) &&
    at(root, 'service') !== undefined &&
    at(root, 'provider') !== undefined
  );
}

/** A stage that a service is deployed to. */
interface Stage {
  /** `null`: whatever the command line says. */
  readonly name: string | null;
  readonly at: DataNode['at'];
}

/** A service as it is deployed to each stage that it names; else once, with what no stage changes. */
export function serviceDeployments(
  document: DataDocument,
  documents: readonly DataDocument[],
): readonly Deployment[] {
  const [root] = document.roots;
  if (root?.type !== 'map') return [];
  return stagesOf(root).map((stage) => deploymentOf(document, root, stage, documents));
}

/** Stages with parameters of their own, and the one that is written as the service's. */
function stagesOf(root: MapNode): readonly Stage[] {
  const named = [...entries(at(root, 'params')), ...entries(at(root, 'stages'))]
    .filter(({ key }) => key !== 'default')
    .map(({ key, keyAt }): Stage => ({ name: key, at: keyAt }));
  const own = at(root, 'provider', 'stage');
  const literal = own?.type === 'scalar' ? literalStage(own.text) : null;
  if (own !== undefined && literal !== null) named.push({ name: literal, at: own.at });
  const unique = named.filter(
    ({ name }, index) => named.findIndex((other) => other.name === name) === index,
  );
  const service = entries(root).find(({ key }) => key === 'service');
  return unique.length > 0 ? unique : [{ name: null, at: service?.keyAt ?? root.at }];
}

/** `prod`, or the default of `${opt:stage, 'prod'}` where it is production: whoever deploys without a word gets that. */
function literalStage(text: string): string | null {
  if (/^[\w-]{1,60}$/.test(text)) return text;
  const fallback = /^\$\{opt:\s?stage,\s{0,5}['"]?([\w-]{1,60})['"]?\s{0,5}\}$/.exec(text)?.[1];
  return fallback !== undefined && tierOf(fallback) === 'production' ? fallback : null;
}

function deploymentOf(
  document: DataDocument,
  root: MapNode,
  stage: Stage,
  documents: readonly DataDocument[],
): Deployment {
  const variables = newVariables({ root, stage: stage.name, file: document.file, documents });
  const service = at(root, 'service', 'name') ?? at(root, 'service');
  const region = resolvedAt(variables, root, 'provider', 'region');
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const parts = resourceParts(variables, resolvedAt(variables, root, 'resources'));
  const instance: Instance = {
    name: stage.name,
    tier: (stage.name === null ? null : tierOf(stage.name)) ?? 'unknown',
    at: stage.at,
    values: new Map(),
    region:
      region?.type === 'scalar' && region.text !== '' ? { id: region.text, at: region.at } : null,
  };
  return {
    template: {
      file: document.file,
      textOf: (file) => texts.get(file) ?? '',
      root: merged(parts, root.at),
      parameters: [],
      resources: extended(parts).filter(({ value }) => typeOf(value) !== null),
    },
    instance,
    tool: 'serverless',
    title: service?.type === 'scalar' ? service.text : document.file,
    prefix: 'sls',
  };
}

function resolvedAt(
  variables: Variables,
  root: MapNode,
  ...keys: readonly string[]
): DataNode | undefined {
  const node = at(root, ...keys);
  return node === undefined ? undefined : resolved(variables, node);
}

/** `resources` is a template, or a list of them. */
function resourceParts(variables: Variables, node: DataNode | undefined): readonly DataNode[] {
  if (node === undefined) return [];
  return node.type === 'list' ? node.items.map((item) => resolved(variables, item)) : [node];
}

function merged(parts: readonly DataNode[], where: DataNode['at']): MapNode {
  const sections = ['Conditions', 'Mappings'].map((key): DataEntry => {
    const inner = parts.flatMap((part) => entries(at(part, key)));
    return { key, keyAt: where, labels: [], value: { type: 'map', entries: inner, at: where } };
  });
  return { type: 'map', entries: sections, at: where };
}

/** Resources with what `extensions` put over them. */
function extended(parts: readonly DataNode[]): readonly DataEntry[] {
  const own = parts.flatMap((part) => {
    const section = at(part, 'Resources');
    // A list of files, each with some resources.
    return section?.type === 'list' ? section.items.flatMap(entries) : entries(section);
  });
  const extensions = new Map(
    parts.flatMap((part) => entries(at(part, 'extensions'))).map(({ key, value }) => [key, value]),
  );
  return own.map((entry) => {
    const over = extensions.get(entry.key);
    if (over?.type !== 'map' || entry.value.type !== 'map') return entry;
    const keys = new Set(over.entries.map(({ key }) => key));
    const kept = entry.value.entries.filter(({ key }) => !keys.has(key) || key === 'Properties');
    const added = over.entries.filter(({ key }) => key !== 'Properties');
    return { ...entry, value: { ...entry.value, entries: [...kept, ...added] } };
  });
}
