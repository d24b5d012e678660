import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineToken } from './refine.ts';

const claim = { source: 'https://pypi.org/help/#apitoken', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** PyPI: upload tokens. One without a project in it uploads to every project of its owner. */
export const pack = definePack({
  id: 'pypi',
  title: 'PyPI',
  credentials: [
    credential({
      id: 'api-token',
      title: 'PyPI API token',
      env: [
        'PYPI_API_TOKEN',
        'PYPI_TOKEN',
        'TWINE_PASSWORD',
        'UV_PUBLISH_TOKEN',
        'POETRY_PYPI_TOKEN_PYPI',
        'FLIT_PASSWORD',
      ],
      prefixes: ['pypi-AgEIcHlwaS5vcmc'],
      shape: /pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}/,
      refine: refineToken,
      scope: null,
      actions: ['write'],
      plane: 'supply',
      expires: 'optional',
      narrower: 'Publish through a trusted publisher, or use a token of one project',
    }),
    credential({
      id: 'test-token',
      title: 'TestPyPI API token',
      prefixes: ['pypi-AgENdGVzdC5weXBpLm9yZ'],
      shape: /pypi-AgENdGVzdC5weXBpLm9yZ[A-Za-z0-9_-]{50,1000}/,
      scope: null,
      actions: ['write'],
      plane: 'comms',
      expires: 'optional',
      narrower: 'Publish through a trusted publisher, or use a token of one project',
    }),
  ],
});
