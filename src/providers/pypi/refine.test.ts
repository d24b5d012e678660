import { describe, expect, it } from 'vitest';
import { fakeMacaroon } from '../../../test/fake-tokens.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';
import { refineToken } from './refine.ts';

const user = '1111aaaa-22bb-33cc-44dd-555555eeeeee';

function token(...caveats: readonly unknown[]): string {
  const texts = caveats.map((caveat) => JSON.stringify(caveat));
  return `pypi-${fakeMacaroon('pypi.org', texts)}`;
}

describe('an upload token', () => {
  it.each([
    [
      'of a whole user',
      [[3, user]],
      {
        title: 'PyPI token for every project of its user',
        scope: 'account',
        belongsTo: user,
        expiresOn: 'never',
      },
    ],
    [
      'of one project',
      [
        [1, ['harbour']],
        [3, user],
      ],
      { title: 'PyPI token for the project harbour', scope: 'project' },
    ],
    [
      'of a project by its number',
      [
        [2, ['99']],
        [0, 1_799_535_600, 1_700_000_000],
      ],
      { title: 'PyPI token for one project', scope: 'project', expiresOn: '2027-01-09' },
    ],
    ['of a publisher', [[4, 'x', {}]], { title: 'PyPI token of a trusted publisher' }],
    ['in the first form', [{ version: 1, permissions: 'user' }], { scope: 'account' }],
    [
      'in the first form, of one project',
      [{ version: 1, permissions: { projects: ['harbour'] } }],
      { title: 'PyPI token for the project harbour' },
    ],
  ])('%s', (_, caveats, shown) => expect(refineToken(token(...caveats))).toMatchObject(shown));

  it('is unknown without such a caveat', () => {
    expect(refineToken(token())).toBeNull();
    expect(refineToken(token('anything', null, 5))).toBeNull();
    expect(refineToken('pypi-AgEI')).toBeNull();
  });

  it('starts as the registry writes it', () => {
    const knowledge = createKnowledge([pack], new Uint8Array([1]));
    expect(knowledge.credentialByValue(token([3, user]))?.spec.id).toBe('api-token');
  });
});
