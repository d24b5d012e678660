import { at, type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { isLocalHost } from '../../recognize/credential/connection-url.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { siteHost } from '../../recognize/credential/site-login.ts';
import { holds } from '../../recognize/credential/variable-scope.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { userCredential } from './users.ts';

/** Users that sign in to a cluster of another machine, and one environment per context that uses them. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data' || isTemplateFile(document.file)) return [];
    return document.roots
      .filter(isKubeconfig)
      .flatMap((root) => rootFacts(root, document, knowledge));
  });

function isKubeconfig(root: DataNode): boolean {
  return textAt(root, 'kind') === 'Config' && textAt(root, 'apiVersion') === 'v1';
}

function textAt(node: DataNode | undefined, ...keys: readonly string[]): string | null {
  const value = at(node, ...keys);
  return value?.type === 'scalar' ? value.text : null;
}

/** A context with what it points at. */
interface Context {
  readonly name: string;
  readonly at: SourceRange;
  readonly user: string;
  readonly cluster: string;
  readonly host: string;
}

function rootFacts(root: DataNode, document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  const contexts = contextsOf(root);
  return items(at(root, 'users')).flatMap((user) => {
    const name = textAt(user, 'name');
    if (name === null) return [];
    const remote = contexts.filter((context) => context.user === name && !isThrowAway(context));
    const [first] = remote;
    if (first === undefined) return [];
    const credential = userCredential(
      { name, node: user, cluster: first.cluster, host: first.host, document },
      knowledge,
    );
    if (credential === null) return [];
    return [
      credential,
      ...remote.flatMap((context) => {
        const environment = environmentOf(context, document);
        const held = holds(environment.key, credential.key, name, credential.at);
        return [
          environment,
          { ...held, because: `context "${context.name}" signs in as "${name}"` },
        ];
      }),
    ];
  });
}

function contextsOf(root: DataNode): readonly Context[] {
  const clusters = new Map(
    items(at(root, 'clusters')).map((cluster) => [
      textAt(cluster, 'name') ?? '',
      siteHost(textAt(cluster, 'cluster', 'server') ?? ''),
    ]),
  );
  return items(at(root, 'contexts')).map((context) => {
    const cluster = textAt(context, 'context', 'cluster') ?? '';
    return {
      name: textAt(context, 'name') ?? cluster,
      at: at(context, 'name')?.at ?? context.at,
      user: textAt(context, 'context', 'user') ?? '',
      cluster,
      host: clusters.get(cluster) ?? '',
    };
  });
}

/** Names that tools give to clusters on the developer's own machine. */
const localName =
  /^(?:kind(?:-.*)?|minikube|k3d(?:-.*)?|docker-desktop|docker-for-desktop|rancher-desktop|orbstack|colima(?:-.*)?|microk8s(?:-cluster)?|crc(?:-.*)?|desktop-linux|lima(?:-.*)?|talos-default)$/;
/** @see https://docs.docker.com/desktop/features/kubernetes/ */
const desktopHost = /\.docker\.internal$/;
/** Private networks that VM drivers of minikube and Docker make. */
const localNetwork =
  /^(?:192\.168\.(?:39|49|58|59|64|67|76|85|99)\.\d{1,3}|172\.(?:17|18|19)\.\d{1,3}\.\d{1,3})$/;

function isThrowAway({ name, cluster, host }: Context): boolean {
  if (host === '' || isLocalHost(host) || desktopHost.test(host) || localNetwork.test(host))
    return true;
  return (localName.test(name) || localName.test(cluster)) && !/[a-z]\.[a-z]/.test(host);
}

function environmentOf(context: Context, document: DataDocument): Environment {
  return partEnvironment({
    file: document.file,
    what: 'context',
    name: context.name,
    hints: [context.cluster, context.host],
    at: context.at,
    collector: 'kubeconfig',
  });
}
