import type { EntityView, HopView, PathView } from './view.ts';

const kindWords: Readonly<Record<string, string>> = {
  Agent: 'agent',
  AgentRule: 'rule',
  InertSetting: 'setting',
  McpServer: 'MCP server',
  Credential: 'credential',
  DestructiveCommand: 'command',
  Pipeline: 'pipeline',
  Environment: 'environment',
  Workload: 'workload',
  DataStore: 'store',
  Backup: 'backup',
  FailureDomain: 'failure domain',
  Guard: 'guard',
  Operator: 'operator',
};

const relationWords: Readonly<Record<string, string>> = {
  authorizes: 'works for',
  loses: 'takes with it',
  'connects-to': 'connects to',
  in: 'is in',
  'backs-up': 'backs up',
  'placed-in': 'is placed in',
  within: 'is within',
  'guarded-by': 'is guarded by',
};

/** Most hops that are printed; a longer path is summed up. */
export const mostHops = 8;

/** An entity in words: `agent "cursor"`. */
function entityText(entity: EntityView): string {
  return `${kindWords[entity.kind] ?? entity.kind} "${entity.name}"`;
}

/** A hop in words, without its reason: `agent "cursor" reads credential "RAILWAY_API_TOKEN"`. */
export function hopText(hop: HopView): string {
  return `${entityText(hop.from)} ${relationWords[hop.relation] ?? hop.relation} ${entityText(hop.to)}`;
}

/** Guards of a hop, each as a sentence without a full stop. */
export function guardTexts(hop: HopView): readonly string[] {
  return hop.guards.map(
    (guard) => `guard "${guard.name}" only ${guard.strength}, and does not stop it`,
  );
}

/** What a path is worth in words: `high confidence, 2 more ways`. */
export function pathTraits(path: PathView): string {
  const ways = path.alternates === 1 ? '1 more way' : `${path.alternates} more ways`;
  return `${path.confidence} confidence${path.alternates > 0 ? `, ${ways}` : ''}`;
}

/** `file:line:column`, which terminals turn into links. */
export function placeText(place: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** What remains of the store's copies, as sentences without full stops. */
export function copyTexts(path: PathView, at: (entity: EntityView) => string): readonly string[] {
  if (path.lost.length === 0 && path.survivors.length === 0) {
    return [`no copy of ${entityText(path.store)} was found in these files`];
  }
  const lost = path.lost.map((copy) => `lost with it: ${entityText(copy)} (${at(copy)})`);
  const kept = path.survivors.map((copy) => `survives: ${entityText(copy)} (${at(copy)})`);
  return [...lost, ...(kept.length > 0 ? kept : ['no copy found in these files survives'])];
}
