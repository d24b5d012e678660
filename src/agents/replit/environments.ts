import { at, type DataDocument, type DataEntry, entries } from '../../model/document.ts';
import {
  type EntityKey,
  type Environment,
  entityKey,
  type Fact,
  type Tier,
} from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { heldCredentials } from '../../recognize/agent/held-credentials.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';

/** Tables of variables, and the stages that get them. */
const tables: readonly { readonly name: string; readonly tiers: readonly Stage[] }[] = [
  { name: 'shared', tiers: ['development', 'production'] },
  { name: 'development', tiers: ['development'] },
  { name: 'production', tiers: ['production'] },
];
type Stage = Extract<Tier, 'development' | 'production'>;

/**
 * Variables of `[userenv.*]`: the workspace, where the agent works, gets those of development; the deployment those of production; both get the
 * shared ones. Secrets are kept elsewhere.
 * @see https://docs.replit.com/replit-workspace/workspace-features/secrets
 */
export function variableFacts(
  document: DataDocument,
  agent: EntityKey | null,
  knowledge: Knowledge,
): readonly Fact[] {
  const facts: Fact[] = [];
  const used = new Map<Stage, DataEntry>();
  for (const { name, tiers } of tables) {
    for (const variable of entries(at(document.roots[0], 'userenv', name))) {
      for (const tier of tiers) {
        if (!used.has(tier)) used.set(tier, variable);
        const found = factsOf(variable, tier, document, knowledge);
        facts.push(...found);
        if (agent !== null && tier === 'development')
          facts.push(...held(found, agent, variable.key));
      }
    }
  }
  const environments = [...used].map(([tier, first]) => environmentOf(document, tier, first));
  return [...environments, ...unique(facts)];
}

function keyOf(document: DataDocument, tier: Stage): EntityKey {
  return entityKey(`environment:${document.file}#${tier}`);
}

function environmentOf(document: DataDocument, tier: Stage, first: DataEntry): Environment {
  return {
    kind: 'Environment',
    key: keyOf(document, tier),
    aliases: [],
    name: `${tier} in ${document.file}`,
    at: first.keyAt,
    collector: 'replit',
    implied: false,
    confidence: 'high',
    tier,
  };
}

function factsOf(
  { key, keyAt, value }: DataEntry,
  tier: Stage,
  document: DataDocument,
  knowledge: Knowledge,
): readonly Fact[] {
  if (value.type !== 'scalar' && value.type !== 'expr') return [];
  const environment = keyOf(document, tier);
  const variable = { name: key, value, keyAt, document, environment, comment: null };
  return factsOfVariable({ ...variable, collector: 'replit' }, knowledge);
}

/** The shell of the workspace has these variables, and so has whatever the agent runs there. */
function held(facts: readonly Fact[], agent: EntityKey, name: string): readonly Fact[] {
  return heldCredentials(agent, facts, () => ({
    because: `the workspace that the agent works in has "${name}"`,
  }));
}

/** What both stages have is said once. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind === 'Relation' || fact.kind === 'Binding') return true;
    const isNew = !seen.has(fact.key);
    seen.add(fact.key);
    return isNew;
  });
}
