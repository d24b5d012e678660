import { parse } from '../src/formats/hcl/parse.ts';
import type { DataEntry, DataNode, MapNode } from '../src/model/document.ts';
import { entityKey } from '../src/model/fact.ts';
import type { Placement, Resource, Stack } from '../src/model/resource.ts';
import { filePath } from '../src/model/source.ts';
import { byDefault } from '../src/model/value.ts';

const file = filePath('infra/main.tf');

/**
 * The resources of a Terraform text, nothing evaluated: for tests of what types of resource mean. References lead to the blocks they name; what is only
 * looked up has `data.` before its type.
 */
export function resourcesIn(text: string, tool = 'terraform'): readonly Resource[] {
  const document = parse(file, text);
  const root = document?.shape === 'data' ? document.roots[0] : undefined;
  const blocks =
    root?.type === 'map'
      ? root.entries.filter(({ key }) => key === 'resource' || key === 'data')
      : [];
  const resources: Resource[] = [];
  const stack: Stack = {
    key: entityKey('tf:infra@production'),
    name: 'infra (production)',
    folder: 'infra',
    tool,
    environment: entityKey('environment:production'),
    resources,
    target: (node) =>
      node?.type === 'expr'
        ? resources.find(({ name }) => node.refs.some((ref) => `${ref}.`.startsWith(`${name}.`)))
        : undefined,
  };
  resources.push(...blocks.map((block) => resourceOf(block, stack)));
  return resources;
}

function resourceOf(block: DataEntry, stack: Stack): Resource {
  const [plainType = '', label = ''] = block.labels;
  const type = block.key === 'data' ? `data.${plainType}` : plainType;
  const settings = settingsOf(block.value);
  const name = `${type}.${label}`;
  const off = byDefault(false, block.keyAt, 'https://developer.hashicorp.com/terraform/language');
  return {
    key: entityKey(`${stack.key}#${name}`),
    type,
    name,
    at: block.keyAt,
    settings,
    stack,
    placement: placement(block),
    preventDestroy: off,
    retained: off,
  };
}

function placement({ keyAt: at, labels }: DataEntry): Placement {
  const vendor = labels[0]?.split('_')[0] ?? '';
  return {
    account: {
      key: entityKey(`${vendor}:account/tf:infra@production#${vendor}`),
      name: `the account of provider ${vendor}`,
      at,
      isKnown: false,
    },
    region: { key: entityKey(`${vendor}:region/eu-west-1`), name: 'eu-west-1', at, isKnown: true },
  };
}

/** Blocks become lists of maps, as an evaluated resource has them. */
function settingsOf(node: DataNode): MapNode {
  const at = node.at;
  if (node.type !== 'map') return { type: 'map', entries: [], at };
  const blocks = new Map<string, DataEntry[]>();
  const entries: DataEntry[] = [];
  for (const entry of node.entries) {
    // A block's value starts with its brace; an attribute's map is written after an equals sign.
    if (entry.value.type !== 'map' || isAttribute(entry)) {
      entries.push(entry);
      continue;
    }
    const list = blocks.get(entry.key) ?? [];
    blocks.set(entry.key, [...list, { ...entry, value: settingsOf(entry.value) }]);
  }
  for (const list of blocks.values()) {
    const [first] = list;
    if (first === undefined) continue;
    const value: DataNode = {
      type: 'list',
      items: list.map((entry) => entry.value),
      at: first.value.at,
    };
    entries.push({ ...first, labels: [], value });
  }
  return { type: 'map', entries, at };
}

function isAttribute({ keyAt, value }: DataEntry): boolean {
  return value.at.start - keyAt.end > 1;
}
