import type { AgentRule } from '../model/fact.ts';
import { grantedText } from './permission-words.ts';

interface ExecutorWord {
  readonly command: string;
  /** A line that only a rule open enough to run anything lets through. */
  readonly sample: string;
}

/**
 * The most direct way to a provider's API first: raw HTTP, interpreters, shells, package runners, remote shells, task runners. `git`, `sed` and
 * editors can run programs too, but only through tricks that an agent gone astray does not stumble into, and half of all allow lists name them.
 */
export const executorWords: readonly ExecutorWord[] = [
  ...each('curl wget http xh', (name) => `${name} https://host.invalid/something`),
  ...each('node deno bun ruby perl php lua jshell osascript', (name) => `${name} -e something`),
  ...each('python python3', (name) => `${name} -c something`),
  ...each('bash sh zsh fish dash pwsh powershell cmd', (name) => `${name} -c something`),
  ...each('npx pnpx bunx uvx pipx', (name) => `${name} something`),
  { command: 'uv run', sample: 'uv run something' },
  { command: 'npm exec', sample: 'npm exec something' },
  { command: 'pnpm dlx', sample: 'pnpm dlx something' },
  { command: 'gh api', sample: 'gh api something' },
  ...each('eval source xargs env sudo', (name) => `${name} something`),
  ...each('ssh ansible ansible-playbook', (name) => `${name} something`),
  { command: 'docker run', sample: 'docker run something' },
  { command: 'docker exec', sample: 'docker exec something' },
  { command: 'docker compose', sample: 'docker compose something' },
  { command: 'podman', sample: 'podman run something' },
  { command: 'kubectl exec', sample: 'kubectl exec something' },
  { command: 'npm run', sample: 'npm run something' },
  { command: 'npm', sample: 'npm something' },
  { command: 'pnpm run', sample: 'pnpm run something' },
  { command: 'yarn', sample: 'yarn something' },
  { command: 'bun run', sample: 'bun run something' },
  ...each(
    'psql mysql mariadb mongosh redis-cli sqlcmd sqlplus cqlsh clickhouse-client',
    (name) => `${name} -c something`,
  ),
  ...each('make just task rake gradle mvn', (name) => `${name} something`),
  { command: 'gh workflow run', sample: 'gh workflow run something' },
  { command: 'java', sample: 'java something' },
  { command: 'find', sample: 'find . -exec something' },
  { command: 'awk', sample: 'awk something' },
];

/** Where everything runs, naming all of them says nothing: these stand for the rest. */
export const examplesOfAll: ReadonlySet<string> = new Set(['curl', 'node', 'python3', 'bash']);

function each(names: string, sample: (name: string) => string): readonly ExecutorWord[] {
  return names.split(' ').map((command) => ({ command, sample: sample(command) }));
}

/** Whatever stands between these and the open end, what follows is a command of its own. */
const carriers = /^(?:ssh|docker (?:exec|run)|podman|kubectl exec)$/;

/**
 * What an allow rule lets an agent continue at will: `bash scripts/*` ends open after `bash scripts/`. `undefined` for rules that name whole
 * commands, and for requests that are pinned to one address.
 */
export function openEnd(rule: AgentRule): string | undefined {
  if (rule.effect !== 'allow' || rule.inert !== null) return undefined;
  if (rule.tool !== 'shell' && rule.tool !== 'any') return undefined;
  const { pattern } = rule;
  if (pattern.type !== 'prefix' && pattern.type !== 'glob') return undefined;
  const text = grantedText(pattern.text) ?? pattern.text;
  if (pattern.type === 'glob' && !text.includes('*')) return undefined;
  const start = pattern.type === 'prefix' ? text : text.slice(0, text.indexOf('*'));
  return start.includes('://') ? undefined : start.trim();
}

/**
 * Whether what follows the executor at this open end is still free to choose: only flags stand there, or a folder whose files the agent can write.
 * `uv run pytest *` is tied to pytest.
 */
export function leavesOpen(end: string, command: string): boolean {
  // Nothing behind the executor: its own sample already tells. `find` is one only with its actions, which the sample has.
  if (!end.startsWith(`${command} `) || command === 'find') return false;
  if (carriers.test(command)) return true;
  const rest = end.slice(command.length + 1).split(' ');
  const last = rest.at(-1) ?? '';
  if (command === 'curl' || command === 'wget') {
    return !rest.some((word) => /[.:]|localhost/.test(word));
  }
  return last.endsWith('/') || rest.every((word) => /^(?:-.*|["'])$/.test(word));
}
