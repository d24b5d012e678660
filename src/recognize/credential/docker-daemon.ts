import type { Credential } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { isBareName, isLocalHost } from './connection-url.ts';
import { credentialKey, type SourceText } from './credential.ts';
import { secretForm } from './secret-value.ts';

/** Whoever controls the daemon is root on its machine. */
const source = 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface';

/** Where a daemon's address is written. */
export interface DaemonSight {
  readonly name: string;
  readonly nameStart: number;
  readonly address: string;
  readonly at: SourceRange;
  readonly document: SourceText;
  readonly collector: string;
}

/**
 * Control over the Docker engine of another machine, as an address of it gives to everybody who uses it. `null` for sockets of this machine, for names
 * that only a container network knows (`tcp://docker:2375` of a pipeline), and for addresses that are computed.
 */
export function remoteDaemon(sight: DaemonSight): Credential | null {
  const { document, name, at } = sight;
  const daemon = daemonOf(sight.address);
  if (daemon === null) return null;
  const { scheme, user, host } = daemon;
  return {
    kind: 'Credential',
    key: credentialKey(document, name, sight.nameStart),
    aliases: [],
    name,
    at,
    collector: sight.collector,
    implied: false,
    confidence: 'high',
    provider: 'docker',
    product: 'remote-daemon',
    title:
      user === null
        ? `way to the Docker engine of ${host}`
        : `way to the Docker engine of ${host} as "${user}"`,
    // The key that opens it lies in the home or the agent of whoever works here.
    form: 'file',
    scope: byDefault('resource', at, source),
    actions: byDefault(['read', 'write', 'delete'], at, source),
    plane: 'control',
    preview: `${scheme}://${host}`,
    digest: null,
    decidedBy: 'context',
    purpose: null,
    narrower:
      'Leave the engine local by default, and name the remote one in the single command that needs it',
  };
}

interface Daemon {
  readonly scheme: string;
  readonly user: string | null;
  readonly host: string;
}

const written =
  /^(ssh|tcp|https?):\/\/(?:([^\s:@/]{1,64})(?::[^\s@/]{0,200})?@)?(\[[0-9a-f:.]{2,45}\]|[A-Za-z0-9_.-]{1,253})(?::\d{1,5})?(?:\/.{0,200})?$/i;

function daemonOf(address: string): Daemon | null {
  const text = address.trim();
  const match = written.exec(text);
  if (match === null || secretForm(text) !== 'literal') return null;
  const scheme = (match[1] ?? '').toLowerCase();
  const host = (match[3] ?? '').toLowerCase().replace(/^\[|\]$/g, '');
  // A name of one word is a host alias for ssh; for tcp it is a container beside this one.
  const isNear =
    isLocalHost(host) || isVirtualMachine(host) || (scheme !== 'ssh' && isBareName(host));
  const isSample =
    /(?:^|\.)example\.(?:com|org|net)$|^(?:host|hostname|server|remote-?host|user)$/.test(host);
  return isNear || isSample ? null : { scheme, user: match[2] ?? null, host };
}

/**
 * Virtual machines on the developer's own computer.
 * @see https://github.com/docker/machine/blob/master/drivers/virtualbox/virtualbox.go
 */
function isVirtualMachine(host: string): boolean {
  return /^(?:192\.168\.(?:99|64|65)\.\d{1,3}|docker\.for\.\w+\.\w+|172\.17\.0\.1)$/.test(host);
}
