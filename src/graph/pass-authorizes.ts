import type {
  Credential,
  DataStore,
  DestructiveCommand,
  Entity,
  EntityKey,
  McpServer,
  Relation,
  Scope,
  Target,
} from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import type { ProviderFacts } from '../model/knowledge.ts';
import { known, unknown } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';
import { mayName } from './named-target.ts';

/**
 * What each literal control-plane credential can destroy: through the calls this repository already contains, and through the provider's API where
 * it contains none. A provider without any declared store gets one implied store, because the real ones live outside the repository.
 */
export function authorize(index: LinkIndex): readonly (Relation | Entity)[] {
  const made: (Relation | Entity)[] = [];
  for (const credential of index.all('Credential')) {
    if (credential.form === 'reference' || !mayDelete(credential)) continue;
    if (credential.plane !== 'control') {
      made.push(...heldByCommands(index, credential));
      continue;
    }
    const provider = index.knowledge.provider(credential.provider ?? '');
    if (provider !== undefined && isDestroyable(provider)) {
      made.push(...reachOf(index, credential, provider));
    }
  }
  for (const server of index.all('McpServer')) made.push(...loginOf(index, server));
  return made;
}

/** The jobs that are handed it, where nobody else has it; else `null`. */
function pipelinesOf(index: LinkIndex, credential: Credential): readonly EntityKey[] | null {
  if (credential.form !== 'injected') return null;
  const holders = index.into(credential.key, 'holds').map((edge) => index.entity(edge.from));
  const pipelines = holders.flatMap((holder) => (holder?.kind === 'Pipeline' ? [holder.key] : []));
  return pipelines.length === 0 || pipelines.length < holders.length ? null : pipelines;
}

/**
 * A server that is handed no credential uses a login outside the tree (OAuth, a CLI's own): what it can destroy is as wide as the vendor lets it be.
 */
function loginOf(index: LinkIndex, server: McpServer): readonly (Relation | Entity)[] {
  const provider = index.knowledge.provider(server.provider ?? '');
  if (provider === undefined || server.reach === null || server.destructiveTools.length === 0) {
    return [];
  }
  // Read-only or confined: what is left is too little to draw a path from a login that nobody sees.
  if (known(server.readOnly) !== false || known(server.narrowed) === true) return [];
  if (index.out(server.key, 'holds').length > 0) return [];
  const store: DataStore = {
    ...impliedStore(server, provider, server.reach),
    name: `anything in the ${provider.title} ${server.reach} that "${server.name}" is logged in to`,
  };
  const [tool = ''] = server.destructiveTools;
  return [
    store,
    {
      kind: 'Relation',
      rel: 'authorizes',
      from: server.key,
      to: store.key,
      actions: ['delete'],
      because: `${tool} of ${server.title} works on whatever its login reaches`,
      at: server.at,
      confidence: 'medium',
    },
  ];
}

/** Where no call and no command that destroys is known, as with keys for hosts that nobody names, what is lost is not ours to say. */
function isDestroyable(provider: ProviderFacts): boolean {
  return provider.commands.length > 0 || (provider.api?.operations.length ?? 0) > 0;
}

function blocks(entity: Entity | undefined): boolean {
  return entity?.kind === 'Guard' && entity.strength === 'blocks';
}

/** A login works with the commands that are handed it. */
function heldByCommands(index: LinkIndex, credential: Credential): readonly Relation[] {
  const commands = index
    .into(credential.key, 'holds')
    .map((edge) => index.entity(edge.from))
    .filter((entity): entity is DestructiveCommand => entity?.kind === 'DestructiveCommand');
  return [...new Set(commands)].map((command) =>
    callEdge(credential, command, reachConfidence(credential)),
  );
}

function mayDelete(credential: Credential): boolean {
  const actions = known(credential.actions);
  // Unknown powers stay in: the path says so through its confidence.
  return (
    actions === undefined || actions.some((action) => action === 'delete' || action === 'admin')
  );
}

function reachOf(
  index: LinkIndex,
  credential: Credential,
  provider: ProviderFacts,
): readonly (Relation | Entity)[] {
  const made: (Relation | Entity)[] = [];
  const declared = index
    .all('DataStore')
    .filter((store) => store.provider === provider.id && inScope(index, credential, store));
  // What automation is handed nobody else has: only its own commands use it, on what the tree declares.
  const isOfPipeline = pipelinesOf(index, credential) !== null;
  if (isOfPipeline && declared.length === 0) return made;
  const stores =
    declared.length > 0
      ? declared
      : [impliedStore(credential, provider, known(credential.scope) ?? 'account')];
  if (declared.length === 0) made.push(...stores);
  const confidence = reachConfidence(credential);
  const covered = new Set<DataStore>();
  for (const command of index.all('DestructiveCommand')) {
    // What an agent types by hand is the same as sending the call.
    if (command.implied || !worksWith(index, command, credential)) continue;
    const targets = targetsOf(index, command, provider, stores);
    if (targets.length === 0) continue;
    made.push(
      callEdge(credential, command, namedConfidence(index, command, credential) ?? confidence),
    );
    // A guard in our own code does not bind whoever sends the same call by hand.
    const guarded = index
      .out(command.key, 'guarded-by')
      .some((edge) => blocks(index.entity(edge.to)));
    for (const store of targets) {
      if (!guarded) covered.add(store);
      made.push(...destroyEdge(index, command, store));
    }
  }
  for (const store of stores) {
    if (!covered.has(store) && !isOfPipeline)
      made.push(directEdge(index, credential, provider, store, confidence));
  }
  return made;
}

/** Of the vendor's own commands what they can take; of another tool's what it is known to destroy there. */
function targetsOf(
  index: LinkIndex,
  command: DestructiveCommand,
  provider: ProviderFacts,
  stores: readonly DataStore[],
): readonly DataStore[] {
  if (command.provider === provider.id) {
    return stores.filter(
      (store) => canTake(index, command.destroys, store) && mayName(command, store),
    );
  }
  const destroyed = new Set(index.out(command.key, 'destroys').map((edge) => edge.to));
  return stores.filter((store) => destroyed.has(store.key));
}

/** A narrow token reaches a store only when both belong to the same environment or project; unknown membership counts as reach. */
function inScope(index: LinkIndex, credential: Credential, store: DataStore): boolean {
  const scope = known(credential.scope);
  if (scope !== 'environment' && scope !== 'resource') return true;
  // Commands that name it say how it is used, not where it belongs.
  const holders = index
    .into(credential.key, 'holds')
    .map((edge) => edge.from)
    .filter((holder) => index.entity(holder)?.kind !== 'DestructiveCommand');
  const users = index.into(store.key, 'connects-to').map((edge) => edge.from);
  if (holders.length === 0 || users.length === 0) return true;
  return holders.some((holder) => users.includes(holder));
}

function reachConfidence(credential: Credential): Relation['confidence'] {
  const scope = known(credential.scope);
  const isUnsure =
    scope === undefined ||
    credential.actions.state === 'unknown' ||
    // That a token of one environment may delete what the whole project shares is plausible, not confirmed.
    scope === 'environment' ||
    scope === 'resource';
  return weaker(credential.confidence, isUnsure ? 'medium' : 'high');
}

/** A command that names this credential is as sure to work with it as the name is to mean it, however far the credential reaches elsewhere. */
function namedConfidence(
  index: LinkIndex,
  command: DestructiveCommand,
  credential: Credential,
): Relation['confidence'] | undefined {
  const named = index.out(command.key, 'holds').find((edge) => edge.to === credential.key);
  return named && weaker(named.confidence, credential.confidence);
}

/** A command that names its credential works with that one; otherwise any credential of its provider may do. */
function worksWith(index: LinkIndex, command: DestructiveCommand, credential: Credential): boolean {
  const pipelines = pipelinesOf(index, credential);
  const runners = index.into(command.key, 'runs').map((edge) => edge.from);
  if (pipelines !== null && !pipelines.some((key) => runners.includes(key))) return false;
  const held = index
    .out(command.key, 'holds')
    .map((edge) => index.entity(edge.to))
    .filter((entity) => entity?.kind === 'Credential');
  return held.length === 0 || held.some((entity) => entity?.key === credential.key);
}

/** Whether an act on `target` takes this store with it. */
export function canTake(index: LinkIndex, target: Target, store: DataStore): boolean {
  if (index.knowledge.store(store.product)?.spec.outlives?.includes(target) === true) return false;
  if (store.product === 'implied') return target !== 'backup' && target !== 'files';
  switch (target) {
    case 'anything':
    case 'project':
    case 'environment':
    case 'account':
      return true;
    case 'service':
      return store.holds === 'database';
    case 'database':
    case 'volume':
    case 'bucket':
    case 'cache':
    case 'queue':
      return store.holds === target;
    case 'backup':
    case 'files':
      return false;
  }
}

function callEdge(
  credential: Credential,
  command: DestructiveCommand,
  confidence: Relation['confidence'],
): Relation {
  return {
    kind: 'Relation',
    rel: 'authorizes',
    from: credential.key,
    to: command.key,
    actions: ['delete'],
    because: `"${credential.name}" is accepted by ${command.verb}, which ${command.at.file} already contains`,
    at: command.at,
    confidence: weaker(confidence, command.confidence),
  };
}

function destroyEdge(
  index: LinkIndex,
  command: DestructiveCommand,
  store: DataStore,
): readonly Relation[] {
  if (index.out(command.key, 'destroys').some((edge) => edge.to === store.key)) return [];
  const spans = index.knowledge.store(store.product)?.spec.spansEnvironments === true;
  const recovery = command.recovery === null ? '' : ` (${command.recovery})`;
  return [
    {
      kind: 'Relation',
      rel: 'destroys',
      from: command.key,
      to: store.key,
      actions: ['delete'],
      because: spans
        ? `${command.verb} removes it in every environment at once${recovery}`
        : `${command.verb} removes it${recovery}`,
      at: command.at,
      confidence: weaker(command.confidence, store.confidence),
    },
  ];
}

function directEdge(
  index: LinkIndex,
  credential: Credential,
  provider: ProviderFacts,
  store: DataStore,
  confidence: Relation['confidence'],
): Relation {
  const operation = provider.api?.operations.find((candidate) =>
    canTake(index, candidate.destroys, store),
  );
  const by = operation === undefined ? 'one API call' : `one ${operation.name} call`;
  return {
    kind: 'Relation',
    rel: 'authorizes',
    from: credential.key,
    to: store.key,
    actions: ['delete'],
    because: `${by} to ${provider.title} with "${credential.name}" removes it`,
    at: credential.at,
    confidence: weaker(confidence, store.confidence),
  };
}

function impliedStore(
  holder: Credential | McpServer,
  provider: ProviderFacts,
  scope: Scope,
): DataStore {
  return {
    kind: 'DataStore',
    key: entityKey(`${provider.id}:implied/${scope}`),
    aliases: [],
    name: `anything in the ${provider.title} ${scope} of ${holder.name}`,
    at: holder.at,
    collector: 'graph',
    implied: true,
    confidence: 'medium',
    provider: provider.id,
    product: 'implied',
    holds: 'database',
    deletionProtection: unknown('external', holder.at),
    disposable: unknown('external', holder.at),
  };
}
