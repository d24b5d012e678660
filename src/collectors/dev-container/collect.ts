import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import {
  type EntityKey,
  entityKey,
  type Fact,
  type Weakness,
  type Workload,
} from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { isDevContainer, projectOf } from './group.ts';
import { type Hole, holeOfFeature, holeOfMount, holeOfOption, holeOfVariable } from './holes.ts';

/**
 * Facts about one dev container. It holds nothing back by being a container: only what it is not given is out of an agent's reach.
 * @see https://containers.dev/implementors/json_reference/ (read 2026-11-21)
 */
export const collect: Collect = (unit, knowledge) => {
  const [first] = unit.documents;
  if (first === undefined || !isDevContainer(first.file) || first.shape !== 'data') return [];
  const root = first.roots[0];
  if (root?.type !== 'map') return [];
  const container = workload(first, root);
  const owner = container.key;
  const found: Found[] = [
    ...options(root),
    ...mounts(at(root, 'mounts')),
    ...workspace(root),
    ...features(root),
    ...variables(root, knowledge),
    ...serviceHoles(first, root, unit.documents),
  ];
  return [
    container,
    ...unique(found.map((one) => weakness(owner, one))),
    ...literals(first, root, knowledge),
  ];
};

/** A hole, where it is written, and a short name without secrets. */
interface Found {
  readonly name: string;
  readonly hole: Hole;
  readonly at: SourceRange;
}

function workload(document: DataDocument, root: DataNode): Workload {
  const name = at(root, 'name');
  const project = projectOf(document.file);
  return {
    kind: 'Workload',
    key: entityKey(`dev-container:${document.file}`),
    aliases: [],
    name: isText(name)
      ? `dev container ${name.text.slice(0, 60)}`
      : `dev container of ${project || 'this repository'}`,
    at: {
      file: document.file,
      start: root.at.start,
      end: Math.min(root.at.end, root.at.start + 1),
    },
    collector: 'dev-container',
    implied: false,
    confidence: 'high',
    product: 'dev-container',
  };
}

function isText(node: DataNode | undefined): node is ScalarNode {
  return node?.type === 'scalar' && typeof node.value === 'string';
}

function options(root: DataNode): readonly Found[] {
  const found: Found[] = [];
  const add = (name: string, node: DataNode, text: string): void => {
    const hole = holeOfOption(name, text);
    if (hole !== null)
      found.push({ name: text === '' ? name : `${name} ${text}`, hole, at: node.at });
  };
  const privileged = at(root, 'privileged');
  if (privileged?.type === 'scalar' && privileged.value === true) add('privileged', privileged, '');
  for (const item of items(at(root, 'capAdd'))) if (isText(item)) add('cap-add', item, item.text);
  for (const item of items(at(root, 'securityOpt'))) {
    if (isText(item)) add('security-opt', item, item.text);
  }
  const args = items(at(root, 'runArgs')).filter(isText);
  for (const [index, arg] of args.entries()) {
    const [, flag, joined] = /^--?([a-z-]+)(?:=(.*))?$/s.exec(arg.text) ?? [];
    if (flag === undefined) continue;
    const next = args[index + 1]?.text ?? '';
    const value = joined ?? (next.startsWith('-') ? '' : next);
    if (flag === 'v' || flag === 'volume' || flag === 'mount') {
      found.push(...mountHole(value, arg.at));
    } else add(flag, arg, flag === 'privileged' ? (joined ?? '') : value);
  }
  return found;
}

/** `source=…,target=…`, `host:container[:ro]`, or a map; named volumes are no part of the machine. */
function mounts(node: DataNode | undefined): readonly Found[] {
  return items(node).flatMap((item) => {
    if (isText(item)) return mountHole(item.text, item.at);
    const source = at(item, 'source') ?? at(item, 'src');
    const type = at(item, 'type');
    if (!isText(source) || (isText(type) && type.text === 'volume')) return [];
    return mountHole(source.text, source.at);
  });
}

function mountHole(text: string, place: SourceRange): readonly Found[] {
  if (/(?:^|,)type=volume(?:,|$)/.test(text)) return [];
  const source =
    /(?:^|,)(?:source|src)=([^,]*)/.exec(text)?.[1] ??
    /^((?:\$\{[^}]*\}|[^:$])*)/.exec(text)?.[1] ??
    text;
  const hole = holeOfMount(source);
  return hole === null ? [] : [{ name: `mount of ${source.slice(0, 80)}`, hole, at: place }];
}

function workspace(root: DataNode): readonly Found[] {
  const mount = at(root, 'workspaceMount');
  return isText(mount) ? mountHole(mount.text, mount.at) : [];
}

function features(root: DataNode): readonly Found[] {
  return entries(at(root, 'features')).flatMap(({ key, keyAt }) => {
    const hole = holeOfFeature(key);
    return hole === null ? [] : [{ name: `feature ${key.slice(0, 80)}`, hole, at: keyAt }];
  });
}

const environmentKeys = ['containerEnv', 'remoteEnv'] as const;

/** Variables that come from the machine: `${localEnv:RAILWAY_TOKEN}`. */
function variables(root: DataNode, knowledge: Knowledge): readonly Found[] {
  return environmentKeys.flatMap((key) =>
    entries(at(root, key)).flatMap(({ value }) => {
      if (value.type !== 'scalar' && value.type !== 'expr') return [];
      const local = /^\$\{localEnv:([A-Za-z_][A-Za-z0-9_]*)(?::[^}]*)?\}$/.exec(value.text)?.[1];
      if (local === undefined) return [];
      const hole = holeOfVariable(local, knowledge.credentialByName(local) !== undefined);
      return hole === null ? [] : [{ name: `${key} ${local}`, hole, at: value.at }];
    }),
  );
}

/** Credentials that are written into the container's own variables. */
function literals(document: DataDocument, root: DataNode, knowledge: Knowledge): readonly Fact[] {
  return environmentKeys.flatMap((key) =>
    entries(at(root, key)).flatMap(({ key: name, keyAt, value }) => {
      if (value.type !== 'scalar' || value.text.includes('${localEnv:')) return [];
      const collector = 'dev-container';
      const input = { name, value, keyAt, document, environment: null, collector, comment: null };
      return factsOfVariable(input, knowledge);
    }),
  );
}

/** Holes of the compose service that the dev container is. */
function serviceHoles(
  document: DataDocument,
  root: DataNode,
  documents: readonly Document[],
): readonly Found[] {
  const service = at(root, 'service');
  if (!isText(service)) return [];
  const named = at(root, 'dockerComposeFile');
  const paths = (isText(named) ? [named] : items(named).filter(isText)).map(({ text }) =>
    joined(folderOf(document.file), text),
  );
  return documents.flatMap((compose) => {
    if (compose.shape !== 'data' || !paths.includes(compose.file)) return [];
    return compose.roots.flatMap((one) => holesOfService(at(one, 'services', service.text)));
  });
}

function holesOfService(service: DataNode | undefined): readonly Found[] {
  if (service === undefined) return [];
  const found: Found[] = [...mounts(at(service, 'volumes'))];
  const add = (name: string, node: DataNode | undefined): void => {
    const texts = isText(node) ? [node] : items(node).filter(isText);
    for (const text of texts) {
      const hole = holeOfOption(name, text.text);
      if (hole !== null) found.push({ name: `${name} ${text.text}`, hole, at: text.at });
    }
  };
  const privileged = at(service, 'privileged');
  const hole = holeOfOption('privileged', '');
  if (privileged?.type === 'scalar' && privileged.value === true && hole !== null) {
    found.push({ name: 'privileged', hole, at: privileged.at });
  }
  add('cap-add', at(service, 'cap_add'));
  add('security-opt', at(service, 'security_opt'));
  add('pid', at(service, 'pid'));
  add('ipc', at(service, 'ipc'));
  add('device', at(service, 'devices'));
  return found;
}

/** `../compose.yml` seen from `.devcontainer`; `..` above the root stays and matches no file. */
function joined(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function weakness(owner: EntityKey, { name, hole, at: place }: Found): Weakness {
  return {
    kind: 'Weakness',
    key: entityKey(`dev-container:${place.file}#${name}`),
    aliases: [],
    name,
    at: place,
    collector: 'dev-container',
    implied: false,
    confidence: 'high',
    owner,
    ...hole,
  };
}

function unique(found: readonly Weakness[]): readonly Weakness[] {
  return [...new Map(found.map((one) => [one.key, one])).values()];
}
