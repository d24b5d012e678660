/** How a command that starts another command is left behind. */
export interface Wrapper {
  /** First words, alternatives with `|`. */
  readonly words: readonly string[];
  /** Its flags that take the next word as their value, alternatives with `|`. */
  readonly valued: string;
  /** Positional words of its own before the inner command: `timeout 60`. */
  readonly operands: number;
  /** It runs a package: what follows may carry a version, and options of the runner. */
  readonly runsPackage: boolean;
  /** The inner command only follows `--`. */
  readonly needsDashes: boolean;
}

function wrapper(words: string, rest: Partial<Wrapper> = {}): Wrapper {
  return {
    words: words.split(' '),
    valued: '',
    operands: 0,
    runsPackage: false,
    needsDashes: false,
    ...rest,
  };
}

/** Longest first where one is the beginning of another. */
export const wrappers: readonly Wrapper[] = [
  wrapper('sudo', {
    valued: '-u|-g|-h|-p|-C|-r|-t|-D|-R|-T|-U|--user|--group|--host|--prompt|--chdir',
  }),
  wrapper('doas', { valued: '-u|-C' }),
  wrapper('env', { valued: '-u|-C|-S|--unset|--chdir' }),
  wrapper('timeout|gtimeout', { valued: '-k|-s|--kill-after|--signal', operands: 1 }),
  wrapper('nice', { valued: '-n|--adjustment' }),
  wrapper('ionice', { valued: '-c|-n|-p|--class|--classdata' }),
  wrapper('stdbuf', { valued: '-i|-o|-e|--input|--output|--error' }),
  wrapper('flock', { valued: '-w|-E|--timeout|--wait', operands: 1 }),
  wrapper('xargs', {
    valued: '-I|-n|-P|-d|-E|-L|-s|-a|--max-args|--max-procs|--delimiter|--replace|--arg-file',
  }),
  wrapper('chroot', { operands: 1 }),
  wrapper('watch', { valued: '-n|--interval' }),
  wrapper('retry', { valued: '-t|-d|--times|--delay' }),
  wrapper('caffeinate', { valued: '-t|-w' }),
  wrapper('nohup|time|command|builtin|exec|setsid|unbuffer|then|do|else|!'),
  wrapper('npx|bunx|pnpx', { valued: '-p|--package|-c|--call|-w|--workspace', runsPackage: true }),
  wrapper('npm exec|x', { valued: '-p|--package|-c|-w|--workspace', runsPackage: true }),
  wrapper('pnpm dlx|exec', { valued: '--package|-F|--filter|-C|--dir', runsPackage: true }),
  wrapper('yarn dlx|exec|run', { valued: '-p|--package', runsPackage: true }),
  wrapper('bun x', { runsPackage: true }),
  // A bare `yarn prisma` runs the package's program; what is no program is a task or a word of the manager's own.
  wrapper('yarn|pnpm|bun', { valued: '-C|--cwd|-F|--filter|--dir|--prefix', runsPackage: true }),
  wrapper('ddev|lando'),
  wrapper('composer exec', { needsDashes: false }),
  wrapper('uvx', { valued: '--from|--with|-p|--python', runsPackage: true }),
  wrapper('uv run', { valued: '--with|--env-file|-p|--python|--project' }),
  wrapper('pipx run', { valued: '--spec|--python', runsPackage: true }),
  wrapper('poetry|pipenv|pdm|rye|hatch run'),
  wrapper('bundle exec'),
  wrapper('mise exec|x', { needsDashes: true }),
  wrapper('cross-env'),
  wrapper('dotenv', { valued: '-e|-p|-v|-c|--env-file', needsDashes: false }),
  wrapper('dotenvx run', { valued: '-f|-e|-fk|--env-file', needsDashes: true }),
  wrapper('env-cmd', { valued: '-f|--file|-e|--environments|-r|--rc-file' }),
  wrapper('doppler run', { needsDashes: true }),
  wrapper('infisical run', { needsDashes: true }),
  wrapper('op run', { needsDashes: true }),
  wrapper('teller run', { needsDashes: true }),
  wrapper('railway run', { valued: '-s|--service|-e|--environment|-p|--project' }),
  wrapper('vercel env run', { needsDashes: true }),
  wrapper('aws-vault exec', { valued: '-d|--duration|--region|-r', needsDashes: true }),
  wrapper('chamber exec', { needsDashes: true }),
  wrapper('docker compose exec', {
    valued: '-e|--env|-u|--user|-w|--workdir|--index',
    operands: 1,
  }),
  wrapper('docker-compose exec', {
    valued: '-e|--env|-u|--user|-w|--workdir|--index',
    operands: 1,
  }),
  wrapper('docker|podman exec', {
    valued: '-e|--env|-u|--user|-w|--workdir|--env-file',
    operands: 1,
  }),
  wrapper('docker|podman container exec', {
    valued: '-e|--env|-u|--user|-w|--workdir',
    operands: 1,
  }),
  wrapper('docker compose run', {
    valued:
      '-e|--env|-u|--user|-w|--workdir|-v|--volume|-p|--publish|--name|--entrypoint|-l|--label',
    operands: 1,
  }),
  wrapper('docker|podman run', {
    valued:
      '-e|--env|-u|--user|-w|--workdir|-v|--volume|-p|--publish|--name|--entrypoint|-l|--label|--network|--net|--env-file|--mount|--platform|-h|--hostname|--volumes-from|-m|--memory|--cpus|--link|--pull',
    operands: 1,
  }),
  wrapper('kubectl|oc exec', {
    valued: '-n|--namespace|-c|--container|--context|--kubeconfig|--cluster',
    needsDashes: true,
  }),
  wrapper('heroku run', { valued: '-a|--app|-r|--remote|-s|--size|--type' }),
];
