import { describe, expect, it } from 'vitest';
import { hasPrivateKey, refineGoogleFile } from './credential-service-account.ts';

const key = `-----BEGIN PRIVATE KEY-----\n${'aB3x'.repeat(60)}\n-----END PRIVATE KEY-----\n`;
const file = {
  type: 'service_account',
  project_id: 'bright-harbour-42',
  private_key: key,
  client_email: 'deploy@bright-harbour-42.iam.gserviceaccount.com',
};

describe('a service account key', () => {
  it.each([
    ['as it is', JSON.stringify(file)],
    ['indented', JSON.stringify(file, null, 2)],
    ['in base64', Buffer.from(JSON.stringify(file)).toString('base64')],
  ])('names its project %s', (_, value) => {
    expect(refineGoogleFile(value)).toEqual({
      title: 'Google Cloud service account key',
      belongsTo: 'bright-harbour-42',
    });
  });
  it.each([
    ['firebase-adminsdk-ab1cd@x.iam.gserviceaccount.com', 'Firebase Admin SDK service account key'],
    [
      '123-compute@developer.gserviceaccount.com',
      'key of the default Compute Engine service account',
    ],
    ['x@appspot.gserviceaccount.com', 'key of the default App Engine service account'],
  ])('of %s', (client_email, title) => {
    expect(refineGoogleFile(JSON.stringify({ ...file, client_email }))).toMatchObject({ title });
  });
  it('takes the project from the address where it is not written', () => {
    const { project_id: _, ...rest } = file;
    expect(refineGoogleFile(JSON.stringify(rest))).toMatchObject({
      belongsTo: 'bright-harbour-42',
    });
  });
  it('is a form without a key', () => {
    expect(hasPrivateKey(JSON.stringify(file))).toBe(true);
    expect(hasPrivateKey(JSON.stringify({ ...file, private_key: 'paste yours' }))).toBe(false);
    expect(hasPrivateKey('what is no file')).toBe(true);
  });
});

it('tells the other files apart', () => {
  expect(refineGoogleFile('{"type":"external_account","audience":"x"}')).toEqual({
    isPublic: true,
  });
  expect(refineGoogleFile('{"type":"authorized_user","refresh_token":"x"}')).toMatchObject({
    scope: 'account',
  });
  expect(refineGoogleFile('{"type":"other"}')).toBeNull();
  expect(refineGoogleFile('{"type":')).toBeNull();
});
