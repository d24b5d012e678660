import { at } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type ActionStep, textOf } from '../../recognize/workflow/step.ts';
import { type Argument, firstFlag, flagValues, inputArguments } from './arguments.ts';
import type { Job } from './job.ts';
import { blankReading, type DraftWeakness, type Reading } from './reading.ts';

const execPage = 'https://developers.openai.com/codex/noninteractive';
const actionPage = 'https://github.com/openai/codex-action/blob/main/action.yml';
const bypassFlags = ['--dangerously-bypass-approvals-and-sandbox', '--yolo'];

/**
 * `codex exec` never asks: its sandbox is the control.
 * @see https://developers.openai.com/codex/noninteractive
 */
export function codexReading(
  product: string,
  place: SourceRange,
  args: readonly Argument[],
  fallback: Value<string> = byDefault('read-only', place, execPage),
): Reading {
  const mode = sandboxMode(args, fallback);
  return {
    ...blankReading(product, place),
    shell: byDefault('runs', mode.at, execPage),
    read: byDefault('runs', place, execPage),
    ...confinement(mode, args),
  };
}

function sandboxMode(args: readonly Argument[], fallback: Value<string>): Value<string> {
  const bypass = firstFlag(args, bypassFlags);
  if (bypass !== undefined) return written('danger-full-access', bypass.flag.at);
  const setting = configValue(args, 'sandbox_mode');
  const flag = firstFlag(args, ['--sandbox', '-s'], 1)?.values[0] ?? setting;
  if (flag !== undefined) {
    return flag.text === null ? unknown('interpolated', flag.at) : written(flag.text, flag.at);
  }
  const auto = firstFlag(args, ['--full-auto']);
  return auto === undefined ? fallback : written('workspace-write', auto.flag.at);
}

/** `-c key=value`, with or without quotes. */
function configValue(args: readonly Argument[], key: string): Argument | undefined {
  for (const { values } of flagValues(args, ['-c', '--config'])) {
    const [value] = values;
    if (value?.text?.startsWith(`${key}=`) !== true) continue;
    return { ...value, text: value.text.slice(key.length + 1).replace(/["']/g, '') };
  }
  return undefined;
}

function confinement(
  mode: Value<string>,
  args: readonly Argument[],
): Pick<Reading, 'sandbox' | 'network'> {
  const where = mode.at;
  if (mode.state === 'unknown') {
    return { sandbox: unknown(mode.why, where), network: unknown(mode.why, where) };
  }
  switch (mode.value) {
    case 'danger-full-access':
      return { sandbox: written('off', where), network: written('open', where) };
    case 'workspace-write': {
      const network = configValue(args, 'sandbox_workspace_write.network_access');
      const sandbox = same(mode, 'on' as const);
      if (network?.text === 'true') return { sandbox, network: written('open', network.at) };
      return { sandbox, network: same(mode, 'closed' as const) };
    }
    case 'read-only':
      return { sandbox: same(mode, 'on' as const), network: same(mode, 'closed' as const) };
    default:
      // A mode that does not exist stops the run.
      return { sandbox: unknown('external', where), network: unknown('external', where) };
  }
}

function same<T>(mode: Value<string>, value: T): Value<T> {
  return mode.state === 'default'
    ? byDefault(value, mode.at, mode.source)
    : written(value, mode.at);
}

/**
 * `openai/codex-action`, which asks GitHub whether who pulled the trigger may write.
 * @see https://github.com/openai/codex-action/blob/main/action.yml (read 2026-11-21)
 */
export function codexAction(step: ActionStep, job: Job): Reading {
  const { inputs, uses } = step;
  const input = at(inputs, 'codex-args');
  const args = input?.type === 'scalar' ? actionArguments(job, input.text, input) : [];
  const sandbox = at(inputs, 'sandbox');
  const strategy = at(inputs, 'safety-strategy');
  const isAnyone = textOf(at(inputs, 'allow-users')).trim() === '*';
  const text = textOf(sandbox).trim();
  const profile = at(inputs, 'permission-profile');
  const mode: Value<string> =
    profile !== undefined
      ? // Newer than what is documented: it takes the sandbox's place.
        unknown('external', profile.at)
      : text === '' || sandbox === undefined
        ? byDefault(
            textOf(strategy) === 'read-only' ? 'read-only' : 'workspace-write',
            uses.at,
            actionPage,
          )
        : text.includes('${{')
          ? unknown('interpolated', sandbox.at)
          : written(text, sandbox.at);
  return {
    ...codexReading('codex-action', uses.at, args, mode),
    weaknesses: weaknesses(step, job, isAnyone),
    checksActor: !isAnyone,
  };
}

/** A list in JSON, or a line as a shell would split it. */
function actionArguments(
  job: Job,
  text: string,
  input: Parameters<typeof inputArguments>[1],
): readonly Argument[] {
  const args = inputArguments(job.document.file, input);
  if (!text.trimStart().startsWith('[')) return args;
  return args.map((arg) => ({
    ...arg,
    text: arg.text?.replace(/^\[?"?/, '').replace(/"?[,\]]*$/, '') ?? null,
  }));
}

function weaknesses(step: ActionStep, job: Job, isAnyone: boolean): readonly DraftWeakness[] {
  const found: DraftWeakness[] = [];
  const users = at(step.inputs, 'allow-users');
  if (isAnyone && users !== undefined) {
    found.push({
      name: 'allow-users: *',
      at: users.at,
      control: 'trigger',
      because: 'anybody on GitHub can start this agent, without write access to the repository',
      remedy: 'Remove allow-users, or name the accounts that may start it.',
    });
  }
  const strategy = at(step.inputs, 'safety-strategy');
  // Windows offers nothing else.
  if (textOf(strategy) === 'unsafe' && strategy !== undefined && !job.runsOnWindows) {
    found.push({
      name: 'safety-strategy: unsafe',
      at: strategy.at,
      control: 'secrets',
      because: 'the agent keeps the rights of sudo, with which it can read every secret of the job',
      remedy: 'Use drop-sudo or unprivileged-user.',
    });
  }
  return found;
}
