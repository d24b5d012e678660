import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { refineMacaroon } from './refine.ts';

const credential = credentialsOf({
  source: 'https://fly.io/docs/security/tokens/',
  checkedOn: '2026-11-21',
});
const narrower =
  'Use an app-scoped token made by fly tokens create deploy with --expiry, or fly tokens create readonly where nothing is deployed';

/** Tokens of Fly.io. A macaroon carries its limits in its caveats; without them organization tokens and deploy tokens look alike. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'access-token',
    title: 'Fly.io access token',
    env: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'],
    headers: ['authorization'],
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'macaroon',
    title: 'Fly.io macaroon token',
    prefixes: ['fm1r_', 'fm1a_', 'fm2_'],
    shape: /fm(?:1[ar]|2)_[A-Za-z0-9+/]{100,4000}={0,3}/,
    refine: refineMacaroon,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'macaroon-bundle',
    title: 'Fly.io macaroon tokens',
    prefixes: ['FlyV1 fm'],
    shape: /FlyV1 fm[A-Za-z0-9_,+/=]{100,8000}/,
    refine: refineMacaroon,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'personal-token',
    title: 'Fly.io personal access token',
    prefixes: ['fo1_'],
    shape: /fo1_[A-Za-z0-9_-]{43}/,
    scope: 'account',
    actions: ['read', 'write', 'delete', 'admin'],
    narrower,
  }),
];
