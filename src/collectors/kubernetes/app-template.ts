import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  items,
} from '../../model/document.ts';
import { nodesAt } from './made-nodes.ts';
import { isOn, type KubeObject, objectOf, text } from './object.ts';

/** A release whose chart makes pods of its values alone. */
export interface AppRelease {
  readonly name: string;
  readonly values: DataNode | undefined;
  readonly document: DataDocument;
}

const kinds: Readonly<Record<string, string>> = {
  cronjob: 'CronJob',
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
  job: 'Job',
  statefulset: 'StatefulSet',
};

/** Controllers of one release that are looked at, and volumes. */
const maxParts = 50;

/**
 * The pods that the chart app-template makes of its values. The values tell it, not the chart's name: a reference to a repository may be called anything.
 * @see https://bjw-s-labs.github.io/helm-charts/docs/app-template/ (read 2026-11-21)
 */
export function templatedApps(release: AppRelease): readonly KubeObject[] {
  const all = parts(at(release.values, 'controllers'));
  return all.flatMap((controller) => {
    if (parts(at(controller.value, 'containers')).length === 0) return [];
    const name = all.length === 1 ? release.name : `${release.name}-${controller.key}`;
    return appOf(controller, name, release) ?? [];
  });
}

/** Parts of a map that are maps themselves and not switched off. */
function parts(node: DataNode | undefined): readonly DataEntry[] {
  return entries(node)
    .slice(0, maxParts)
    .filter(({ value }) => value.type === 'map' && text(value, 'enabled') !== 'false');
}

function appOf(controller: DataEntry, name: string, release: AppRelease): KubeObject | null {
  const { scalar, map, list } = nodesAt(controller.keyAt);
  const volumes = volumesOf(controller, release);
  const containers = (key: string) =>
    list(
      parts(at(controller.value, key)).map((container) =>
        containerOf(container, controller.key, volumes),
      ),
    );
  const spec = map({
    initContainers: containers('initContainers'),
    containers: containers('containers'),
    volumes: list(volumes.map(({ node }) => node)),
  });
  const type = text(controller.value, 'type') ?? 'deployment';
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind === undefined) return null;
  const claims = items(at(controller.value, 'statefulset', 'volumeClaimTemplates'));
  const template = map({ spec });
  return objectOf(
    map({
      apiVersion: scalar(kind === 'CronJob' || kind === 'Job' ? 'batch/v1' : 'apps/v1'),
      kind: scalar(kind),
      metadata: map({ name: scalar(name) }),
      spec:
        kind === 'CronJob'
          ? map({
              suspend: at(controller.value, 'cronjob', 'suspend'),
              jobTemplate: map({ spec: map({ template }) }),
            })
          : map({ template, volumeClaimTemplates: list(claims.map(claimTemplate)) }),
    }),
    release.document,
  );
}

function claimTemplate(claim: DataNode): DataNode {
  const { map } = nodesAt(claim.at);
  return map({
    metadata: map({ name: at(claim, 'name') }),
    spec: map({ storageClassName: at(claim, 'storageClass') }),
  });
}

/** A volume of a pod and where its values ask for it to be mounted. */
interface Volume {
  readonly name: string;
  readonly node: DataNode;
  readonly settings: DataNode;
}

function volumesOf(controller: DataEntry, release: AppRelease): readonly Volume[] {
  const claims = items(at(controller.value, 'statefulset', 'volumeClaimTemplates'));
  return [
    ...parts(at(release.values, 'persistence')).map((volume) => volumeOf(volume, release)),
    // Their volume is one that the set makes: a pod names none.
    ...claims.flatMap((settings) => {
      const name = text(settings, 'name');
      return name === null ? [] : [{ name, node: nodesAt(settings.at).map({}), settings }];
    }),
  ];
}

function volumeOf({ key, keyAt, value }: DataEntry, release: AppRelease): Volume {
  const { scalar, map } = nodesAt(keyAt);
  const type = text(value, 'type') ?? 'persistentVolumeClaim';
  const claim = at(value, 'existingClaim');
  const claimName = claim === undefined ? `${release.name}-${key}` : ofRelease(claim, release);
  const source: Readonly<Record<string, DataNode>> = {
    emptyDir: map({}),
    nfs: map({ server: at(value, 'server'), path: at(value, 'path') }),
    hostPath: map({ path: at(value, 'hostPath') }),
    persistentVolumeClaim: map({ claimName: nodesAt(claim?.at ?? keyAt).scalar(claimName) }),
    configMap: map({ name: at(value, 'name') }),
    secret: map({ secretName: at(value, 'name') }),
  };
  const node = map({
    name: scalar(key),
    ...(Object.hasOwn(source, type) ? { [type]: source[type] } : {}),
  });
  return { name: key, node, settings: value };
}

/** A name that may be the release's own: `{{ .Release.Name }}`. */
function ofRelease(node: DataNode, release: AppRelease): string {
  return (text(node) ?? '').replaceAll('.Release.Name', release.name);
}

function containerOf(
  { key, keyAt, value }: DataEntry,
  controller: string,
  volumes: readonly Volume[],
): DataNode {
  const { scalar, map, list } = nodesAt(keyAt);
  const image = at(value, 'image');
  return map({
    name: scalar(key),
    image: image?.type === 'map' ? at(image, 'repository') : image,
    command: listed(at(value, 'command')),
    args: listed(at(value, 'args')),
    env: variablesOf(at(value, 'env')),
    envFrom: at(value, 'envFrom'),
    volumeMounts: list(volumes.flatMap((volume) => mountsOf(volume, controller, key))),
  });
}

/** A command is a list or one word. */
function listed(node: DataNode | undefined): DataNode | undefined {
  return node?.type === 'scalar' ? nodesAt(node.at).list([node]) : node;
}

/** `NAME: value` and `NAME: { value }` as the list that a container has. */
function variablesOf(env: DataNode | undefined): DataNode | undefined {
  if (env?.type !== 'map') return env;
  const variables = env.entries.map(({ key, keyAt, value }) => {
    const { scalar, map } = nodesAt(keyAt);
    return value.type === 'map'
      ? map({ name: scalar(key), value: at(value, 'value'), valueFrom: at(value, 'valueFrom') })
      : map({ name: scalar(key), value });
  });
  return nodesAt(env.at).list(variables);
}

/** Where a container sees a volume: everywhere alike, or as this container asks; without either, in a folder of the volume's own name. */
function mountsOf(
  { name, settings }: Volume,
  controller: string,
  container: string,
): readonly DataNode[] {
  const everywhere = at(settings, 'globalMounts');
  const advanced = at(settings, 'advancedMounts');
  const { scalar, map } = nodesAt(settings.at);
  const own = items(at(advanced, controller, container));
  const wanted = [...items(everywhere), ...own];
  if (everywhere === undefined && advanced === undefined) {
    return [map({ name: scalar(name), mountPath: scalar(`/${name}`) })];
  }
  return wanted.map((mount) =>
    map({
      name: scalar(name),
      mountPath: at(mount, 'path') ?? scalar(`/${name}`),
      subPath: at(mount, 'subPath'),
      readOnly: isOn(mount, 'readOnly') ? at(mount, 'readOnly') : undefined,
    }),
  );
}
