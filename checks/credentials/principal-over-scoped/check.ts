import { withArticle } from '../../../src/model/article.ts';
import { defineCheck } from '../../../src/model/check.ts';
import type { Credential, Principal, Target } from '../../../src/model/fact.ts';
import { type Severity, severities } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'principal-over-scoped',
  title: 'One principal can delete the data and its backups',
  severity: 'medium',
  since: '0.1.0',
  on: 'Principal',
  needs: [
    'Principal',
    'Credential',
    'DataStore',
    'InfraStack',
    'Environment',
    'Relation',
    'Binding',
  ],
  why: 'Whoever signs in as it, with a leaked key or as an agent that found one, can leave nothing to restore from.',
  fix: 'Grant only what it needs, and keep the right to delete backups for a principal that no key in use belongs to.',
  accept:
    'When it is kept for emergencies behind a second factor that stands elsewhere, or when the backups lie in an account it cannot reach.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://cloud.google.com/iam/docs/roles-overview',
  ],

  *run(principal, graph) {
    if (severityOf(principal, graph) === null) return;
    // Several have it from one line: that line is one finding.
    const [leader, ...others] = grantedAtOnce(principal, graph);
    if (leader?.key !== principal.key) return;
    const keys = keysOf(principal, graph);
    yield {
      at: principal.at,
      label: 'what grants it',
      what: `${named(principal, others.length)} can delete ${lossOf(principal)} ${reachOf(principal, graph)}, ${questionOf(principal)}.`,
      confidence: principal.confidence,
      severity: severityOf(principal, graph) ?? 'low',
      subjects: [principal, ...others],
      ...wayInOf(principal, keys),
      related: [
        ...[principal, ...others].flatMap((one) =>
          graph
            .places(one)
            .slice(1)
            .map((place) => ({ ...place, label: `"${one.name}"` })),
        ),
        ...keys.map(({ credential, isSure }) => ({
          ...credential.at,
          label: isSure ? 'a key of it' : 'a key that may be one of its',
        })),
      ].slice(0, 8),
    };
  },
});

function severityOf(principal: Principal, graph: RiskGraph): Severity | null {
  const targets = known(principal.deletes) ?? [];
  const kinds = targets.filter((target) => dataTargets.has(target));
  const scope = known(principal.scope);
  if (scope === undefined || scope === 'resource' || scope === 'environment') return null;
  if (kinds.length === 0 || !targets.some((target) => copyTargets.has(target))) return null;
  const confirms = known(principal.confirms);
  if (confirms === true || principal.usedBy === 'vendor') return null;
  const keys = keysOf(principal, graph);
  const isHeld = keys.some(({ isSure }) => isSure);
  // Who merges what a pipeline runs may be asked elsewhere, and a deployment needs what it makes.
  if (confirms === undefined && principal.usedBy === 'pipeline' && !isHeld) return null;
  if (confirms === undefined || principal.confidence === 'low') return 'low';
  if (isHeld) return 'high';
  const base = byUse(principal, keys.length > 0, graph);
  // One service of many is less than everything.
  return kinds.length === 1 && kinds[0] !== 'anything' ? lowered(base) : base;
}

const dataTargets: ReadonlySet<Target> = new Set([
  'database',
  'volume',
  'bucket',
  'project',
  'account',
  'anything',
]);
const copyTargets: ReadonlySet<Target> = new Set(['backup', 'project', 'account', 'anything']);

function byUse(principal: Principal, mayBeHeld: boolean, graph: RiskGraph): Severity {
  const tier = graph.tier(principal);
  if (tier !== 'production' && tier !== 'unknown') return 'low';
  // Where nothing of value and no key is seen, what can be lost is somebody else's to judge.
  if (tier === 'unknown' && !mayBeHeld && !hasData(principal, graph)) return 'low';
  return tier === 'production' && principal.usedBy === 'people' ? 'high' : 'medium';
}

function hasData({ provider }: Principal, graph: RiskGraph): boolean {
  return graph.all('DataStore').some((store) => {
    if (store.provider !== provider || store.implied || known(store.disposable) === true)
      return false;
    const tier = graph.tier(store);
    return store.confidence !== 'low' && (tier === 'production' || tier === 'unknown');
  });
}

function lowered(severity: Severity): Severity {
  return severities[Math.max(0, severities.indexOf(severity) - 1)] ?? 'low';
}

interface Key {
  readonly credential: Credential;
  /** A relation says whose it is. */
  readonly isSure: boolean;
}

/** Keys in the tree that belong to it; where none is known to, those that may. */
function keysOf(principal: Principal, graph: RiskGraph): readonly Key[] {
  const keys = graph.edgesInto(principal, 'acts-as').flatMap(({ from, confidence }): Key[] => {
    const credential = graph.entity(from);
    return credential?.kind === 'Credential' && isHere(credential)
      ? [{ credential, isSure: confidence !== 'low' }]
      : [];
  });
  const sure = keys.filter(({ isSure }) => isSure);
  return sure.length > 0 ? sure : keys.slice(0, 3);
}

function isHere({ form, confidence }: Credential): boolean {
  return (form === 'literal' || form === 'file') && confidence !== 'low';
}

/** Everybody who can do it because of the same line, the worst first. */
function grantedAtOnce(principal: Principal, graph: RiskGraph): readonly Principal[] {
  const { at } = principal;
  return graph
    .all('Principal')
    .filter((other) => other.at.file === at.file && other.at.start === at.start)
    .map((one) => ({ one, rank: rankOf(severityOf(one, graph)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank || (a.one.key < b.one.key ? -1 : 1))
    .map(({ one }) => one);
}

function rankOf(severity: Severity | null): number {
  return severity === null ? -1 : severities.indexOf(severity);
}

function named({ name, title }: Principal, others: number): string {
  const more = others === 0 ? '' : `, and ${others} more with the same right,`;
  return `"${name}", ${withArticle(title)}${more === '' ? ',' : more}`;
}

const words: readonly (readonly [Target, string])[] = [
  ['database', 'databases'],
  ['volume', 'volumes'],
  ['bucket', 'buckets'],
];

function lossOf(principal: Principal): string {
  const targets = known(principal.deletes) ?? [];
  const kinds = words.flatMap(([target, word]) => (targets.includes(target) ? [word] : []));
  if (kinds.length === 0) return 'everything, backups included,';
  const [last = '', ...rest] = [...kinds].reverse();
  const list = rest.length === 0 ? last : `${rest.reverse().join(', ')} and ${last}`;
  return `${list} together with their backups`;
}

function reachOf(principal: Principal, graph: RiskGraph): string {
  switch (known(principal.scope)) {
    case 'organization':
      return 'in every project of the organization';
    case 'project':
      return 'in its whole project';
    default: {
      const account = graph
        .from(principal, 'placed-in', 'FailureDomain')
        .find(({ level }) => level === 'account');
      return account === undefined ? 'in the whole account' : `in ${account.name}`;
    }
  }
}

/** Who signs in decides how it goes wrong, and what to change first. */
function wayInOf(
  { usedBy, confirms, narrower, at }: Principal,
  keys: readonly Key[],
): { readonly why?: string; readonly fix?: string } {
  const fix = narrower === null ? {} : { fix: `${narrower} (${at.file}).` };
  const held = keys.find(({ isSure }) => isSure);
  if (held !== undefined) {
    return {
      ...fix,
      why: `Its key stands in ${held.credential.at.file}: whatever reads that file, an agent included, can leave nothing to restore from.`,
    };
  }
  if (usedBy === 'pipeline' && known(confirms) === false) {
    return {
      why: 'Any branch or pull request of the repository that it trusts signs in as it, and can leave nothing to restore from.',
      fix: `Let only a protected branch or a reviewed environment sign in as it, and let it delete no backups (${at.file}).`,
    };
  }
  if (usedBy !== 'program') return fix;
  return {
    ...fix,
    why: 'Whatever runs as it, a flaw in the program or an agent included, can leave nothing to restore from.',
  };
}

function questionOf(principal: Principal): string {
  return known(principal.confirms) === undefined
    ? 'and whether anything asks first does not show here'
    : 'and nothing asks for a second factor or a second person';
}
