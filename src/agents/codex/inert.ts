import { at, type DataDocument, type DataNode, entries, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import type { Layer } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

interface IgnoredKey {
  readonly key: string;
  readonly looksProtective: boolean;
}

/**
 * Keys that count only in the user's file.
 * @see https://developers.openai.com/codex/config-advanced (read 2026-11-21)
 */
const userOnly: readonly IgnoredKey[] = [
  { key: 'otel', looksProtective: true },
  { key: 'notify', looksProtective: false },
  { key: 'openai_base_url', looksProtective: false },
  { key: 'chatgpt_base_url', looksProtective: false },
];

/** Spellings of other agents and of the retired TypeScript CLI. */
const misspelt: Readonly<Record<string, string>> = {
  approvalMode: 'approval_policy',
  approval_mode: 'approval_policy',
  approvalPolicy: 'approval_policy',
  'approval-policy': 'approval_policy',
  sandbox: 'sandbox_mode',
  sandboxMode: 'sandbox_mode',
  'sandbox-mode': 'sandbox_mode',
  mcpServers: 'mcp_servers',
  'mcp-servers': 'mcp_servers',
};

const safe = /read-only|workspace|untrusted|on-request|suggest|ask/;

/** Settings of the project's file that Codex does not read there, or nowhere. */
export function ignoredSettings(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  return layers
    .filter((layer) => !layer.isHome)
    .flatMap(({ root }) => [
      ...userOnly.flatMap(({ key, looksProtective }) => {
        const found = entry(root, key);
        if (found === undefined) return [];
        return [
          write.inert(agent, key, found.keyAt, {
            because: `Codex reads ${key} only from the configuration of the user`,
            remedy: 'Move it to ~/.codex/config.toml.',
            looksProtective,
          }),
        ];
      }),
      ...profiles(root, agent),
      ...trust(root, agent),
      ...Object.entries(misspelt).flatMap(([key, right]) => {
        const found = entry(root, key);
        if (found === undefined || (key === 'sandbox' && found.value.type === 'map')) return [];
        return [
          write.inert(agent, key, found.keyAt, {
            because: `Codex knows no key "${key}"`,
            remedy: `Write ${right}.`,
            looksProtective: safe.test(textOf(found.value)),
          }),
        ];
      }),
    ]);
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

function profiles(root: DataNode, agent: EntityKey): readonly Fact[] {
  const because = 'Codex reads profiles only from the configuration of the user';
  const remedy = 'Set the values at the top of the file, or move the profile to the user’s.';
  return entries(at(root, 'profiles')).flatMap((profile) => {
    const values = ['sandbox_mode', 'approval_policy', 'default_permissions'].map((key) =>
      textOf(at(profile.value, key)),
    );
    if (values.every((value) => value === '')) return [];
    const looksProtective = !values.some((value) => /^:?danger|^never$/.test(value));
    const what = { because, remedy, looksProtective };
    return [write.inert(agent, `profiles.${profile.key}`, profile.keyAt, what)];
  });
}

/** A project cannot trust itself. */
function trust(root: DataNode, agent: EntityKey): readonly Fact[] {
  const [project] = entries(at(root, 'projects'));
  if (project === undefined) return [];
  return [
    write.inert(agent, 'projects', project.keyAt, {
      because: 'Codex reads which projects it trusts only from the configuration of the user',
      remedy: 'Remove it.',
      looksProtective: textOf(at(project.value, 'trust_level')) === 'untrusted',
    }),
  ];
}

const limits = [
  'allowed_approval_policies',
  'allowed_sandbox_modes',
  'allowed_permission_profiles',
  'mcp_servers',
  'rules',
  'hooks',
];

/**
 * Files of the administrator that lie in the tree: they bind nobody there.
 * @see https://developers.openai.com/codex/enterprise/managed-configuration (read 2026-11-21)
 */
export function managedFiles(documents: readonly DataDocument[], agent: EntityKey) {
  return documents.flatMap((document): readonly Fact[] => {
    const name = baseName(document.file);
    const [root] = document.roots;
    const keys =
      name === 'requirements.toml' ? limits : ['approval_policy', 'sandbox_mode', 'mcp_servers'];
    const found = keys.map((key) => entry(root, key)).find((one) => one !== undefined);
    if (found === undefined) return [];
    return [
      write.inert(agent, document.file, found.keyAt, {
        because: `Codex reads ${name} only from the system folder or from the device management`,
        remedy: `Install it as /etc/codex/${name}.`,
        looksProtective: true,
      }),
    ];
  });
}
