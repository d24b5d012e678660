import type { DataEntry, Document } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import type { Gate, JobStep, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob } from '../../recognize/pipeline/plain-job.ts';

const stagePattern = /\bstage\s*\(\s*(["'])([^"'\n]{1,100})\1\s*\)\s*\{/g;
const programPattern =
  /\bsh\s*\(?\s*(?:(?:label|returnStatus|returnStdout)\s*:\s*[^,\n]{1,80},\s*)?(?:script\s*:\s*)?("""|'''|"|')/g;
const boundPattern = /\bvariable\s*:\s*(["'])(\w+)\1|\b(\w+)\s*=\s*credentials\s*\(/g;
const settingPattern = /^[ \t]*([A-Z][A-Z0-9_]*)\s*=\s*(["'])([^"'\n]{0,200})\2[ \t]*$/gm;
const maxStages = 100;

/** Facts about every stage of a declarative or scripted pipeline, read as text. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (!('text' in document)) return [];
    const { text } = document;
    const whole: Whole = { variables: variablesIn(document, text), inputs: inputsIn(document) };
    return stagesOf(document)
      .map((stage) => jobOf(stage, document, whole))
      .flatMap((job) => pipelineFacts(job, knowledge));
  });

/** What counts in every stage. */
interface Whole {
  readonly variables: readonly DataEntry[];
  readonly inputs: readonly Gate[];
}

interface Stage {
  readonly name: string;
  readonly start: number;
  readonly nameAt: number;
  /** Where its block ends. */
  readonly end: number;
}

/** Stages in their order; a file without any is one stage. */
function stagesOf({ text, file }: Document): readonly Stage[] {
  const found = [...text.matchAll(stagePattern)].slice(0, maxStages).map((match): Stage => {
    const name = match[2] ?? '';
    const nameAt = match.index + match[0].indexOf(name);
    const open = match.index + match[0].length;
    return { name, nameAt, start: open, end: blockEnd(text, open) };
  });
  const whole: Stage = { name: baseName(file), start: 0, nameAt: 0, end: text.length };
  return found.length === 0 ? [whole] : found;
}

/** The brace that closes a block, past strings and comments. */
function blockEnd(text: string, start: number): number {
  const mark = /'''|"""|["'{}]|\/\/[^\n]*|\/\*/g;
  mark.lastIndex = start;
  let depth = 1;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const [found] = match;
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (!found.startsWith('//')) {
      const close = stringEnd(text, mark.lastIndex, found === '/*' ? '*/' : found);
      mark.lastIndex = close;
    }
    if (depth === 0) return match.index;
  }
  return text.length;
}

/** Behind the mark that closes a string; one that is not closed on its line ends there. */
function stringEnd(text: string, from: number, close: string): number {
  let position = from;
  while (position < text.length) {
    if (text[position] === '\\') position += 2;
    else if (text.startsWith(close, position)) return position + close.length;
    else if (close.length === 1 && text[position] === '\n') return position + 1;
    else position += 1;
  }
  return text.length;
}

function jobOf(stage: Stage, document: Document, whole: Whole): PipelineJob {
  const { file } = document;
  const text = 'text' in document ? document.text : '';
  const own = ownText(stage, text);
  const branches = [
    ...own.matchAll(/\bbranch\s*\(?\s*(?:pattern\s*:\s*)?["']([^"'\n]{1,100})["']/g),
  ].map(([, name = '']) => name);
  return plainJob({
    product: 'jenkins',
    id: `${stage.name}@${stage.nameAt}`,
    name: stage.name,
    document,
    at: { file, start: stage.nameAt, end: stage.nameAt + stage.name.length },
    steps: programsIn(stage, document, text),
    variables: whole.variables,
    triggers: triggersOf(text, own, branches),
    // A question holds back its own stage and what comes after it.
    gates: whole.inputs.filter(({ at }) => at.start < stage.end).slice(0, 1),
    names: [stage.name, ...stageBranches(branches), baseName(file)],
    isThrowaway: /\bdocker\s*\{|\bkubernetes\s*\{|dockerfile\s+true/.test(text),
    remedy: `Put \`input message: '…', submitter: '…'\` into the stage "${stage.name}" (${file}).`,
  });
}

/** A stage without the stages inside it. */
function ownText(stage: Stage, text: string): string {
  const body = text.slice(stage.start, stage.end);
  stagePattern.lastIndex = 0;
  const inner = body.search(/\bstage\s*\(/);
  return inner < 0 ? body : body.slice(0, inner);
}

function programsIn(stage: Stage, document: Document, text: string): readonly JobStep[] {
  const steps: JobStep[] = [];
  const body = text.slice(stage.start, stage.end);
  const nested = body.search(/\bstage\s*\(/);
  const end = nested < 0 ? stage.end : stage.start + nested;
  for (const match of text.slice(stage.start, end).matchAll(programPattern)) {
    const start = stage.start + match.index + match[0].length;
    const close = stringEnd(text, start, match[1] ?? "'") - (match[1]?.length ?? 1);
    const program = { text: text.slice(start, Math.max(start, close)), map: [[0, start]] as const };
    steps.push({ document, program, folder: folderAt(text, stage.start, start), variables: [] });
  }
  return steps;
}

/** The `dir('x')` block around a step. */
function folderAt(text: string, from: number, place: number): string | null {
  const before = text.slice(from, place);
  const found = [...before.matchAll(/\bdir\s*\(\s*["']([^"'\n]{1,200})["']\s*\)\s*\{/g)].findLast(
    (match) => blockEnd(text, from + match.index + match[0].length) > place,
  );
  const folder = found?.[1] ?? '';
  return /[$]|^\/|\.\./.test(folder) ? null : folder.replace(/^\.\/|\/$/g, '');
}

/** Names that credentials are bound to, and settings that are written out. */
function variablesIn({ file }: Document, text: string): readonly DataEntry[] {
  const bound = [...text.matchAll(boundPattern)].map((match): DataEntry => {
    const name = match[2] ?? match[3] ?? '';
    const start = match.index + match[0].indexOf(name);
    const at = { file, start, end: start + name.length };
    return {
      key: name,
      keyAt: at,
      labels: [],
      value: { type: 'expr', text: `$${name}`, refs: [name], at },
    };
  });
  const written = [...text.matchAll(settingPattern)].map((match): DataEntry => {
    const [, key = '', quote = '', value = ''] = match;
    const keyStart = match.index + match[0].indexOf(key);
    const start = match.index + match[0].lastIndexOf(quote, match[0].trimEnd().length - 2) + 1;
    const keyAt = { file, start: keyStart, end: keyStart + key.length };
    const at = { file, start, end: start + value.length };
    return {
      key,
      keyAt,
      labels: [],
      value: { type: 'scalar', value, text: value, map: [[0, start]], at },
    };
  });
  return [...written, ...bound];
}

function triggersOf(text: string, own: string, branches: readonly string[]): readonly Trigger[] {
  const clock: readonly Trigger[] = /\bcron\s*\(/.test(text)
    ? [{ name: 'a schedule', startedBy: 'schedule' }]
    : [];
  if (/\bbuildingTag\s*\(|\btag\s+["']/.test(own))
    return [{ name: 'push of a tag', startedBy: 'release' }];
  if (/\bchangeRequest\s*\(/.test(own) && !/\bnot\s*\{\s*changeRequest/.test(own)) {
    return [{ name: 'a pull request', startedBy: 'change-request' }];
  }
  // Parameters are filled in by whoever starts the run; what sets off a job without them is a setting of the server.
  if (branches.length > 0) return [...pushTriggers(branches), ...clock];
  if (clock.length > 0) return clock;
  return /\bparameters\s*\{/.test(text)
    ? [{ name: 'a run with parameters', startedBy: 'person' }]
    : [{ name: 'whatever the server is told', startedBy: 'unknown' }];
}

/** Questions that somebody has to answer. */
function inputsIn({ file, text }: Document): readonly Gate[] {
  const pattern = /\binput\s*(?:\(|\{|message\b|["'])/g;
  return [...text.matchAll(pattern)].map((match) => ({
    name: 'the `input` step',
    strength: 'asks',
    confidence: 'high',
    because: 'somebody has to answer before it goes on',
    at: { file, start: match.index, end: match.index + 'input'.length },
  }));
}
