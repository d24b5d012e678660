import { at, entries, items, type ScalarNode } from '../../model/document.ts';
import type { EntityKey, Fact, Weakness } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { heldCredentials } from '../../recognize/agent/held-credentials.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { everywhere, plainValue, type SettingsFile, setting } from './setting-files.ts';

const write = agentWriter('claude-code');

/**
 * `env` reaches every process the agent starts, but for what the settings take out again.
 * @see https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
export function environmentFacts(
  files: readonly SettingsFile[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const hidden = hiddenVariables(files);
  const isScrubbed = isOn(files, 'CLAUDE_CODE_SUBPROCESS_ENV_SCRUB');
  return everywhere(files, 'env').flatMap(({ node, file }) =>
    entries(node).flatMap(({ key: name, keyAt, value }) => {
      if (value.type !== 'scalar' && value.type !== 'expr') return [];
      const { document } = file;
      const variable = { name, value, keyAt, document, environment: null, comment: null };
      const facts = factsOfVariable({ ...variable, collector: 'claude-code' }, knowledge);
      const weak = value.type === 'scalar' ? weaknessOf(name, value, keyAt, agent) : [];
      if (hidden.has(name)) return [...facts, ...weak];
      const holds = heldCredentials(agent, facts, () => ({
        because: `env in ${document.file} hands "${name}" to every command`,
        at: keyAt,
        // Which credentials the scrubbing takes out is not documented name by name.
        confidence: isScrubbed ? 'low' : 'high',
      }));
      return [...facts, ...holds, ...weak];
    }),
  );
}

/** Whether `env` switches something on. */
export function isOn(files: readonly SettingsFile[], variable: string): boolean {
  return /^(?:1|true|yes|on)$/i.test(String(plainValue(setting(files, 'env', variable))));
}

/** Variables that sandboxed commands do not get. */
function hiddenVariables(files: readonly SettingsFile[]): ReadonlySet<string> {
  if (plainValue(setting(files, 'sandbox', 'enabled')) !== true) return new Set();
  const names = everywhere(files, 'sandbox', 'credentials', 'envVars').flatMap(({ node }) =>
    items(node).flatMap((item) => {
      const [name, mode] = [at(item, 'name'), at(item, 'mode')];
      const isDenied = mode?.type === 'scalar' && mode.text === 'deny';
      return isDenied && name?.type === 'scalar' ? [name.text] : [];
    }),
  );
  return new Set(names);
}

/** Variables through which one file runs code in, or listens to, everything that the agent does. */
function weaknessOf(
  name: string,
  value: ScalarNode,
  keyAt: SourceRange,
  agent: EntityKey,
): readonly Weakness[] {
  const opening = openingOf(name, value.text);
  if (opening === null) return [];
  const remedy = `Remove ${name} from env.`;
  return [write.weakness(agent, `env.${name}`, keyAt, { ...opening, remedy })];
}

/** What a variable opens with this value; `null` for a harmless one. */
export function openingOf(
  name: string,
  value: string,
): Pick<Weakness, 'control' | 'because'> | null {
  if (value.trim() === '') return null;
  const code = (when: string) =>
    ({
      control: 'approval',
      because: `code that ${name} names runs with ${when}, unasked`,
    }) as const;
  switch (name) {
    case 'LD_PRELOAD':
    case 'BASH_ENV':
      return code('every command');
    case 'NODE_OPTIONS':
      return /(?:^|\s)(?:-r|--require|--import|--(?:experimental-)?loader)\b/.test(value)
        ? code('every Node program')
        : null;
    case 'GIT_SSH_COMMAND':
      return /^ssh(?:\s|$)/.test(value) && !/ProxyCommand/i.test(value)
        ? null
        : code('every fetch and push');
    case 'ANTHROPIC_BASE_URL':
      return isForeign(value)
        ? {
            control: 'secrets',
            because:
              'everything the agent reads, files with credentials included, goes to another host than the vendor’s',
          }
        : null;
  }
  return null;
}

function isForeign(address: string): boolean {
  const host = /^https?:\/\/(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i.exec(address)?.[1];
  if (host === undefined) return false;
  return !/(?:^|\.)anthropic\.com$|^(?:localhost|127\.\d|\[::1\]|0\.0\.0\.0|host\.docker\.internal)/i.test(
    host,
  );
}
