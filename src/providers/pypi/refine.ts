import type { Refinement } from '../../model/knowledge.ts';
import { dayOf, printableWord } from '../../recognize/credential/credential-decode.ts';
import { macaroonCaveats } from '../../recognize/credential/credential-macaroon.ts';

/** First element of a caveat. */
const tag = { expiry: 0, projectNames: 1, projectIds: 2, user: 3, publisher: 4 } as const;

/** What the caveats of one token say. */
interface Limits {
  readonly project: string | null;
  readonly isForProjects: boolean;
  readonly user: string | null;
  readonly isForUser: boolean;
  readonly isFromPublisher: boolean;
  readonly expiresOn: string | null;
}

/**
 * What the caveats of an upload token say: the projects it is for, or its whole user, and its end. `null` where they cannot be read, and where none
 * of them says whose it is.
 * @see https://github.com/pypi/warehouse/blob/main/warehouse/macaroons/caveats/__init__.py
 */
export function refineToken(value: string): Refinement | null {
  const caveats = macaroonCaveats(value.replace(/^pypi-/, ''));
  if (caveats === null) return null;
  const limits = limitsOf(caveats.map(parse));
  if (!limits.isForProjects && !limits.isForUser && !limits.isFromPublisher) return null;
  return {
    ...kindOf(limits),
    expiresOn: limits.expiresOn ?? 'never',
    ...(limits.user === null ? {} : { belongsTo: limits.user }),
  };
}

function kindOf(limits: Limits): Refinement {
  if (limits.isFromPublisher)
    return { title: 'PyPI token of a trusted publisher', scope: 'project' };
  if (!limits.isForProjects) {
    return { title: 'PyPI token for every project of its user', scope: 'account' };
  }
  const name = limits.project === null ? 'one project' : `the project ${limits.project}`;
  return { title: `PyPI token for ${name}`, scope: 'project' };
}

function parse(caveat: string): unknown {
  try {
    return JSON.parse(caveat);
  } catch {
    return null; // a caveat of another kind, which narrows nothing here
  }
}

function limitsOf(caveats: readonly unknown[]): Limits {
  let limits: Limits = {
    project: null,
    isForProjects: false,
    user: null,
    isForUser: false,
    isFromPublisher: false,
    expiresOn: null,
  };
  for (const caveat of caveats) limits = { ...limits, ...limitOf(caveat) };
  return limits;
}

function limitOf(caveat: unknown): Partial<Limits> {
  if (!Array.isArray(caveat)) return legacyLimit(caveat);
  const [kind, value]: readonly unknown[] = caveat;
  switch (kind) {
    case tag.expiry:
      return { expiresOn: dayOf(value) };
    case tag.projectNames:
      return { isForProjects: true, project: onlyName(value) };
    case tag.projectIds:
      return { isForProjects: true };
    case tag.user:
      return { isForUser: true, user: printableWord(value) };
    case tag.publisher:
      return { isFromPublisher: true };
    default:
      return {};
  }
}

/** The first form: `{"version": 1, "permissions": "user"}`, or the names of projects in its place. */
function legacyLimit(caveat: unknown): Partial<Limits> {
  if (typeof caveat !== 'object' || caveat === null || !('permissions' in caveat)) return {};
  const { permissions } = caveat;
  if (permissions === 'user') return { isForUser: true };
  if (typeof permissions !== 'object' || permissions === null) return {};
  return 'projects' in permissions
    ? { isForProjects: true, project: onlyName(permissions.projects) }
    : {};
}

function onlyName(names: unknown): string | null {
  return Array.isArray(names) && names.length === 1 ? printableWord(names[0]) : null;
}
