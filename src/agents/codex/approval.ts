import { at, type DataNode } from '../../model/document.ts';
import type { EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import type { Confinement } from './confinement.ts';
import { write } from './writer.ts';

const page = 'https://developers.openai.com/codex/agent-approvals-security';
const policies = ['untrusted', 'on-request', 'never'] as const;

/** When Codex asks. */
export interface Approval {
  /** `unknown`: a value that Codex does not have, which it refuses to start with. */
  readonly policy: (typeof policies)[number] | 'unknown';
  /** Leaving the sandbox can be asked for. */
  readonly asksToLeave: boolean;
  /** Rules that prompt can ask; else what they name is refused. */
  readonly asksByRule: boolean;
  /** Where a model answers in the person's place. */
  readonly reviewedBy: SourceRange | null;
  /** Where the policy is written; `null` for the default. */
  readonly at: SourceRange | null;
}

/**
 * Reads `approval_policy`. `on-failure` is an old name of `on-request`; a table with `granular` switches single questions off, which refuses what they
 * would have asked about.
 * @see https://developers.openai.com/codex/agent-approvals-security (read 2026-11-21)
 */
export function approvalOf(layers: readonly Layer[]): Approval {
  const reviewer = setting(layers, 'approvals_reviewer');
  const isModel = /^(?:auto_review|guardian_subagent)$/.test(String(plain(reviewer)));
  const reviewedBy = isModel && reviewer !== undefined ? reviewer.node.at : null;
  const found = setting(layers, 'approval_policy');
  const asking = { asksToLeave: true, asksByRule: true, reviewedBy };
  if (found === undefined) return { ...asking, policy: 'on-request', at: null };
  const place = found.node.at;
  const granular = at(found.node, 'granular') ?? (found.node.type === 'map' ? found.node : null);
  if (granular !== null) {
    return {
      policy: 'on-request',
      asksToLeave: !isFalse(at(granular, 'sandbox_approval')),
      asksByRule: !isFalse(at(granular, 'rules')),
      reviewedBy,
      at: place,
    };
  }
  const value = plain(found);
  const policy = value === 'on-failure' ? 'on-request' : policies.find((known) => known === value);
  if (policy === 'never') {
    return { policy, asksToLeave: false, asksByRule: false, reviewedBy: null, at: place };
  }
  return { ...asking, policy: policy ?? 'unknown', at: place };
}

function isFalse(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === false;
}

/**
 * What happens to a command that no rule matches, as far as it reaches beyond the sandbox: inside it, everything runs unasked; what the sandbox stops
 * has to be asked for, and is refused where nothing can be asked. With an open network nothing that matters is stopped.
 * @see https://developers.openai.com/codex/agent-approvals-security (read 2026-11-21)
 */
export function shellOf(
  approval: Approval,
  { sandbox, network }: Confinement,
  place: SourceRange,
): Value<Verdict> {
  if (approval.policy === 'unknown') return unknown('unparsed', approval.at ?? place);
  const give = (verdict: Verdict): Value<Verdict> => {
    if (approval.at !== null) return written(verdict, approval.at);
    return sandbox.state === 'set' ? written(verdict, sandbox.at) : byDefault(verdict, place, page);
  };
  if (approval.policy === 'untrusted') return asked(approval, give);
  if (sandbox.state === 'unknown') return unknown(sandbox.why, sandbox.at);
  if (sandbox.value === 'off') return give('runs');
  if (network.state === 'unknown') return unknown(network.why, network.at);
  if (network.value !== 'closed') return give('runs');
  return approval.asksToLeave ? asked(approval, give) : give('blocks');
}

function asked(approval: Approval, give: (verdict: Verdict) => Value<Verdict>): Value<Verdict> {
  // What a model will answer cannot be told.
  return approval.reviewedBy === null ? give('asks') : written('unknown', approval.reviewedBy);
}

/**
 * What happens to an MCP tool: one that says it only reads runs, any other one asks; with full access and no questions all run.
 * @see https://developers.openai.com/codex/mcp (read 2026-11-21)
 */
export function mcpOf(
  approval: Approval,
  { sandbox }: Confinement,
  place: SourceRange,
): Value<Verdict> {
  if (approval.policy === 'unknown') return unknown('unparsed', approval.at ?? place);
  if (approval.policy === 'never') {
    const at = approval.at ?? place;
    const isFull = sandbox.state !== 'unknown' && sandbox.value === 'off';
    return isFull ? written('runs', at) : unknown('external', at);
  }
  return asked(approval, (verdict) => byDefault(verdict, place, page));
}

/** A policy that does not exist, and questions that a model answers. */
export function approvalFacts(approval: Approval, layers: readonly Layer[], agent: EntityKey) {
  const facts: Fact[] = [];
  const found = setting(layers, 'approval_policy');
  if (approval.policy === 'unknown' && found !== undefined) {
    const value = String(plain(found) ?? '').slice(0, 40);
    facts.push(
      write.inert(agent, `approval_policy ${value}`.trim(), found.node.at, {
        because: `Codex has no approval policy "${value}"`,
        remedy: 'Use one of untrusted, on-request, never.',
        looksProtective: !/never|auto|yolo|full|bypass/i.test(value),
      }),
    );
  }
  if (approval.reviewedBy !== null) {
    facts.push(
      write.weakness(agent, 'approvals_reviewer', approval.reviewedBy, {
        control: 'approval',
        because: 'a model answers what a person would be asked',
        remedy: 'Set approvals_reviewer to "user".',
      }),
    );
  }
  const hidden = setting(layers, 'notice', 'hide_full_access_warning');
  if (hidden !== undefined && plain(hidden) === true) {
    facts.push(
      write.weakness(agent, 'notice.hide_full_access_warning', hidden.node.at, {
        control: 'approval',
        because: 'full access is switched on without the warning before it',
        remedy: 'Remove notice.hide_full_access_warning.',
      }),
    );
  }
  return facts;
}
