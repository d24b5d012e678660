import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { AgentRule } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { type Argument, firstFlag } from './arguments.ts';
import { embeddedJson } from './embedded-json.ts';
import { settingsNamed } from './gemini.ts';
import { asData, type Surroundings } from './job.ts';
import { blankReading, both, type DraftRule, type Reading } from './reading.ts';

const permissionsPage = 'https://opencode.ai/docs/permissions/';

/**
 * OpenCode in a pipeline: it allows nearly everything unless a permission says otherwise, the last that matches wins, and what would ask is refused.
 * @see https://opencode.ai/docs/permissions/ (read 2026-11-21)
 */
export function opencodeReading(
  product: string,
  place: SourceRange,
  args: readonly Argument[],
  { job, step, settings }: Surroundings,
  knowledge: Knowledge,
): Reading {
  const auto = firstFlag(args, ['--auto', '--dangerously-skip-permissions']);
  const variable = [...job.variables, ...step.variables].findLast(
    ({ key }) => key === 'OPENCODE_PERMISSION',
  )?.value;
  const inline = variable?.type === 'scalar' ? embeddedJson(job.document, variable) : null;
  const project = ['opencode.json', 'opencode.jsonc'].map((name) => settingsNamed(settings, name));
  const ofProject = project.flatMap((document): readonly Permissions[] => {
    const node = at(document?.roots[0], 'permission');
    return document === undefined || node === undefined ? [] : [{ document, node }];
  });
  const [root] = inline?.roots ?? [];
  const all: readonly Permissions[] =
    inline === null || root === undefined
      ? ofProject
      : [...ofProject, { document: inline, node: root }];
  const rules = all.flatMap((permissions) => rulesIn(permissions, knowledge));
  return {
    ...blankReading(product, place),
    ...both(byDefault('runs', auto?.flag.at ?? place, permissionsPage)),
    read: byDefault('runs', place, permissionsPage),
    sandbox: byDefault('off', place, permissionsPage),
    network: byDefault('open', place, permissionsPage),
    ruleOrder: 'last-match',
    rules: rules.map((rule) => (rule.effect === 'ask' ? answered(rule, auto !== undefined) : rule)),
  };
}

interface Permissions {
  readonly document: DataDocument;
  readonly node: DataNode;
}

/** Nobody is there to ask: it is refused, or a flag has approved it in advance. */
function answered(rule: DraftRule, isApproved: boolean): DraftRule {
  return { ...rule, effect: isApproved ? 'allow' : 'deny' };
}

function rulesIn({ document, node }: Permissions, knowledge: Knowledge): readonly DraftRule[] {
  if (node.type === 'scalar') return ruleOf('any', '*', node, document, knowledge);
  return entries(node).flatMap(({ key, value }) => {
    const tool = toolOf(key);
    if (tool === null) return [];
    if (value.type === 'scalar') return ruleOf(tool, '*', value, document, knowledge);
    return entries(value).flatMap((entry) =>
      entry.value.type === 'scalar'
        ? ruleOf(tool, entry.key, entry.value, document, knowledge)
        : [],
    );
  });
}

function toolOf(key: string): AgentRule['tool'] | null {
  switch (key) {
    case '*':
      return 'any';
    case 'bash':
      return 'shell';
    case 'read':
    case 'edit':
      return key === 'read' ? 'read' : 'write';
    case 'webfetch':
      return 'network';
    default:
      return null;
  }
}

function ruleOf(
  tool: AgentRule['tool'],
  text: string,
  value: DataNode,
  document: DataDocument,
  knowledge: Knowledge,
): readonly DraftRule[] {
  const effect = value.type === 'scalar' ? effectOf(value.text) : null;
  if (effect === null) return [];
  const shown = {
    type: 'scalar',
    value: text,
    text,
    map: [[0, value.at.start]],
    at: value.at,
  } as const;
  const name = maskSecrets(shown, asData(document), 'ci-agents', knowledge).text;
  return [{ effect, tool, pattern: patternOf(tool, name), name: `${tool} ${name}`, at: value.at }];
}

function patternOf(tool: AgentRule['tool'], text: string): RulePattern {
  if (text === '*' || text === '**') return { type: 'any' };
  if (tool === 'read' || tool === 'write') return { type: 'path', text, folder: '' };
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}

function effectOf(text: string): AgentRule['effect'] | null {
  return text === 'allow' || text === 'ask' || text === 'deny' ? text : null;
}
