import type { Weakness } from '../../model/fact.ts';

/** Something of the machine that a container is given. */
export interface Hole {
  readonly control: Weakness['control'];
  readonly because: string;
  readonly remedy: string;
}

const daemon = /(?:docker|podman|containerd)(?:\/[\w.-]+)*\.sock$/;
const login =
  /(?:^|\/|\})\.(aws|kube|azure|ssh|docker|railway|fly|gnupg|npmrc|netrc|pgpass|config\/(?:gcloud|gh|doctl|flyctl)|supabase|vercel|terraform\.d)(?:\/|$)/;
const home =
  /^(?:~|\$\{localEnv:(?:HOME|USERPROFILE)\}(?:\$\{localEnv:(?:HOME|USERPROFILE)\})?|\$\{?HOME\}?|\/root|\/home\/[^/]+|\/Users\/[^/]+)\/?$/;
const agentSocket = /SSH_AUTH_SOCK|ssh-agent|S\.gpg-agent/;

/** What a folder or socket of the machine opens when it is mounted; `null` for harmless ones. Read-only mounts open secrets all the same. */
export function holeOfMount(source: string): Hole | null {
  const remedy = `Remove the mount of ${source}.`;
  if (daemon.test(source)) {
    return {
      control: 'sandbox',
      because: 'whoever controls the container daemon controls the machine and its volumes',
      remedy,
    };
  }
  if (source === '/' || home.test(source)) {
    const because = `the container sees ${source === '/' ? 'the whole disk' : 'the whole home folder'} of the machine`;
    return { control: 'secrets', because, remedy };
  }
  const name = login.exec(source)?.[1];
  if (name !== undefined) {
    const because = `the container sees the logins of this machine in .${name}`;
    return { control: 'secrets', because, remedy };
  }
  if (agentSocket.test(source)) {
    const because = 'the container may use the keys of this machine';
    return { control: 'secrets', because, remedy };
  }
  return null;
}

const rootLike = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_MODULE|DAC_READ_SEARCH|SYS_RAWIO)$/i;
const unconfined = /^(?:seccomp|apparmor)[=:]unconfined$|^label[=:]disable$/i;
const namespaces = /^(?:pid|ipc|userns|cgroupns)$/;

/** What an option of `docker run` opens, the option with its value: `--pid=host`. */
export function holeOfOption(name: string, value: string): Hole | null {
  const option = value === '' ? `--${name}` : `--${name}=${value}`;
  const remedy = `Remove ${option}.`;
  const breaks = (because: string): Hole => ({ control: 'sandbox', because, remedy });
  if (name === 'privileged' && !/^false$/i.test(value)) {
    return breaks('root in a privileged container is root on the machine');
  }
  if (name === 'cap-add' && rootLike.test(value)) {
    return breaks(`the capability ${value} lets root in the container leave it`);
  }
  if (name === 'security-opt' && unconfined.test(value)) {
    return breaks('the container runs without the kernel filters that hold it');
  }
  if (namespaces.test(name) && value === 'host') {
    return breaks(`the container shares the ${name} namespace of the machine`);
  }
  if (name === 'device' && /^\/dev\/(?:sd|nvme|vd|xvd|mem|kmem|disk)/.test(value)) {
    return breaks('the container may write to a disk of the machine');
  }
  return null;
}

/** What a feature of a dev container opens, by its id. */
export function holeOfFeature(id: string): Hole | null {
  const name =
    id
      .replace(/[:@][^/]*$/, '')
      .split('/')
      .at(-1) ?? '';
  const remedy = `Remove the feature ${name}.`;
  if (name === 'docker-outside-of-docker' || name === 'docker-from-docker') {
    const because = 'the feature hands the container the daemon of the machine';
    return { control: 'sandbox', because, remedy };
  }
  if (name === 'docker-in-docker') {
    return { control: 'sandbox', because: 'the feature makes the container privileged', remedy };
  }
  return null;
}

/** What a variable that is taken over from the machine opens; `known` says that a provider's catalogue knows it as a credential. */
export function holeOfVariable(local: string, known: boolean): Hole | null {
  if (
    !known &&
    !/(?:TOKEN|SECRET|PASSWORD|API_KEY|ACCESS_KEY|CREDENTIALS|DATABASE_URL)$/.test(local)
  ) {
    return null;
  }
  return {
    control: 'secrets',
    because: `${local} of this machine is handed to everything in the container`,
    remedy: `Remove ${local}, and give the container a narrow credential of its own.`,
  };
}
