import type { Action, Target } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import type { PolicyReading, PolicyStatement } from './aws-statement.ts';
import { matchesWildcard } from './wildcard.ts';

/** An action of AWS that takes something away for good, or lets its owner take every right. */
export interface PolicyAction {
  /** As policies name it: `rds:DeleteDBInstance`. */
  readonly action: string;
  readonly destroys: Target;
}

/** What evaluation needs to know about AWS. */
export interface ActionCatalogue {
  readonly destructive: readonly PolicyAction[];
  /** With one of these on everything, a principal can give itself every right. */
  readonly escalating: readonly string[];
}

/** Everything that decides what a principal may do. */
export interface PolicySet {
  readonly attached: readonly PolicyReading[];
  /** The limit that nothing attached goes beyond; `null` where there is none. */
  readonly boundary: PolicyReading | null;
}

/** What a set of policies lets its owner take away. */
export interface PolicyReach {
  /** `everywhere`: in the whole account. `somewhere`: of resources that it names, or fewer. */
  readonly breadth: Breadth;
  readonly deletes: readonly Target[];
  readonly actions: readonly Action[];
  /** A second factor is asked for before any of it; `null` where the text does not decide. */
  readonly confirms: boolean | null;
  /** Nothing that was attached is left unread. */
  readonly isWhole: boolean;
  /** The statement that grants most of it; `null` where nothing is granted. */
  readonly grantedAt: SourceRange | null;
}

export type Breadth = 'everywhere' | 'somewhere' | 'nowhere';

/** Decides which destructive actions these policies allow, on how much, and after which question. */
export function evaluatePolicies(policies: PolicySet, catalogue: ActionCatalogue): PolicyReach {
  const statements = policies.attached.flatMap((reading) => reading.statements);
  const boundary = policies.boundary;
  const judged = catalogue.destructive.map((spec) => ({
    spec,
    grant: grantOf(spec.action, statements, boundary),
  }));
  const escalates = catalogue.escalating.some((action) => {
    const { breadth, confirms } = grantOf(action, statements, boundary);
    return breadth === 'everywhere' && confirms !== true;
  });
  const isWhole = [...policies.attached, ...(boundary === null ? [] : [boundary])].every(
    (reading) => reading.isWhole,
  );
  // What is granted everywhere without a question says most; what is granted on less or after one counts where there is nothing worse.
  const level = levels.find(({ breadth, confirms }) =>
    judged.some(({ grant }) => grant.breadth === breadth && grant.confirms === confirms),
  );
  const counted = judged.filter(
    ({ grant }) =>
      level !== undefined && grant.breadth === level.breadth && grant.confirms === level.confirms,
  );
  const names = counted.map(({ spec }) => spec.action);
  return {
    breadth: level?.breadth ?? 'nowhere',
    deletes: [...new Set(counted.map(({ spec }) => spec.destroys))],
    actions: kindsOf(statements, counted.length > 0, escalates),
    confirms: level === undefined ? false : level.confirms,
    isWhole,
    grantedAt: widest(statements, names.length > 0 ? names : catalogue.escalating),
  };
}

/** The worst first. */
const levels: readonly { readonly breadth: Breadth; readonly confirms: boolean | null }[] = [
  { breadth: 'everywhere', confirms: false },
  { breadth: 'everywhere', confirms: null },
  { breadth: 'everywhere', confirms: true },
  { breadth: 'somewhere', confirms: false },
  { breadth: 'somewhere', confirms: null },
  { breadth: 'somewhere', confirms: true },
];

interface Grant {
  readonly breadth: Breadth;
  readonly confirms: boolean | null;
}

function grantOf(
  action: string,
  statements: readonly PolicyStatement[],
  boundary: PolicyReading | null,
): Grant {
  const own = decided(action, statements);
  if (boundary === null || own.breadth === 'nowhere') return own;
  const limit = decided(action, boundary.statements);
  // Of a limit that could not be read only this is known: there is one.
  const limited = boundary.isWhole ? limit.breadth : 'somewhere';
  return {
    breadth: narrower(own.breadth, limited),
    confirms: own.confirms === true || limit.confirms === true ? true : own.confirms,
  };
}

function decided(action: string, statements: readonly PolicyStatement[]): Grant {
  const about = statements.filter((statement) => isAbout(statement, action));
  const allowed = allowedBy(
    about.filter(({ allows }) => allows),
    action,
  );
  return about
    .filter(({ allows }) => !allows)
    .reduce((grant, deny) => denied(grant, deny, action), allowed);
}

function allowedBy(allows: readonly PolicyStatement[], action: string): Grant {
  let best: Grant = { breadth: 'nowhere', confirms: false };
  for (const statement of allows) {
    const breadth = statement.condition === 'narrows' ? 'somewhere' : breadthOf(statement, action);
    const grant: Grant = { breadth, confirms: asks(statement) };
    if (rankOf(grant) > rankOf(best)) best = grant;
  }
  return best;
}

function asks({ condition }: PolicyStatement): boolean | null {
  if (condition === 'second-factor') return true;
  return condition === 'second-factor-on-console' ? null : false;
}

function rankOf({ breadth, confirms }: Grant): number {
  const place = levels.findIndex(
    (level) => level.breadth === breadth && level.confirms === confirms,
  );
  return place < 0 ? -1 : levels.length - place;
}

function denied(grant: Grant, deny: PolicyStatement, action: string): Grant {
  if (grant.breadth === 'nowhere') return grant;
  if (deny.condition === 'second-factor') return asked(grant, deny, action, true);
  if (deny.condition === 'second-factor-on-console') return asked(grant, deny, action, null);
  if (deny.condition === 'narrows') {
    // One that forbids other regions or networks keeps nothing safe.
    const isHarmless = deny.conditionKeys.every((key) => placeKeys.has(key));
    return isHarmless ? grant : { ...grant, breadth: 'somewhere' };
  }
  return breadthOf(deny, action) === 'everywhere'
    ? { breadth: 'nowhere', confirms: false }
    : { ...grant, breadth: 'somewhere' };
}

/** A grant that a second factor is asked for, as far as the denial of doing without reaches. */
function asked(grant: Grant, deny: PolicyStatement, action: string, confirms: true | null): Grant {
  if (grant.confirms === true) return grant;
  if (breadthOf(deny, action) === 'everywhere') return { ...grant, confirms };
  // Nobody is asked about what it does not name. Whether that is any of what is granted is not always to be seen.
  const leavesRest =
    grant.breadth === 'everywhere' && !deny.allResourcesBut && deny.resources.length > 0;
  return leavesRest ? grant : { ...grant, confirms: null };
}

const placeKeys = new Set([
  'aws:requestedregion',
  'aws:sourceip',
  'aws:securetransport',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:viaawsservice',
]);

function isAbout(statement: PolicyStatement, action: string): boolean {
  const isNamed = statement.actions.some((pattern) => matchesWildcard(pattern, action));
  return statement.allActionsBut ? !isNamed : isNamed;
}

function breadthOf(statement: PolicyStatement, action: string): Breadth {
  if (statement.allResourcesBut) return statement.allows ? 'everywhere' : 'somewhere';
  const service = action.slice(0, action.indexOf(':'));
  return statement.resources.some((pattern) => isWholeService(pattern, service))
    ? 'everywhere'
    : 'somewhere';
}

/** `*`, `arn:aws:s3:::*`, `arn:aws:rds:*:*:db:*`: whatever of the service there is in the account. */
function isWholeService(pattern: string, service: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  const [arn, , owner = '', region, account, ...rest] = pattern.split(':');
  if (arn !== 'arn' || rest.length === 0 || !matchesWildcard(owner, service)) return false;
  // Buckets belong to no region and no account in their names, and what stands before the slash is one of them.
  if (region === '' && account === '') return /^\*(?:\/\*)?$/.test(rest.join(':'));
  return /^(?:[\w-]{1,40}[:/])?\*(?:[:/]\*){0,3}$/.test(rest.join(':'));
}

function narrower(a: Breadth, b: Breadth): Breadth {
  const order: readonly Breadth[] = ['nowhere', 'somewhere', 'everywhere'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

const readingVerb = /^[^:]*:(?:get|list|describe|head|batchget|query|scan|view|lookup|select)/i;

function kindsOf(
  statements: readonly PolicyStatement[],
  deletes: boolean,
  escalates: boolean,
): readonly Action[] {
  const patterns = statements
    .filter(({ allows }) => allows)
    .flatMap((statement) => (statement.allActionsBut ? ['*'] : statement.actions));
  const reads = patterns.some((pattern) => readingVerb.test(pattern) || pattern.endsWith('*'));
  const writes = patterns.some((pattern) => !readingVerb.test(pattern));
  const kinds: readonly (readonly [Action, boolean])[] = [
    ['read', reads],
    ['write', writes],
    ['delete', deletes],
    ['admin', escalates],
  ];
  return kinds.flatMap(([kind, isSo]) => (isSo ? [kind] : []));
}

function widest(
  statements: readonly PolicyStatement[],
  actions: readonly string[],
): SourceRange | null {
  let best: { readonly at: SourceRange; readonly count: number } | null = null;
  for (const statement of statements) {
    if (!statement.allows) continue;
    const count = actions.filter((action) => isAbout(statement, action)).length;
    if (count > (best?.count ?? 0)) best = { at: statement.at, count };
  }
  return best?.at ?? null;
}
