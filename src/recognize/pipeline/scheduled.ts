import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { DataEntry, Document, EmbeddedText } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { backupFacts } from '../shell/backup-facts.ts';
import { scriptVariables } from '../shell/variables.ts';
import { pipelineFacts } from './job-facts.ts';
import { plainJob } from './plain-job.ts';

/** A program that the clock of a machine runs: a line of a crontab, a service with a timer. */
export interface Scheduled {
  /** Id of the collector that read it, and of the system that runs it. */
  readonly product: string;
  /** Unique within the document. */
  readonly id: string;
  /** As findings print it. */
  readonly name: string;
  readonly document: Document;
  readonly at: SourceRange;
  readonly program: EmbeddedText;
  readonly variables: readonly DataEntry[];
  /** Names that may speak of a stage, the most telling first. */
  readonly names: readonly string[];
  /** Whatever the program prints is sent to somebody, as cron does it. */
  readonly isMailed: boolean;
}

/** What it destroys or starts, and what it copies. */
export function scheduledFacts(scheduled: Scheduled, knowledge: Knowledge): readonly Fact[] {
  const { product, id, name, document, at, program, variables, names } = scheduled;
  const { file } = document;
  const job = plainJob({
    product,
    id,
    name,
    document,
    at,
    steps: [{ document, program, folder: null, variables: [] }],
    variables,
    triggers: [{ name: 'a schedule', startedBy: 'schedule' }],
    names,
    isThrowaway: false,
    remedy: `Take it out of ${file}, and run it by hand after somebody has looked at what it would destroy.`,
  });
  const shell = parseEmbeddedShell(file, program);
  const host = {
    collector: product,
    key: `${product}:${file}#${id}`,
    shown: `${name} in ${file}`,
    task: null,
    invocations: [],
  };
  const copies =
    shell.commands.length === 0 ? [] : backupFacts(shell, scriptVariables(shell), knowledge, host);
  const isHeard = scheduled.isMailed && !program.text.includes('/dev/null');
  return [...pipelineFacts(job, knowledge), ...(isHeard ? copies.map(heard) : copies)];
}

/** A failure that the tool complains of is in somebody's mail, whatever the exit code. */
function heard(fact: Fact): Fact {
  if (fact.kind !== 'Backup' || fact.hiddenFailure === undefined) return fact;
  const { hiddenFailure: _, ...rest } = fact;
  return rest;
}
