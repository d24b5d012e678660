import { basename, resolve } from 'node:path';
import { createGlobTest } from '../discover/glob-set.ts';
import { linkFacts } from '../graph/graph.ts';
import { prepareRegex } from '../graph/pattern-regex.ts';
import type { AnyCheck } from '../model/check.ts';
import type { Fact } from '../model/fact.ts';
import type { Area, Notice } from '../model/finding.ts';
import type { FilePath } from '../model/source.ts';
import { agentCollectors, checks } from '../registry.generated.ts';
import type { CheckInfo, ScanResult } from '../report/result.ts';
import { triage } from '../triage/triage.ts';
import { createClassifier } from './classify.ts';
import { collectors, type Gathered, gather } from './gather.ts';
import type { ScanOptions } from './options.ts';
import { collectorsFor } from './plan.ts';
import { runChecks } from './run-checks.ts';

/**
 * The whole pipeline: discover, read, parse, collect, link, check, triage.
 * @throws InputError when there is nothing to scan, ConfigError when the configuration is wrong.
 */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const started = options.now();
  const wanted = checks.filter(({ check }) => isWanted(check.id, options));
  const gathered = await gather(options, collectorsFor(wanted, collectors));
  options.onProgress?.({ stage: 'link', done: 0, total: 1 });
  await prepareRegex(gathered.facts);
  const judged = judge(gathered, wanted, options);
  return {
    root: basename(resolve(options.root)),
    findings: judged.findings,
    notices: [...gathered.notices, ...judged.notices],
    texts: gathered.texts,
    summary: {
      filesSeen: gathered.filesSeen,
      filesRead: gathered.filesRead,
      filesParsed: gathered.filesParsed,
      durationMs: options.now() - started,
      paths: judged.findings.filter((finding) => finding.path !== null).length,
      baselined: 0,
    },
    checks: wanted.map(info),
    failOn: gathered.config.failOn,
    homeRead: gathered.homeRead,
  };
}

/** What riskscan understood, for debugging and for people who write checks. */
export async function facts(options: ScanOptions): Promise<{
  readonly facts: readonly Fact[];
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly notices: readonly Notice[];
}> {
  return gather(options, collectors);
}

/** Links the facts, runs the checks and sorts what they say. Pure: the same facts give the same findings. */
export function judge(
  gathered: Pick<Gathered, 'facts' | 'knowledge' | 'texts' | 'config'>,
  wanted: readonly { readonly area: Area; readonly check: AnyCheck }[],
  options: Pick<ScanOptions, 'minSeverity' | 'minConfidence' | 'today'>,
): Pick<ScanResult, 'findings' | 'notices'> {
  const { config } = gathered;
  const graph = linkFacts(gathered.facts, gathered.knowledge);
  const ran = runChecks(wanted, graph);
  const agentFiles = createClassifier(agentCollectors);
  const drafts = ran.drafts.map(({ check, draft }) => ({ check: info(check), draft }));
  const triaged = triage(drafts, {
    texts: gathered.texts,
    checks: checks.map(({ check }) => check),
    ran: new Set(wanted.map(({ check }) => check.id)),
    suppressions: config.suppressions,
    suppressionsInAgentFiles: config.suppressionsInAgentFiles,
    today: options.today,
    isWrittenByAgents: (file) => agentFiles(file).length > 0,
    matchesGlob: (file, glob) => createGlobTest([glob])(file),
    minSeverity: options.minSeverity,
    minConfidence: options.minConfidence,
    only: [],
    skip: config.checksOff,
  });
  return { findings: triaged.findings, notices: [...ran.notices, ...triaged.notices] };
}

function isWanted(id: string, options: ScanOptions): boolean {
  if (options.checks !== undefined && !options.checks.includes(id)) return false;
  return options.skip?.includes(id) !== true;
}

function info({ area, check }: { readonly area: Area; readonly check: AnyCheck }): CheckInfo {
  return {
    id: check.id,
    ...(check.aliases === undefined ? {} : { aliases: check.aliases }),
    area,
    title: check.title,
    severity: check.severity,
    why: check.why,
    fix: check.fix,
    accept: check.accept,
    references: check.references,
    since: check.since,
  };
}
