import type { Action } from '../../model/fact.ts';
import type { Refinement } from '../../model/knowledge.ts';
import { base64Bytes, dayOf, printableWord } from '../../recognize/credential/credential-decode.ts';
import { type Packed, unpack } from '../../recognize/credential/credential-message-pack.ts';

/** Types of caveats that say how far a token reaches; the others are left alone, and narrow nothing here. */
const caveat = {
  organization: 0,
  volumes: 2,
  apps: 3,
  validity: 4,
  mutations: 6,
  machines: 7,
  ifPresent: 13,
  action: 26,
} as const;
const mask = { read: 1, write: 2, create: 4, delete: 8, control: 16, all: 31 } as const;
/** Where tokens that permit something come from; the others only say who asks. */
const permission = 'https://api.fly.io/v1';

/** What the caveats of one token leave. */
interface Reach {
  organization: string | null;
  /** An app, volume or machine, or a list of mutations, is named: nothing else is reached. */
  isLimited: boolean;
  /** Bits of what may be done. */
  mask: number;
  expiresOn: string | null;
}

/**
 * What the caveats of a Fly.io token say. They are signed, not encrypted: organization or apps, what may be done, and until when. `null` where
 * the token cannot be read: then it may do anything.
 * @see https://github.com/superfly/macaroon/blob/main/flyio/caveats.go
 */
export function refineMacaroon(value: string): Refinement | null {
  const reaches: Reach[] = [];
  for (const token of value.replace(/^FlyV1 /, '').split(',', 20)) {
    const body = /^fm(?:1[ar]|2)_(.*)$/.exec(token.trim())?.[1];
    const bytes = body === undefined ? null : base64Bytes(body);
    const macaroon = bytes === null ? undefined : unpack(bytes);
    if (!isList(macaroon)) return null;
    if (macaroon[1] !== permission) continue;
    if (!isList(macaroon[2])) return null;
    reaches.push(reachOf(macaroon[2]));
  }
  const [first, ...others] = reaches;
  return first === undefined ? null : refinementOf(others.reduce(both, first));
}

/** A bundle reaches what either of its tokens reaches, for as long as one of them lasts. */
function both(a: Reach, b: Reach): Reach {
  const [, last] = [a.expiresOn ?? 'never', b.expiresOn ?? 'never'].sort();
  return {
    organization: a.organization === b.organization ? a.organization : null,
    isLimited: a.isLimited && b.isLimited,
    mask: a.mask | b.mask,
    // Letters come after digits.
    expiresOn: last === undefined || last === 'never' ? null : last,
  };
}

function refinementOf(reach: Reach): Refinement {
  const { organization, isLimited, expiresOn } = reach;
  const scope = isLimited ? 'resource' : organization === null ? 'account' : 'organization';
  const what = { resource: 'app', account: 'personal', organization: 'organization' }[scope];
  const actions = actionsOf(reach.mask);
  const only = actions.length === 1 && actions[0] === 'read' ? 'read-only ' : '';
  return {
    title: `Fly.io ${only}${what} token`,
    scope,
    actions,
    expiresOn: expiresOn ?? 'never',
    ...(organization === null ? {} : { belongsTo: organization }),
  };
}

function actionsOf(bits: number): readonly Action[] {
  const actions: Action[] = [];
  if ((bits & mask.read) !== 0) actions.push('read');
  if ((bits & (mask.write | mask.create)) !== 0) actions.push('write');
  if ((bits & mask.delete) !== 0) actions.push('delete');
  if ((bits & mask.control) !== 0) actions.push('admin');
  return actions;
}

function reachOf(caveats: readonly Packed[]): Reach {
  const reach: Reach = {
    organization: null,
    isLimited: false,
    mask: mask.all,
    expiresOn: null,
  };
  for (const [type, body] of pairs(caveats)) narrow(reach, type, body);
  return reach;
}

/** Caveats stand flat in one list: type, body, type, body. */
function pairs(caveats: readonly Packed[]): readonly (readonly [Packed, Packed])[] {
  return caveats.flatMap((type, at) =>
    at % 2 === 0 ? [[type, caveats[at + 1] ?? null] as const] : [],
  );
}

function narrow(reach: Reach, type: Packed, body: Packed): void {
  switch (type) {
    case caveat.organization: {
      const [id, bits] = isList(body) ? body : [];
      reach.organization = printableWord(id);
      if (typeof bits === 'number') reach.mask &= bits;
      return;
    }
    case caveat.apps:
    case caveat.volumes:
    case caveat.machines:
      limit(reach, body);
      return;
    case caveat.mutations:
      reach.isLimited = true;
      return;
    case caveat.validity: {
      const day = isList(body) ? dayOf(body[1]) : null;
      if (day !== null && (reach.expiresOn === null || day < reach.expiresOn))
        reach.expiresOn = day;
      return;
    }
    case caveat.action: {
      const bits = isList(body) ? body[0] : body;
      if (typeof bits === 'number') reach.mask &= bits;
      return;
    }
    case caveat.ifPresent:
      narrowWherePresent(reach, body);
      return;
  }
}

/** Named things with what may be done to each. Zero and the empty name stand for all of them. */
function limit(reach: Reach, body: Packed): void {
  const set = isList(body) ? body[0] : body;
  if (!(set instanceof Map) || set.has('0') || set.has('')) return;
  reach.isLimited = true;
  let bits = 0;
  for (const each of set.values()) if (typeof each === 'number') bits |= each;
  reach.mask &= bits;
}

/**
 * "Where the request is about an app, only these; else only that much." Without the permission to delete in general, the apps it names are all it
 * can delete.
 */
function narrowWherePresent(reach: Reach, body: Packed): void {
  if (!isList(body) || !isList(body[0]) || typeof body[1] !== 'number') return;
  const mayDeleteElsewhere = (body[1] & mask.delete) !== 0;
  if (mayDeleteElsewhere) return;
  const inner = pairs(body[0]).filter(([type]) => type === caveat.apps);
  for (const [type, apps] of inner) narrow(reach, type, apps);
  if (inner.length === 0) reach.mask &= body[1];
}

function isList(value: Packed | undefined): value is readonly Packed[] {
  return Array.isArray(value);
}
