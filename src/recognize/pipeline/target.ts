import type { DataEntry, ShellCommand } from '../../model/document.ts';
import type { CommandSpec } from '../../model/knowledge.ts';
import { commandWords } from '../command/command-line.ts';
import { parseConnectionUrl } from '../credential/connection-url.ts';
import type { JobProgram, PipelineJob } from './job.ts';

/** `own`: it ends with the job anyway. `unsure`: nothing in the job says what it works on. */
export type Reach = 'outside' | 'unsure' | 'own';

/** What a command works on. */
interface Target extends Pick<CommandSpec, 'targets' | 'destroys'> {
  /** Flags that name a machine, where `-c` and the like mean something else. */
  readonly hostFlag?: RegExp;
}

const maxWord = 2000;
/** Tools that make a cluster on the machine they run on. */
const localCluster = /^(?:kind|k3d|k3s|minikube|microk8s|k0s|ctlptl)$/;
const localClusterAction = /kind|minikube|k3d|k3s|microk8s|localstack/i;
const localWord =
  /(?:^|[/@=:"'\s])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?=[:/"'\s]|$)/;
/** Containers of the machine that the job runs on. */
const inContainer =
  /^(?:sudo )?(?:docker|podman|docker-compose|nerdctl)\s(?:.{0,200}\s)?(?:exec|run)\s/;
const hostFlag = /^(?:-H|--host|--context|-c|-h|--hostname|--url|--uri)(?:=|$)/;

/** What names the database of a client: the variables in its words, else those that such clients read by themselves. */
export function databaseTarget({ words }: ShellCommand): Target {
  const names = words
    .flatMap(({ raw }) => [...raw.slice(0, maxWord).matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)])
    .map(([, name = '']) => name)
    .filter((name) => !/USER|PASS|PORT/.test(name));
  return {
    // A variable that nothing here sets may name any database; without one the client works where it runs.
    targets: names.length > 0 ? names : ['PGHOST', 'MYSQL_HOST'],
    destroys: 'database',
    hostFlag: /^(?:-h|--host|--url|--uri)(?:=|$)/,
  };
}

/** Whether a command reaches anything that outlasts the job. */
export function reachOf(
  command: ShellCommand,
  spec: Target,
  { step, shell }: JobProgram,
  job: PipelineJob,
  everything: readonly ShellCommand[],
): Reach {
  const raw = command.words.map((word) => word.raw).join(' ');
  const isRemote = step.isRemote === true || isInsideSsh(command, shell.commands);
  if (isRemote) return 'outside';
  if (localWord.test(raw)) return 'own';
  if (command.words.some(({ text }) => isWrittenAddress(text ?? ''))) return 'outside';
  if (spec.destroys === 'database' && job.isThrowaway && inContainer.test(raw)) return 'own';
  if (!job.isArmed && job.isThrowaway) return 'own';
  const variables = [...job.variables, ...step.variables];
  if (spec.targets.includes('KUBECONFIG') && makesCluster(job, everything)) return 'own';
  if (spec.targets.length === 0) return 'outside';
  const set = targetsSet(spec.targets, command, shell.commands, variables);
  if (set.some((value) => isElsewhere(value))) return 'outside';
  if (set.length > 0) return 'own';
  const hasWord = commandWords(command).some(
    (word) => word !== null && (spec.hostFlag ?? hostFlag).test(word),
  );
  if (hasWord || spec.targets.includes('KUBECONFIG')) return 'outside';
  // Such a tool works on the machine it runs on unless it is told otherwise.
  if (spec.targets.some((name) => /HOST$/.test(name))) return job.isThrowaway ? 'own' : 'outside';
  if (spec.destroys !== 'database') return 'outside';
  return job.hasServices ? 'own' : 'unsure';
}

/** The address of a database elsewhere, with the login in it. */
function isWrittenAddress(word: string): boolean {
  const url = parseConnectionUrl(word);
  return url?.password != null && isElsewhere(word);
}

function isInsideSsh(command: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands.some(
    (other) =>
      other !== command &&
      other.at.start <= command.at.start &&
      other.at.end >= command.at.end &&
      commandWords(other)[0] === 'ssh',
  );
}

function makesCluster(job: PipelineJob, commands: readonly ShellCommand[]): boolean {
  return (
    job.uses.some((name) => localClusterAction.test(name)) ||
    commands.some((command) => localCluster.test(commandWords(command)[0] ?? ''))
  );
}

/** Values of the variables that name the target, where something in reach of the command sets them. */
function targetsSet(
  targets: readonly string[],
  command: ShellCommand,
  commands: readonly ShellCommand[],
  variables: readonly DataEntry[],
): readonly string[] {
  const before = commands.filter((other) => other.at.start <= command.at.start);
  const assigned = before
    .filter(
      (other) => other === command || other.words.length === 0 || other.words[0]?.text === 'export',
    )
    .flatMap((other) => other.assignments)
    .filter(({ name }) => targets.includes(name));
  if (assigned.length > 0) return assigned.map(({ value }) => value.text ?? value.raw);
  return targets.flatMap((name) => {
    const value = variables.findLast(({ key }) => key === name)?.value;
    if (value === undefined) return [];
    return value.type === 'scalar' || value.type === 'expr' ? [value.text] : [];
  });
}

/** Whether an address leads off the machine and its service containers; what is computed does. */
export function isElsewhere(value: string): boolean {
  if (localWord.test(value)) return false;
  const url = parseConnectionUrl(value);
  if (url === null)
    return /[${]/.test(value) || !/^(?:file:|sqlite|:memory:|\.{0,2}\/|\w*$)/.test(value);
  // A bare name is a container of the job.
  return !url.isLocal && (/[${]/.test(url.host) || url.host.includes('.'));
}
