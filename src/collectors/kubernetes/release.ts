import { at, type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { type Engine, engineOfImage } from '../../recognize/container/database-image.ts';
import { templatedApps } from './app-template.ts';
import { embeddedYaml } from './embedded-yaml.ts';
import { nodesAt } from './made-nodes.ts';
import { type KubeObject, objectOf, text } from './object.ts';

/** Databases that a chart brings along as charts of its own, unless its values switch them off. */
export function bundledDatabases(
  chart: DataDocument,
  values: DataNode | undefined,
  release: string,
): readonly KubeObject[] {
  return items(at(chart.roots[0], 'dependencies')).flatMap((dependency) => {
    const name = text(dependency, 'name');
    const engine = name === null ? undefined : engineOfImage(name);
    if (name === null || engine === undefined) return [];
    const alias = text(dependency, 'alias') ?? name;
    const condition = text(dependency, 'condition')?.split(',')[0];
    const own = at(values, alias);
    const isOff = condition !== undefined && text(at(values, ...condition.split('.'))) === 'false';
    if (isOff) return [];
    const place = at(dependency, 'name')?.at ?? dependency.at;
    return (
      databaseOf({
        release: `${release}-${alias}`,
        engine,
        chart: name,
        values: own,
        place,
        document: chart,
      }) ?? []
    );
  });
}

/** What a release of Flux or an application of Argo CD installs, as far as the name of its chart or its values tell. */
export function releasedObjects(object: KubeObject): readonly KubeObject[] {
  const spec = at(object.node, 'spec');
  const isFlux = object.kind === 'HelmRelease';
  const sources = isFlux
    ? [
        {
          chart: at(spec, 'chart', 'spec', 'chart') ?? at(spec, 'chartRef', 'name'),
          values: [at(spec, 'values')],
        },
      ]
    : [at(spec, 'source'), ...items(at(spec, 'sources'))].map((source) => ({
        chart: at(source, 'chart'),
        values: [at(source, 'helm', 'valuesObject'), ...inner(at(source, 'helm', 'values'))],
      }));
  const namespace = isFlux
    ? (text(spec, 'targetNamespace') ?? object.namespace)
    : text(spec, 'destination', 'namespace');
  return sources
    .flatMap(({ chart, values }) => {
      const given = values.find((one) => one !== undefined);
      const { document } = object;
      const apps = templatedApps({ name: nameOf(object), values: given, document });
      return apps.length > 0 ? apps : databaseOfChart(object, chart, given);
    })
    .map((made) => ({ ...made, namespace, trail: object.trail }));
}

function nameOf({ kind, node, name }: KubeObject): string {
  return (kind === 'HelmRelease' ? text(node, 'spec', 'releaseName') : null) ?? name;
}

function databaseOfChart(
  object: KubeObject,
  chart: DataNode | undefined,
  values: DataNode | undefined,
): readonly KubeObject[] {
  const name = text(chart)?.split('/').at(-1);
  const engine = name === undefined ? undefined : engineOfImage(name);
  if (name === undefined || engine === undefined) return [];
  const { document, at: place } = object;
  const made = databaseOf({ release: object.name, engine, chart: name, values, place, document });
  return made === null ? [] : [made];
}

function inner(values: DataNode | undefined): readonly DataNode[] {
  return values?.type === 'scalar' ? embeddedYaml(values) : [];
}

interface Bundled {
  readonly release: string;
  readonly engine: Engine;
  readonly chart: string;
  readonly values: DataNode | undefined;
  readonly place: SourceRange;
  readonly document: DataDocument;
}

/**
 * What such a chart makes of its values, as the StatefulSet that it would be. Its claims survive `helm uninstall`, because they are made by a template of
 * the set.
 * @see https://helm.sh/docs/chart_best_practices/ (read 2026-11-21)
 */
function databaseOf({
  release,
  engine,
  chart,
  values,
  place,
  document,
}: Bundled): KubeObject | null {
  const role = ['primary', 'master'].map((name) => at(values, name)).find(Boolean);
  const persistence = at(role, 'persistence') ?? at(values, 'persistence');
  // Without a volume it keeps its data in memory.
  if (text(persistence, 'enabled') === 'false') return null;
  const [folder] = [...engine.own, ...engine.shared];
  if (folder === undefined) return null;
  const { scalar, map, list } = nodesAt(place);
  const claim = at(persistence, 'existingClaim');
  const className = at(persistence, 'storageClass') ?? at(persistence, 'storageClassName');
  const data = scalar('data');
  const volumes =
    claim !== undefined && text(claim) !== null
      ? { volumes: list([map({ name: data, persistentVolumeClaim: map({ claimName: claim }) })]) }
      : {};
  const template = map({
    metadata: map({ name: data }),
    spec: map(className === undefined ? {} : { storageClassName: className }),
  });
  const container = map({
    name: scalar(chart),
    image: scalar(chart),
    volumeMounts: list([map({ name: data, mountPath: scalar(folder) })]),
  });
  const pod = map({ containers: list([container]), ...volumes });
  return objectOf(
    map({
      apiVersion: scalar('apps/v1'),
      kind: scalar('StatefulSet'),
      metadata: map({ name: scalar(release) }),
      spec: map({ template: map({ spec: pod }), volumeClaimTemplates: list([template]) }),
    }),
    document,
  );
}
