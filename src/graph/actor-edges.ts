import type { EntityKey, Guard } from '../model/fact.ts';
import type { Actor } from '../model/graph.ts';
import type { SourceRange } from '../model/source.ts';
import type { ActorEdge } from './actor-edge.ts';
import { agentEdges } from './agent-edges.ts';
import type { LinkIndex } from './link-index.ts';

/** How an actor comes to credentials, commands and servers. Blocked ways are not returned. */
export function edgesOf(index: LinkIndex, actor: Actor): readonly ActorEdge[] {
  switch (actor.kind) {
    case 'Agent':
      return agentEdges(index, actor);
    case 'Operator':
      return operatorEdges(index, actor.key);
    case 'Pipeline':
      return pipelineEdges(index, actor.key);
  }
}

/** Automation does what its file says and nothing else: a credential that it holds is no way to lose anything by itself. */
function pipelineEdges(index: LinkIndex, pipeline: EntityKey): readonly ActorEdge[] {
  const guards = index
    .out(pipeline, 'guarded-by')
    .map((edge) => index.entity(edge.to))
    .filter((entity): entity is Guard => entity?.kind === 'Guard');
  if (guards.some((guard) => guard.strength === 'blocks')) return [];
  return index.out(pipeline, 'runs').map((edge) => ({ edge, guards }));
}

/** Whoever works in the tree can read every file and run every command of it. */
function operatorEdges(index: LinkIndex, operator: EntityKey): readonly ActorEdge[] {
  const edge = (
    rel: 'reads' | 'runs',
    to: EntityKey,
    because: string,
    at: SourceRange,
  ): ActorEdge => ({
    edge: {
      kind: 'Relation',
      rel,
      from: operator,
      to,
      actions: rel === 'reads' ? ['read'] : ['delete'],
      because,
      at,
      confidence: 'high',
    },
    guards: [],
  });
  return [
    ...index
      .all('Credential')
      .filter(({ form }) => form !== 'reference' && form !== 'injected')
      .map((credential) =>
        edge(
          'reads',
          credential.key,
          `${credential.at.file} is readable by anyone who works here`,
          credential.at,
        ),
      ),
    ...index
      .all('DestructiveCommand')
      .filter((command) => !command.implied && command.invocations.length > 0)
      .map((command) =>
        edge('runs', command.key, `\`${command.invocations[0]}\` is there to be run`, command.at),
      ),
  ];
}
