import { describe, expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import {
  refineAccessToken,
  refineCosmos,
  refineSas,
  refineServicePrincipal,
  refineStorageConnection,
  refineStorageKey,
} from './refine.ts';

const sig = `sig=${encodeURIComponent(`${'aB3+/'.repeat(8)}aB3=`)}`;

describe('a shared access signature', () => {
  it.each([
    [
      `?sv=2024-11-04&ss=b&srt=sco&sp=rwdlac&se=2030-01-01T00%3A00%3A00Z&spr=https&${sig}`,
      { title: 'Azure account SAS', actions: ['read', 'write', 'delete'], expiresOn: '2030-01-01' },
    ],
    [
      `sp=r&st=2026-01-01&se=2026-01-02&sv=2024-11-04&sr=b&${sig}`,
      { title: 'Azure storage SAS on one blob', actions: ['read'], expiresOn: '2026-01-02' },
    ],
    [
      `sv=2024-11-04&skoid=x&sr=c&sp=rl&se=2026-01-02T10:00Z&${sig}`,
      {
        title: 'Azure user-delegation SAS on one container',
        actions: ['read'],
        expiresOn: '2026-01-02',
      },
    ],
    // A stored policy holds what it may do, and until when.
    [`sv=2024-11-04&si=reader&sr=c&${sig}`, { title: 'Azure storage SAS on one container' }],
  ])('%s', (query, shown) => expect(refineSas(query)).toEqual(shown));
  it('is none without its signature', () => expect(refineSas('sv=2024-11-04&sp=rwd')).toBeNull());
});

describe('a connection string', () => {
  const key = `${'aB3+'.repeat(21)}aB==`;
  it('names its account', () => {
    const text = `DefaultEndpointsProtocol=https;AccountName=harbour1;AccountKey=${key};EndpointSuffix=core.windows.net`;
    expect(refineStorageConnection(text)).toEqual({ belongsTo: 'harbour1' });
  });
  it('may carry a signature in place of the key', () => {
    const text = `BlobEndpoint=https://harbour1.blob.core.windows.net/;SharedAccessSignature=sv=2024-11-04&sr=c&sp=r&${sig}`;
    expect(refineStorageConnection(text)).toEqual({
      belongsTo: 'harbour1',
      title: 'Azure storage SAS on one container',
      actions: ['read'],
    });
  });
  it('of an emulator is public', () => {
    expect(refineStorageConnection('UseDevelopmentStorage=true')).toEqual({ isPublic: true });
    const azurite = `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${key};`;
    expect(refineStorageConnection(azurite)).toEqual({ isPublic: true });
    expect(refineStorageKey(`${['Eby8vdM02xNOcq', 'FlqUwJPLlm'].join('')}etc`)).toEqual({
      isPublic: true,
    });
    expect(refineStorageKey(key)).toBeNull();
    const cosmos = ['C2y6yDjf5/R+ob', '0N8A7Cgv30'].join('');
    expect(refineCosmos(`AccountEndpoint=https://localhost:8081/;AccountKey=${cosmos}`)).toEqual({
      isPublic: true,
    });
  });
  it('of Cosmos DB names its account', () => {
    const text = `AccountEndpoint=https://harbour-db.documents.azure.com:443/;AccountKey=${key};`;
    expect(refineCosmos(text)).toEqual({ belongsTo: 'harbour-db' });
    expect(refineCosmos(key)).toBeNull();
  });
});

it('finds subscription and tenant', () => {
  const subscriptionId = '1111aaaa-22bb-33cc-44dd-555555eeeeee';
  expect(refineServicePrincipal(JSON.stringify({ clientSecret: 'x', subscriptionId }))).toEqual({
    belongsTo: subscriptionId,
  });
  expect(refineServicePrincipal('{')).toBeNull();
  expect(refineAccessToken(fakeJwt({ tid: subscriptionId, exp: 1_799_535_600 }))).toEqual({
    belongsTo: subscriptionId,
    expiresOn: '2027-01-09',
  });
});
