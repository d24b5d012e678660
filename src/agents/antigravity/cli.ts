import { at, type DataDocument, type DataNode } from '../../model/document.ts';
import type { Agent, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { writeCli } from './writer.ts';

const page = 'https://antigravity.google/docs/cli/settings';

/**
 * Mode and sandbox of `agy`, which only the user's file sets.
 * @see https://antigravity.google/docs/cli/settings (read 2026-11-21)
 */
export function cliMode(
  document: DataDocument | undefined,
  place: SourceRange,
  wayOut: SourceRange | null,
): Pick<Agent, 'shell' | 'mcp' | 'sandbox' | 'network'> {
  const root = document?.roots[0];
  const sandbox = sandboxOf(at(root, 'enableTerminalSandbox'), place, wayOut);
  const isOff = sandbox.state !== 'unknown' && sandbox.value === 'off';
  const network: Agent['network'] = isOff
    ? byDefault('open', place, page)
    : unknown('external', sandbox.at);
  const permission = at(root, 'toolPermission');
  if (permission === undefined) {
    const asks = byDefault<Verdict>('asks', place, page);
    return { shell: asks, mcp: asks, sandbox, network };
  }
  return { ...verdicts(permission, sandbox), sandbox, network };
}

function sandboxOf(
  node: DataNode | undefined,
  place: SourceRange,
  wayOut: SourceRange | null,
): Agent['sandbox'] {
  if (node === undefined) return byDefault('off', place, page);
  if (node.type !== 'scalar' || typeof node.value !== 'boolean') {
    return unknown('unparsed', node.at);
  }
  if (!node.value) return written('off', node.at);
  return wayOut === null ? written('on', node.at) : written('escapable', wayOut);
}

function verdicts(
  node: DataNode,
  sandbox: Agent['sandbox'],
): { readonly shell: Value<Verdict>; readonly mcp: Value<Verdict> } {
  const both = (verdict: Value<Verdict>) => ({ shell: verdict, mcp: verdict });
  switch (node.type === 'scalar' ? node.value : null) {
    case 'always-proceed':
      return both(written('runs', node.at));
    case 'strict':
    case 'request-review':
      return both(written('asks', node.at));
    case 'proceed-in-sandbox': {
      // Without a sandbox nothing proceeds.
      const isOff = sandbox.state !== 'unknown' && sandbox.value === 'off';
      return {
        shell: written(isOff ? 'asks' : 'runs', node.at),
        mcp: written('asks', node.at),
      };
    }
    default:
      return both(unknown('unparsed', node.at));
  }
}

/** What else the user's file opens. */
export function cliFacts(document: DataDocument | undefined, agent: EntityKey): readonly Fact[] {
  const root = document?.roots[0];
  const facts: Fact[] = [];
  const outside = at(root, 'allowNonWorkspaceAccess');
  if (outside?.type === 'scalar' && outside.value === true) {
    facts.push(
      writeCli.weakness(agent, 'allowNonWorkspaceAccess', outside.at, {
        control: 'secrets',
        because: 'the agent reads files outside the project, credentials of other tools included',
        remedy: 'Set it to false.',
      }),
    );
  }
  const mode = at(root, 'agentMode');
  if (mode?.type === 'scalar' && mode.text === 'accept-edits') {
    facts.push(
      writeCli.rule({
        agent,
        effect: 'allow',
        tool: 'write',
        pattern: { type: 'any' },
        order: 90_000,
        at: mode.at,
        name: 'agentMode accept-edits',
        implied: true,
      }),
    );
  }
  const permission = at(root, 'toolPermission');
  const isUnknown =
    permission?.type === 'scalar' &&
    !/^(?:strict|request-review|proceed-in-sandbox|always-proceed)$/.test(permission.text);
  if (isUnknown) facts.push(unknownMode(permission.text, permission.at, agent));
  return facts;
}

function unknownMode(text: string, place: SourceRange, agent: EntityKey): Fact {
  const short = text.slice(0, 40);
  return writeCli.inert(agent, `toolPermission ${short}`, place, {
    because: `Antigravity has no tool permission "${short}"`,
    remedy: 'Use one of strict, request-review, proceed-in-sandbox, always-proceed.',
    looksProtective: !/always|auto|yolo|turbo|proceed/i.test(short),
  });
}
