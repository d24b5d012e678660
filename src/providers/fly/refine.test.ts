import { describe, expect, it } from 'vitest';
import { fakePack } from '../../../test/fake-tokens.ts';
import { refineMacaroon } from './refine.ts';

const permission = 'https://api.fly.io/v1';

function token(caveats: readonly unknown[], location = permission): string {
  const nonce = [Buffer.from('made up'), Buffer.from('for a test'), false];
  return `fm2_${fakePack([nonce, location, caveats, Buffer.alloc(32, 7)]).toString('base64')}`;
}

const organization = [0, [4721, 31]];

describe('a Fly.io token', () => {
  it.each([
    [
      'of an organization',
      organization,
      {
        title: 'Fly.io organization token',
        scope: 'organization',
        actions: ['read', 'write', 'delete', 'admin'],
        belongsTo: '4721',
        expiresOn: 'never',
      },
    ],
    [
      'that only reads',
      [0, [4721, 1], 4, [1_700_000_000, 1_799_535_600]],
      {
        title: 'Fly.io read-only organization token',
        scope: 'organization',
        actions: ['read'],
        expiresOn: '2027-01-09',
      },
    ],
    [
      'of one app',
      [...organization, 3, [new Map([[99, 31]])]],
      { title: 'Fly.io app token', scope: 'resource', belongsTo: '4721' },
    ],
    [
      'of one app and little else',
      [...organization, 13, [[3, [new Map([[99, 15]])], 5, [new Map([['wg', 31]])]], 1]],
      { title: 'Fly.io app token', scope: 'resource', actions: ['read', 'write', 'delete'] },
    ],
    ['of all apps', [...organization, 3, [new Map([[0, 31]])]], { scope: 'organization' }],
    ['limited to reading later on', [...organization, 26, 1], { actions: ['read'] }],
    ['limited to mutations', [...organization, 6, [['addWireGuardPeer']]], { scope: 'resource' }],
    ['without an organization', [10, [12]], { title: 'Fly.io personal token', scope: 'account' }],
    ['with a caveat nobody knows', [...organization, 77, ['x']], { scope: 'organization' }],
  ])('%s', (_, caveats, shown) => expect(refineMacaroon(token(caveats))).toMatchObject(shown));

  it('stands in a bundle beside those that only say who asks', () => {
    const login = token([], 'https://api.fly.io/aaa/v1');
    expect(refineMacaroon(`FlyV1 ${login},${token(organization)}`)).toMatchObject({
      scope: 'organization',
    });
    expect(refineMacaroon(`FlyV1 ${token(organization)},${token([0, [5, 31]])}`)).toMatchObject({
      scope: 'account',
    });
    expect(refineMacaroon(login)).toBeNull();
  });

  it.each(['fm2_', 'fm2_!!!!', `fm2_${'A'.repeat(120)}`, token(organization).slice(0, 40), ''])(
    'is unknown where it cannot be read: %s',
    (value) => expect(refineMacaroon(value)).toBeNull(),
  );
});
