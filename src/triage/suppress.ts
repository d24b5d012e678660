import type { Finding, Notice, Suppression } from '../model/finding.ts';
import type { FilePath, SourceRange } from '../model/source.ts';
import { lineIndex, positionAt } from '../report/lines.ts';
import type { InlineSuppression } from './inline-suppression.ts';
import { inlineSuppressions, wordingProblem } from './inline-suppression.ts';
import { nearestName } from './nearest-name.ts';

/** A decision from `riskscan.yaml`. All that it names must fit. */
export interface ConfigSuppression {
  readonly check: string;
  /** Glob over the file a finding points at; `null` for any. */
  readonly file: string | null;
  /** `null` for any. */
  readonly fingerprint: string | null;
  readonly reason: string;
  readonly until: string | null;
  readonly at: SourceRange;
}

export interface SuppressOptions {
  /** Texts of every file that was read; suppressions are looked for in all of them. */
  readonly texts: ReadonlyMap<FilePath, string>;
  /** All checks there are, run or not. */
  readonly checks: readonly { readonly id: string; readonly aliases?: readonly string[] }[];
  /** Ids of the checks that ran: only for them can a suppression be unused. */
  readonly ran: ReadonlySet<string>;
  /** Decisions of the configuration file. */
  readonly suppressions: readonly ConfigSuppression[];
  /** ISO date; a decision still counts on its last day. */
  readonly today: string;
  /** True for files that an agent may write on its own behalf: its settings, rules and MCP configs. */
  readonly isWrittenByAgents: (file: FilePath) => boolean;
  /** The team's opt-in to comments in such files. */
  readonly suppressionsInAgentFiles: boolean;
  readonly matchesGlob: (file: FilePath, glob: string) => boolean;
}

/** A decision that counts, ready to be compared with findings. */
interface Decision {
  readonly check: string;
  readonly suppression: Suppression;
  readonly covers: (finding: Finding) => boolean;
}

/** Marks findings that a person accepted, and tells which decisions do not count or are no longer needed. */
export function suppress(
  findings: readonly Finding[],
  options: SuppressOptions,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const decisions: Decision[] = [];
  const linesOf = lineLookup(options.texts);
  for (const [file, text] of [...options.texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const inline of inlineSuppressions(file, text)) {
      const check = resolveCheck(inline.check, options);
      const problem = inline.problem ?? agentFileProblem(file, options);
      const refused = refusal(inline, check, problem, options);
      if (refused !== null) notices.push(notice(inline.at, refused, linesOf));
      else decisions.push(inlineDecision(inline, check ?? inline.check, linesOf));
    }
  }
  for (const config of options.suppressions) {
    const check = resolveCheck(config.check, options);
    const problem = wordingProblem(config.check, config.until, config.reason);
    const refused = refusal(config, check, problem, options);
    if (refused !== null) notices.push(notice(config.at, refused, linesOf));
    else decisions.push(configDecision(config, check ?? config.check, options));
  }

  const used = new Set<Decision>();
  const marked = findings.map((finding) => {
    const fitting = decisions.filter(
      (decision) => decision.check === finding.check && decision.covers(finding),
    );
    for (const decision of fitting) used.add(decision);
    const first = fitting[0];
    return first === undefined ? finding : { ...finding, suppressed: first.suppression };
  });
  for (const decision of decisions) {
    if (used.has(decision) || !options.ran.has(decision.check)) continue;
    const message = `The suppression of "${decision.check}" fits no finding; remove it.`;
    notices.push(notice(decision.suppression.at, message, linesOf));
  }
  return { findings: marked, notices };
}

/** Current id of a written one, former ids included. */
function resolveCheck(written: string, options: SuppressOptions): string | undefined {
  return options.checks.find(
    (check) => check.id === written || check.aliases?.includes(written) === true,
  )?.id;
}

/** Why a decision does not count, as a sentence; `null` when it does. */
function refusal(
  decision: { readonly check: string; readonly until: string | null },
  check: string | undefined,
  problem: string | null,
  options: SuppressOptions,
): string | null {
  if (decision.check !== '' && check === undefined) {
    const near = nearestName(
      decision.check,
      options.checks.map((known) => known.id),
    );
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    return `The suppression names an unknown check "${decision.check.slice(0, 80)}".${hint}`;
  }
  const which = decision.check === '' ? 'A suppression' : `The suppression of "${decision.check}"`;
  if (problem !== null) return `${which} does not count. ${problem}`;
  if (decision.until !== null && decision.until < options.today) {
    return `${which} ended on ${decision.until} and does not count any more.`;
  }
  return null;
}

function agentFileProblem(file: FilePath, options: SuppressOptions): string | null {
  if (options.suppressionsInAgentFiles || !options.isWrittenByAgents(file)) return null;
  return 'An agent may write this file; put it into riskscan.yaml, or set suppressionsInAgentFiles there.';
}

function inlineDecision(inline: InlineSuppression, check: string, linesOf: LineLookup): Decision {
  const { at, lines, reason, until } = inline;
  return {
    check,
    suppression: { reason, until, at },
    covers: (finding) =>
      rangesOf(finding).some((range) => {
        if (range.file !== at.file) return false;
        const { first, last } = linesOf(range);
        return lines.some((line) => line >= first && line <= last);
      }),
  };
}

function configDecision(
  config: ConfigSuppression,
  check: string,
  options: SuppressOptions,
): Decision {
  const { file, fingerprint, reason, until, at } = config;
  return {
    check,
    suppression: { reason, until, at },
    covers: (finding) =>
      (file === null || options.matchesGlob(finding.at.file, file)) &&
      (fingerprint === null || finding.fingerprint === fingerprint),
  };
}

function rangesOf(finding: Finding): readonly SourceRange[] {
  return [finding.at, ...finding.related, ...(finding.path?.hops ?? []).map((hop) => hop.edge.at)];
}

type LineLookup = (range: SourceRange) => { readonly first: number; readonly last: number };

function lineLookup(texts: ReadonlyMap<FilePath, string>): LineLookup {
  const indexes = new Map<FilePath, ReturnType<typeof lineIndex>>();
  return (range) => {
    const index = indexes.get(range.file) ?? lineIndex(texts.get(range.file) ?? '');
    indexes.set(range.file, index);
    const lastOffset = Math.max(range.start, range.end - 1);
    return {
      first: positionAt(index, range.start).line,
      last: positionAt(index, lastOffset).line,
    };
  };
}

function notice(at: SourceRange, message: string, linesOf: LineLookup): Notice {
  const text = `Line ${linesOf(at).first}: ${message}`;
  return { kind: 'suppression', file: at.file, message: text, incomplete: false };
}
