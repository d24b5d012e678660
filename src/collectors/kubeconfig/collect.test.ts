// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as kubernetes } from '../../providers/kubernetes/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([kubernetes], randomBytes(32));
const token = randomBytes(30).toString('base64url');

function config(user: string, options: { server?: string; name?: string; context?: string } = {}) {
  const { server = 'https://k8s.acme.io:6443', name = 'shop', context = 'prod-eu' } = options;
  return `apiVersion: v1
kind: Config
clusters:
- name: ${name}
  cluster:
    server: ${server}
contexts:
- name: ${context}
  context:
    cluster: ${name}
    user: deployer
current-context: ${context}
users:
- name: deployer
  user:
${user.replace(/^/gm, '    ')}
`;
}

function collected(text: string, file = 'kubeconfig'): readonly Fact[] {
  const document = parse(filePath(file), text);
  if (document === null) throw new Error('no document');
  return collect({ id: file, documents: [document] }, knowledge);
}

describe('users', () => {
  it('hold a token for a cluster, in the environment that the context names', () => {
    const facts = collected(config(`token: ${token}`));
    const [credential] = ofKind(facts, 'Credential');
    expect(credential).toMatchObject({
      name: 'deployer',
      title: 'kubeconfig user with a bearer token for cluster shop (k8s.acme.io)',
      provider: 'kubernetes',
      form: 'literal',
      scope: { state: 'unknown' },
      confidence: 'medium',
    });
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
    expect(relationsOf(facts, 'holds')).toMatchObject([{ to: credential?.key }]);
    expect(JSON.stringify(facts)).not.toContain(token);
  });

  it('may do everything with a certificate of system:masters', () => {
    const pem = (body: string) =>
      btoa(`-----BEGIN CERTIFICATE-----\n${btoa(body)}\n-----END CERTIFICATE-----\n`);
    const key = btoa(`-----BEGIN ${'RSA'} PRIVATE KEY-----\n${randomBytes(60).toString('base64')}`);
    const user = (body: string) => `client-certificate-data: ${pem(body)}\nclient-key-data: ${key}`;
    const facts = collected(
      config(user(`${'\u0001'.repeat(40)}system:masters${'\u0002'.repeat(40)}`)),
    );
    expect(ofKind(facts, 'Credential')).toMatchObject([
      {
        confidence: 'high',
        scope: { value: 'project' },
        actions: { value: expect.arrayContaining(['admin']) },
      },
    ]);
    expect(ofKind(collected(config(user('x'.repeat(90)))), 'Credential')).toMatchObject([
      { actions: { state: 'unknown' } },
    ]);
  });

  it.each([
    [
      'exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: /usr/bin/aws',
      'the exec plugin aws',
    ],
    ['client-key: /home/me/key.pem', 'a client key file'],
    ['tokenFile: /var/run/token', 'a token file'],
    ['token: ${KUBE_TOKEN}', 'a bearer token'],
  ])('%j is a reference', (user, how) => {
    const [credential] = ofKind(collected(config(user)), 'Credential');
    expect(credential).toMatchObject({ form: 'reference', digest: null });
    expect(credential?.title).toContain(how);
  });
});

describe('silence', () => {
  it.each([
    ['a local server', config(`token: ${token}`, { server: 'https://127.0.0.1:6443' })],
    [
      'minikube',
      config(`token: ${token}`, { name: 'minikube', server: 'https://192.168.49.2:8443' }),
    ],
    ['kind', config(`token: ${token}`, { name: 'kind-shop', server: 'https://10.1.2.3:6443' })],
    [
      'docker-desktop',
      config(`token: ${token}`, {
        server: 'https://kubernetes.docker.internal:6443',
        context: 'docker-desktop',
        name: 'docker-desktop',
      }),
    ],
    ['a placeholder', config('token: <token>')],
    ['another kind', config(`token: ${token}`).replace('kind: Config', 'kind: ConfigMap')],
    ['a user without context', config(`token: ${token}`).replace('user: deployer', 'user: other')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(collected(text)).toEqual([]);
  });
});
