import { expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { refineManagementToken } from './refine.ts';

it.each([
  [
    {
      iss: 'https://harbour.eu.auth0.com/',
      aud: 'https://harbour.eu.auth0.com/api/v2/',
      scope: 'read:users delete:users update:clients',
      exp: 1_799_535_600,
    },
    {
      scope: 'organization',
      actions: ['read', 'write', 'delete'],
      belongsTo: 'harbour.eu.auth0.com',
      expiresOn: '2027-01-09',
    },
  ],
  [
    { aud: ['https://harbour.eu.auth0.com/api/v2/'], scope: 'read:logs' },
    {
      scope: 'organization',
      actions: ['read'],
      belongsTo: 'harbour.eu.auth0.com',
      expiresOn: 'never',
    },
  ],
  [{ sub: '1234567890', name: 'John Doe' }, { isPublic: true }],
])('%j', (claims, shown) => expect(refineManagementToken(fakeJwt(claims))).toEqual(shown));

it('knows nothing of other values', () => expect(refineManagementToken('secret')).toBeNull());
