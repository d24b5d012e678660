import { describe, expect, it } from 'vitest';
import { prefixUris } from './sarif-prefix.ts';

describe('prefixUris', () => {
  it('moves places and leaves addresses alone', () => {
    const report = {
      tool: { uri: 'https://example.org' },
      results: [{ artifactLocation: { uri: '.env', uriBaseId: '%SRCROOT%' } }],
    };
    expect(JSON.parse(prefixUris(JSON.stringify(report), 'services/api%20v2/'))).toEqual({
      tool: { uri: 'https://example.org' },
      results: [{ artifactLocation: { uri: 'services/api%20v2/.env', uriBaseId: '%SRCROOT%' } }],
    });
  });
});
