import { expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { refineServiceAccountToken } from './refine.ts';

const sub = 'system:serviceaccount:ops:deployer';

it.each([
  [
    { iss: 'kubernetes/serviceaccount', sub },
    { title: 'Kubernetes token of the service account ops/deployer', expiresOn: 'never' },
  ],
  [
    { iss: 'https://oidc.eks.eu-west-1.amazonaws.com/id/AB12', sub, exp: 1_799_535_600 },
    {
      title: 'Kubernetes token of the service account ops/deployer',
      belongsTo: 'oidc.eks.eu-west-1.amazonaws.com/id/AB12',
      expiresOn: '2027-01-09',
    },
  ],
  [{ iss: 'https://kubernetes.default.svc.cluster.local', sub: 'ann' }, { expiresOn: 'never' }],
])('%j', (claims, shown) => expect(refineServiceAccountToken(fakeJwt(claims))).toEqual(shown));

it('knows nothing of other values', () => expect(refineServiceAccountToken('token')).toBeNull());
