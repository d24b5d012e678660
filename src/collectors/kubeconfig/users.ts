import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entry,
} from '../../model/document.ts';
import type { Action, Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { credentialKey } from '../../recognize/credential/credential.ts';
import { refineJwt } from '../../recognize/credential/credential-jwt.ts';
import { maskSecret, secretForm } from '../../recognize/credential/secret-value.ts';
import { decoded } from '../../recognize/credential/site-login.ts';

/** A user of a kubeconfig and the first cluster it signs in to. */
export interface KubeUser {
  readonly name: string;
  readonly node: DataNode;
  readonly cluster: string;
  readonly host: string;
  readonly document: DataDocument;
}

/** How a user proves who it is. */
interface Proof {
  readonly how: string;
  readonly form: Credential['form'];
  readonly pair: DataEntry;
  /** `null` for a file, a plugin or a value that stands elsewhere. */
  readonly secret: string | null;
  readonly actions: readonly Action[] | null;
}

const everything: readonly Action[] = ['read', 'write', 'delete', 'admin'];

/** The credential of one user; `null` where it has none, or only a placeholder. */
export function userCredential(user: KubeUser, knowledge: Knowledge): Credential | null {
  const proof = proofOf(user.node);
  if (proof === null) return null;
  const shown = proof.secret === null ? null : refineJwt(proof.secret);
  if (shown?.isPublic === true) return null;
  const { document, name, cluster, host } = user;
  const where = cluster === '' || cluster === host ? host : `${cluster} (${host})`;
  const nameAt = at(user.node, 'name')?.at ?? user.node.at;
  const place = rangeOf(nameAt, proof.pair);
  const spec = knowledge.credentialByName('KUBE_TOKEN')?.spec;
  return {
    kind: 'Credential',
    key: credentialKey(document, name, nameAt.start),
    aliases: [],
    name,
    at: place,
    collector: 'kubeconfig',
    implied: false,
    confidence: proof.actions === null ? 'medium' : 'high',
    provider: 'kubernetes',
    product: 'kubeconfig-user',
    title: `kubeconfig user with ${proof.how} for cluster ${where}`,
    form: proof.form,
    // A user belongs to one cluster; how much of it is decided by role bindings inside.
    scope: proof.actions === null ? unknown('external', place) : written('project', place),
    actions: proof.actions === null ? unknown('external', place) : written(proof.actions, place),
    plane: 'control',
    ...(shown?.expiresOn === undefined ? {} : { expiresOn: shown.expiresOn }),
    preview: proof.secret === null ? proof.how : maskSecret(proof.secret),
    digest: proof.secret === null ? null : knowledge.digest(proof.secret),
    decidedBy: proof.actions === null ? 'context' : 'claims',
    purpose: null,
    narrower: spec?.narrower ?? null,
  };
}

/** Only the line that proves: the whole user would show a certificate to every reader of the report. */
function rangeOf(name: SourceRange, { keyAt, value }: DataEntry): SourceRange {
  return value.type === 'scalar' && value.at.file === keyAt.file && value.at.end > keyAt.start
    ? { ...keyAt, end: value.at.end }
    : { ...name };
}

function proofOf(user: DataNode): Proof | null {
  const settings = at(user, 'user');
  return (
    literal(settings, 'token', 'a bearer token', null) ??
    certificate(settings) ??
    literal(settings, 'password', 'a password', null) ??
    elsewhere(settings)
  );
}

function literal(
  settings: DataNode | undefined,
  key: string,
  how: string,
  actions: readonly Action[] | null,
): Proof | null {
  const pair = entry(settings, key);
  if (pair?.value.type !== 'scalar') return null;
  const secret = pair.value.text.trim();
  switch (secretForm(secret)) {
    case 'literal':
      return { how, form: 'literal', pair, secret, actions };
    case 'reference':
    case 'encrypted':
      return { how, form: 'reference', pair, secret: null, actions };
    case 'placeholder':
    case 'empty':
      return null;
  }
}

/**
 * A certificate of this group may do everything, and nothing but a new certificate authority takes that back.
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
 */
const masters = 'system:masters';

function certificate(settings: DataNode | undefined): Proof | null {
  const proof = literal(settings, 'client-key-data', 'a client key', null);
  if (proof === null) return null;
  const certificate = at(settings, 'client-certificate-data');
  const der = certificate?.type === 'scalar' ? certificateBytes(certificate.text) : null;
  if (der?.includes(masters) !== true) return proof;
  return { ...proof, how: `a client key of ${masters}`, actions: everything };
}

/** The certificate as bytes, one character each; the subject's names stand in it as they are. */
function certificateBytes(encoded: string): string | null {
  const pem = decoded(encoded.replace(/\s/g, ''));
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{64,16000})/.exec(pem ?? '')?.[1];
  return body === undefined ? null : Buffer.from(body, 'base64').toString('latin1');
}

/** What signs in by a program or a file outside: nothing secret stands here. */
function elsewhere(settings: DataNode | undefined): Proof | null {
  const exec = entry(settings, 'exec');
  if (exec !== undefined) {
    const command = at(exec.value, 'command');
    const program = command?.type === 'scalar' ? (command.text.split('/').at(-1) ?? '') : '';
    const how = program === '' ? 'an exec plugin' : `the exec plugin ${program}`;
    return { how, form: 'reference', pair: exec, secret: null, actions: null };
  }
  for (const [key, how] of [
    ['client-key', 'a client key file'],
    ['tokenFile', 'a token file'],
    ['auth-provider', 'an auth provider'],
  ] as const) {
    const pair = entry(settings, key);
    if (pair !== undefined) return { how, form: 'reference', pair, secret: null, actions: null };
  }
  return null;
}
