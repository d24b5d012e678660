import type { DataNode, MapNode } from '../../model/document.ts';
import {
  type EntityKey,
  type Environment,
  entityKey,
  type Fact,
  type InfraStack,
  type Tier,
} from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Resource, Stack } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { type ProviderSettings, placementOf } from './provider-place.ts';
import { relation } from './resource-facts.ts';
import { terraformSettings } from './template-settings.ts';

/** A resource that a program or a template declares, whatever the language. */
export interface DeclaredResource {
  /** Unique in its stack; what other settings refer to it by. */
  readonly id: string;
  /** A type that packs know. */
  readonly type: string;
  /** As findings print it. */
  readonly name: string;
  readonly at: SourceRange;
  /** By the names of its own dialect, in whatever case. */
  readonly settings: MapNode;
  /** Of the provider it is made through. */
  readonly provider: ProviderSettings;
  readonly preventDestroy: Value<boolean>;
  readonly retained: Value<boolean>;
  /** Nothing that cannot be known decides whether it is made. */
  readonly isSure: boolean;
}

/** What one run of a tool makes in one environment. */
export interface DeclaredStack {
  readonly key: EntityKey;
  readonly name: string;
  readonly at: SourceRange;
  readonly folder: string;
  readonly tool: string;
  /** Id of the collector that read it, where it is not called like the tool. */
  readonly collector?: string;
  readonly state: Value<'local' | 'remote'>;
  readonly environment: {
    readonly key: EntityKey;
    readonly name: string;
    readonly tier: Tier;
    readonly at: SourceRange;
    /** Files whose values it is made from. */
    readonly files: readonly string[];
  } | null;
  readonly resources: readonly DeclaredResource[];
}

/** The stack, its environment, and what its resources mean to the packs that know their types. */
export function declaredFacts(declared: DeclaredStack, knowledge: Knowledge): readonly Fact[] {
  const resources: Resource[] = [];
  const byId = new Map<string, Resource>();
  const sure = new Set<Resource>();
  const { key, name, folder, tool, collector, environment } = declared;
  const stack: Stack = {
    key,
    name,
    folder,
    tool,
    ...(collector === undefined ? {} : { collector }),
    environment: environment?.key ?? null,
    resources,
    target: (node) => targetOf(node, byId),
  };
  for (const one of declared.resources) {
    const resource = resourceOf(one, stack, knowledge);
    // Of two with one id the later counts, as in every map; both are made.
    byId.set(one.id, resource);
    resources.push(resource);
    if (one.isSure) sure.add(resource);
  }
  return [
    ...stackFacts(declared),
    ...resources.flatMap((resource) => meaning(resource, sure.has(resource), knowledge)),
  ];
}

function resourceOf(declared: DeclaredResource, stack: Stack, knowledge: Knowledge): Resource {
  const { id, type, name, at, provider, preventDestroy, retained } = declared;
  const renamed = knowledge.resource(type)?.spec.renamed ?? {};
  const settings = terraformSettings(declared.settings, renamed, at);
  const placement = placementOf({ provider, settings, stack: stack.key }, knowledge);
  const key = entityKey(`${stack.key}#${id}`);
  return { key, type, name, at, settings, stack, placement, preventDestroy, retained };
}

function meaning(resource: Resource, isSure: boolean, knowledge: Knowledge): readonly Fact[] {
  const said = knowledge.resource(resource.type)?.spec.facts(resource, knowledge) ?? [];
  if (isSure) return said;
  return said.map((fact) =>
    fact.kind === 'Binding' ? fact : { ...fact, confidence: weaker(fact.confidence, 'medium') },
  );
}

/** The resource that a value names, or a part of which it is. */
function targetOf(
  node: DataNode | undefined,
  byId: ReadonlyMap<string, Resource>,
): Resource | undefined {
  if (node?.type !== 'expr') return undefined;
  for (const ref of node.refs) {
    const found = byId.get(ref);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stackFacts(declared: DeclaredStack): readonly Fact[] {
  const { key, name, at, tool, folder, environment, collector = tool, state } = declared;
  const base = { collector, implied: false, confidence: 'high' } as const;
  const stack: InfraStack = {
    kind: 'InfraStack',
    ...base,
    key,
    aliases: [],
    name,
    at,
    tool,
    folder,
    state,
  };
  if (environment === null) return [stack];
  const { files, ...named } = environment;
  const made: Environment = {
    kind: 'Environment',
    ...base,
    ...named,
    aliases: files.map((file) => entityKey(`environment:${file}`)),
  };
  const because = `${name} is what it makes`;
  return [made, stack, relation(key, 'in', environment.key, because, environment.at)];
}
