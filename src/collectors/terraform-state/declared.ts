import type { Document, MapNode } from '../../model/document.ts';
import { type Environment, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { folderOf } from '../../model/source.ts';
import { byDefault, unknown } from '../../model/value.ts';
import { type DeclaredResource, declaredFacts } from '../../recognize/resource/declared-stack.ts';
import type { KeptResource } from './kept-resources.ts';

const DECLARED = /\bresource\s{1,4}"([a-z][\w-]{0,80})"\s{1,4}"([\w-]{1,80})"/g;
const lifecycleDocs = 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle';

/** Resources that code of the tree declares, `aws_db_instance.main`: the code says more of them than a state does. */
export function declaredInCode(documents: readonly Document[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { shape, text } of documents) {
    if (shape !== 'text') continue;
    for (const [, type, name] of text.matchAll(DECLARED)) found.add(`${type}.${name}`);
  }
  return found;
}

/** What a state or plan shows of stacks whose code lies elsewhere: the stores and copies that its resources are, with their values. */
export function shownFacts(
  environment: Environment,
  resources: readonly KeptResource[],
  inCode: ReadonlySet<string>,
  knowledge: Knowledge,
): readonly Fact[] {
  const shown = resources.filter(
    ({ type, name, isManaged }) =>
      isManaged && !inCode.has(`${type}.${name}`) && knowledge.resource(type) !== undefined,
  );
  const { key, name, tier, at } = environment;
  // A copy from before the last run shows the same again.
  if (shown.length === 0 || !/\.(?:tfstate|json)$/.test(at.file)) return [];
  return declaredFacts(
    {
      key: entityKey(`tf-state:${at.file}`),
      name: at.file,
      at,
      folder: folderOf(at.file),
      tool: 'terraform',
      collector: 'terraform-state',
      state: unknown('external', at),
      environment: { key, name, tier, at, files: [] },
      resources: shown.flatMap(declared),
    },
    knowledge,
  );
}

function declared({
  type,
  address,
  attributes,
  configuration,
  at,
}: KeptResource): readonly DeclaredResource[] {
  if (attributes.type !== 'map') return [];
  return [
    {
      id: address,
      type,
      name: address,
      at,
      settings: withoutEmpty(attributes),
      provider: {
        name: type.split('_')[0] ?? type,
        // What is made through another configuration may lie in another account or region: a state does not say.
        settings:
          configuration === null ? undefined : { type: 'expr', text: configuration, refs: [], at },
        at,
      },
      // A state does not say what the code keeps the tool from.
      preventDestroy: unknown('external', at),
      retained: byDefault(false, at, lifecycleDocs),
      isSure: true,
    },
  ];
}

/** Blocks that hold nothing are listed in a state all the same. */
function withoutEmpty(attributes: MapNode): MapNode {
  return {
    ...attributes,
    entries: attributes.entries.filter(
      ({ value }) => !(value.type === 'list' && value.items.length === 0),
    ),
  };
}
