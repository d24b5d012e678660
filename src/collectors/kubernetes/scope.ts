import { at, type DataNode, entries, items, type ScalarNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ContainerSettings } from '../../recognize/container/backup-image.ts';
import type { Catalogue, Found } from './catalogue.ts';
import { text } from './object.ts';
import type { Container } from './pod.ts';

/** The variables of a container, from itself and from the ConfigMaps and Secrets that it names. What is in no file nobody knows. */
export function settingsOf(
  container: Container,
  from: Found,
  catalogue: Catalogue,
): ContainerSettings {
  const own = items(at(container.node, 'env'));
  const named = (name: string): DataNode | undefined =>
    own.findLast((item) => text(item, 'name') === name);
  const around = (name: string): ScalarNode | null => {
    for (const source of items(at(container.node, 'envFrom'))) {
      const prefix = text(source, 'prefix') ?? '';
      if (!name.startsWith(prefix)) continue;
      const map = text(source, 'configMapRef', 'name');
      const found = map === null ? null : entryOf(map, name.slice(prefix.length), from, catalogue);
      if (found !== null) return found;
    }
    return null;
  };
  const value = (name: string): string | null => {
    const node = named(name);
    if (node === undefined) return around(name)?.text ?? null;
    const reference = at(node, 'valueFrom', 'configMapKeyRef');
    if (reference === undefined) return text(node, 'value');
    const map = text(reference, 'name');
    const key = text(reference, 'key');
    return map === null || key === null ? null : (entryOf(map, key, from, catalogue)?.text ?? null);
  };
  return {
    value,
    isSet: (name) => {
      const node = named(name);
      if (node === undefined) return around(name) !== null;
      return at(node, 'value') === undefined || text(node, 'value') !== null;
    },
    at: (name): SourceRange | null => named(name)?.at ?? around(name)?.at ?? null,
  };
}

function entryOf(map: string, key: string, from: Found, catalogue: Catalogue): ScalarNode | null {
  const found = catalogue.find('ConfigMap', map, from);
  const value = entries(at(found?.object.node, 'data')).find((entry) => entry.key === key)?.value;
  return value?.type === 'scalar' ? value : null;
}

/** Scripts of ConfigMaps that are mounted into a pod: a schedule often runs one. */
export function mountedScripts(
  spec: DataNode,
  from: Found,
  catalogue: Catalogue,
): readonly ScalarNode[] {
  return items(at(spec, 'volumes')).flatMap((volume) => {
    const name = text(volume, 'configMap', 'name');
    const found = name === null ? undefined : catalogue.find('ConfigMap', name, from);
    return entries(at(found?.object.node, 'data'))
      .map(({ value }) => value)
      .filter((value): value is ScalarNode => value.type === 'scalar');
  });
}
