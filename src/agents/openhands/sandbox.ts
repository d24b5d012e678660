import { at, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';

const configPage = 'https://docs.all-hands.dev/usage/configuration-options';
const socket = /docker\.sock|podman\.sock|containerd\.sock/;
const credentials =
  /(?:^|[/~])\.(?:aws|kube|azure|ssh|docker|railway|fly|netrc|pgpass|gnupg|config\/(?:gcloud|gh))\b/;

/**
 * Where commands run: in a container with an open network, unless the runtime is the machine itself.
 * @see https://docs.all-hands.dev/usage/configuration-options
 */
export function sandboxOf(
  root: DataNode | undefined,
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const runtime = scalar(
    at(root, 'core', 'runtime') ?? at(root, 'runtime') ?? at(root, 'sandbox', 'runtime'),
  );
  const network: Agent['network'] = byDefault('open', place, configPage);
  if (runtime === null) return { sandbox: byDefault('on', place, configPage), network };
  switch (runtime.text) {
    case 'local':
    case 'cli':
      return { sandbox: written('off', runtime.at), network: written('open', runtime.at) };
    case 'docker':
      return { sandbox: written('on', runtime.at), network };
    default:
      return { sandbox: unknown('external', runtime.at), network: unknown('external', runtime.at) };
  }
}

/** What opens the container. */
export function weaknesses(
  root: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const found: Fact[] = [];
  const host = scalar(at(root, 'sandbox', 'use_host_network'));
  if (host?.value === true) {
    found.push(
      write.weakness(agent, 'use_host_network', host.at, {
        control: 'network',
        because: 'the container shares the network of the machine',
        remedy: 'Remove use_host_network.',
      }),
    );
  }
  const privileged = scalar(at(root, 'sandbox', 'docker_runtime_kwargs', 'privileged'));
  if (privileged?.value === true) {
    found.push(
      write.weakness(agent, 'docker_runtime_kwargs.privileged', privileged.at, {
        control: 'sandbox',
        because: 'root of a privileged container is root of the machine',
        remedy: 'Remove privileged.',
      }),
    );
  }
  for (const volume of volumesOf(root)) {
    const [source = ''] = volume.text.split(':');
    if (socket.test(source)) found.push(mounted(agent, write, volume, 'sandbox'));
    else if (credentials.test(source)) found.push(mounted(agent, write, volume, 'secrets'));
  }
  return found;
}

/** `volumes` is one text with commas, or a list. */
function volumesOf(root: DataNode | undefined): readonly ScalarNode[] {
  return scalars(at(root, 'sandbox', 'volumes') ?? at(root, 'core', 'volumes')).flatMap((volume) =>
    volume.text.split(',').map((text) => ({ ...volume, text: text.trim(), value: text.trim() })),
  );
}

function mounted(
  agent: EntityKey,
  write: AgentWriter,
  volume: ScalarNode,
  control: 'sandbox' | 'secrets',
): Fact {
  const [source = ''] = volume.text.split(':');
  return write.weakness(agent, `volumes: ${source}`, volume.at, {
    control,
    because:
      control === 'sandbox'
        ? 'whoever reaches this socket controls every container of the machine'
        : 'the credentials of the machine lie open in the container',
    remedy: `Take ${source} out of volumes.`,
  });
}

function scalar(node: DataNode | undefined): ScalarNode | null {
  return node?.type === 'scalar' ? node : null;
}
