import type { DataNode } from '../../model/document.ts';
import type { Fact, InertSetting } from '../../model/fact.ts';
import type { Layer } from './layers.ts';
import type { RuleOwner } from './terminal-rules.ts';

type What = Pick<InertSetting, 'because' | 'remedy'>;

const useMap = 'Use chat.tools.terminal.autoApprove.';
const retired: Readonly<Record<string, What & { readonly protects?: true }>> = {
  'chat.tools.autoApprove': {
    because: 'VS Code renamed it, and the new name counts only in the user settings',
    remedy: 'Remove it: old builds still run everything unasked because of it.',
  },
  'chat.agent.autoApprove': {
    because: 'VS Code has no such setting',
    remedy: 'Remove it.',
  },
  'chat.tools.autoRun': { because: 'VS Code has no such setting', remedy: 'Remove it.' },
  'chat.tools.fileSystem.autoApprove': {
    because: 'VS Code has no such setting',
    remedy: 'Use chat.tools.edits.autoApprove.',
  },
  'chat.agent.terminal.allowList': { because: 'VS Code no longer reads it', remedy: useMap },
  'chat.agent.terminal.denyList': {
    because: 'VS Code no longer reads it',
    remedy: `${useMap} with false as value, which asks.`,
    protects: true,
  },
  'github.copilot.chat.agent.terminal.allowList': {
    because: 'VS Code no longer reads it',
    remedy: useMap,
  },
  'github.copilot.chat.agent.terminal.denyList': {
    because: 'VS Code no longer reads it',
    remedy: `${useMap} with false as value, which asks.`,
    protects: true,
  },
};

/** Settings of the whole application, which no file of a repository sets. */
const userOnly = ['chat.tools.global.autoApprove', 'chat.autoReply'];

const maps = [
  'chat.tools.terminal.autoApprove',
  'chat.tools.edits.autoApprove',
  'chat.tools.urls.autoApprove',
  'chat.tools.eligibleForAutoApproval',
];

const spelt = [
  ...maps,
  ...userOnly,
  'chat.permissions.default',
  'chat.tools.terminal.enableAutoApprove',
  'chat.tools.terminal.ignoreDefaultAutoApproveRules',
  'chat.tools.terminal.blockDetectedFileWrites',
  'chat.agent.sandbox.enabled',
  'chat.agent.sandbox.allowUnsandboxedCommands',
  'chat.agent.sandbox.network.allowNetwork',
  'chat.agent.sandbox.network.allowedDomains',
  'chat.agent.sandbox.network.deniedDomains',
];

/**
 * Settings that do nothing where they stand: retired, invented, misspelt, of the wrong type, or honoured only among the user's.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function inertFacts(layers: readonly Layer[], owner: RuleOwner): readonly Fact[] {
  return layers.flatMap((layer) =>
    layer.settings.entries.flatMap(({ key, keyAt, value }) => {
      const what = reason(key, value, layer);
      return what === null ? [] : [owner.write.inert(owner.agent, key, keyAt, what)];
    }),
  );
}

function reason(
  key: string,
  value: DataNode,
  layer: Layer,
): (What & Pick<InertSetting, 'looksProtective'>) | null {
  const closes = value.type === 'scalar' && (value.value === false || value.value === 'off');
  const old = Object.hasOwn(retired, key) ? retired[key] : undefined;
  if (old !== undefined) {
    const { because, remedy, protects } = old;
    return { because, remedy, looksProtective: protects === true || closes };
  }
  if (userOnly.includes(key)) {
    if (layer.scope !== 'workspace' || closes) return null;
    return {
      because: 'VS Code reads it only from the user settings',
      remedy: 'Remove it here.',
      looksProtective: false,
    };
  }
  if (maps.includes(key) && value.type !== 'map') {
    return {
      because: 'VS Code expects a map of patterns here',
      remedy: 'Write patterns with true or false.',
      looksProtective: closes,
    };
  }
  const right = spelt.find((name) => name.toLowerCase() === key.toLowerCase());
  if (right === undefined || right === key) return null;
  return {
    because: `VS Code tells upper from lower case, and the setting is ${right}`,
    remedy: `Write ${right}.`,
    looksProtective: /sandbox/i.test(key) ? !closes : closes || /denied/i.test(key),
  };
}
