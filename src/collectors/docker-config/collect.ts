import {
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  entry,
  at as nodeAt,
} from '../../model/document.ts';
import type { Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { remoteDaemon } from '../../recognize/credential/docker-daemon.ts';
import { basicLogin, siteHost, siteLogin } from '../../recognize/credential/site-login.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** Logins of registries that are written down, and contexts of other machines. Credential helpers keep theirs elsewhere. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data' || isTemplateFile(document.file)) return [];
    const root = document.roots[0];
    return baseName(document.file) === 'meta.json'
      ? contextFacts(root, document)
      : loginFacts(root, document, knowledge);
  });

/**
 * Logins of these last for half a day.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html
 */
const shortLived =
  /(?:^|\.)ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$|(?:^|\.)ecr-public\.aws$|^public\.ecr\.aws$/;

function loginFacts(
  root: DataNode | undefined,
  document: DataDocument,
  knowledge: Knowledge,
): readonly Credential[] {
  // Before 2014 the file held nothing but the logins, and `.dockercfg` still does.
  const logins = entries(nodeAt(root, 'auths') ?? root);
  return logins.flatMap((login) => {
    const fact = loginFact(login, document, knowledge);
    return fact === null ? [] : [fact];
  });
}

function loginFact(
  login: DataEntry,
  document: DataDocument,
  knowledge: Knowledge,
): Credential | null {
  const host = siteHost(login.key);
  if (shortLived.test(host)) return null;
  const found = secretOf(login.value);
  if (found === null) return null;
  return siteLogin(
    {
      ...found,
      host,
      name: login.key,
      nameStart: login.keyAt.start,
      at: { ...login.keyAt, end: found.end },
      document,
      collector: 'docker-config',
      plane: 'supply',
    },
    knowledge,
  );
}

interface Secret {
  readonly user: string | null;
  readonly secret: string;
  readonly end: number;
}

function secretOf(login: DataNode): Secret | null {
  const token = entry(login, 'identitytoken')?.value ?? entry(login, 'registrytoken')?.value;
  if (token?.type === 'scalar' && token.text !== '') {
    return { user: null, secret: token.text, end: token.at.end };
  }
  const auth = entry(login, 'auth')?.value;
  if (auth?.type === 'scalar') {
    const basic = basicLogin(auth.text);
    if (basic !== null) return { ...basic, end: auth.at.end };
  }
  const password = entry(login, 'password')?.value;
  if (password?.type !== 'scalar' || password.text === '') return null;
  const user = entry(login, 'username')?.value;
  return {
    user: user?.type === 'scalar' ? user.text : null,
    secret: password.text,
    end: password.at.end,
  };
}

function contextFacts(root: DataNode | undefined, document: DataDocument): readonly Credential[] {
  const host = entry(nodeAt(root, 'Endpoints', 'docker'), 'Host');
  const name = nodeAt(root, 'Name');
  if (host?.value.type !== 'scalar' || name?.type !== 'scalar') return [];
  const daemon = remoteDaemon({
    name: `Docker context "${name.text}"`,
    nameStart: name.at.start,
    address: host.value.text,
    at: { ...host.keyAt, end: host.value.at.end },
    document,
    collector: 'docker-config',
  });
  return daemon === null ? [] : [daemon];
}
