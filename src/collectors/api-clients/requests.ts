import { at, type DataDocument, type DataNode, entry, items } from '../../model/document.ts';
import type { Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { basicLogin, siteHost, siteLogin } from '../../recognize/credential/site-login.ts';

const deepest = 60;
const mostRequests = 2_000;

interface Sent {
  readonly user: string | null;
  readonly secret: string;
  readonly at: SourceRange;
}

/** Logins that stand in the requests themselves, each with the host it is sent to. */
export function requestFacts(
  root: DataNode,
  document: DataDocument,
  collector: string,
  knowledge: Knowledge,
): readonly Credential[] {
  const found = new Map<string, Credential>();
  for (const { request, host } of requestsOf(root)) {
    for (const sent of [...authOf(request), ...headersOf(request)]) {
      const fact = siteLogin(
        {
          ...sent,
          host,
          name: host,
          nameStart: sent.at.start,
          document,
          collector,
          plane: 'control',
        },
        knowledge,
      );
      // Every request of a folder carries the same one.
      const value = `${fact?.digest ?? ''} ${host}`;
      if (fact !== null && !found.has(value)) found.set(value, fact);
    }
  }
  return [...found.values()];
}

interface Request {
  readonly request: DataNode;
  readonly host: string;
}

/** Requests of nested folders, in both clients' shapes, and the collection itself, whose login is meant for the first host. */
function requestsOf(root: DataNode): readonly Request[] {
  const found: Request[] = [];
  const visit = (node: DataNode, depth: number): void => {
    if (depth > deepest || found.length >= mostRequests) return;
    const request = entry(node, 'request')?.value ?? node;
    const host = hostOf(request);
    if (host !== null) found.push({ request, host });
    for (const list of ['item', 'resources', 'collection', 'children']) {
      for (const child of items(entry(node, list)?.value)) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  const [first] = found;
  return first === undefined ? [] : [...found, { request: root, host: first.host }];
}

function hostOf(request: DataNode): string | null {
  const url = entry(request, 'url')?.value;
  const raw = url?.type === 'map' ? entry(url, 'raw')?.value : url;
  if (raw?.type !== 'scalar') return null;
  const host = siteHost(raw.text);
  return /^[a-z0-9.-]{3,253}$/.test(host) ? host : null;
}

/** `auth: { type, bearer: [{ key, value }] }` of Postman, `authentication: { type, token }` of Insomnia. */
function authOf(request: DataNode): readonly Sent[] {
  const postman = entry(request, 'auth')?.value;
  const type = postman === undefined ? undefined : at(postman, 'type');
  if (type?.type === 'scalar') {
    const fields = new Map(
      items(at(postman, type.text)).flatMap((item) => {
        const key = at(item, 'key');
        return key?.type === 'scalar' ? [[key.text, at(item, 'value')] as const] : [];
      }),
    );
    return sentBy(type.text, (name) => fields.get(name));
  }
  const insomnia = entry(request, 'authentication')?.value;
  const kind = insomnia === undefined ? undefined : at(insomnia, 'type');
  return kind?.type === 'scalar' ? sentBy(kind.text, (name) => at(insomnia, name)) : [];
}

function sentBy(type: string, field: (name: string) => DataNode | undefined): readonly Sent[] {
  const node = field(
    type === 'bearer' ? 'token' : type === 'basic' ? 'password' : type === 'apikey' ? 'value' : '',
  );
  if (node?.type !== 'scalar' || secretForm(node.text) !== 'literal') return [];
  const user = field('username');
  return [{ user: user?.type === 'scalar' ? user.text : null, secret: node.text, at: node.at }];
}

function headersOf(request: DataNode): readonly Sent[] {
  return ['header', 'headers'].flatMap((list) =>
    items(entry(request, list)?.value).flatMap((item): readonly Sent[] => {
      const name = at(item, 'key') ?? at(item, 'name');
      const value = at(item, 'value');
      if (name?.type !== 'scalar' || value?.type !== 'scalar') return [];
      if (name.text.toLowerCase() !== 'authorization') return [];
      const match = /^(bearer|token|basic)\s+(\S+)$/i.exec(value.text.trim());
      const sent = match?.[2] ?? '';
      if (secretForm(sent) !== 'literal') return [];
      if (match?.[1]?.toLowerCase() !== 'basic')
        return [{ user: null, secret: sent, at: value.at }];
      const login = basicLogin(sent);
      return login === null ? [] : [{ ...login, at: value.at }];
    }),
  );
}
