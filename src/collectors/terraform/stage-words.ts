import type { DataNode } from '../../model/document.ts';
import { tierOf } from '../../recognize/tier.ts';
import type { Block } from './block.ts';
import type { ModuleCode } from './module-code.ts';
import { calledBy } from './roots.ts';

/** Names of variables that say which environment it is. */
export const STAGE_VARIABLE =
  /^(?:env|environment|stage|env_?name|environment_?name|stage_?name|deploy_?env|deployment_?environment|app_?env|deployment_?stage)$/;

/** Environments that code asks for by name. */
export interface StageWords {
  /** `var.environment == "production"`, `contains(["dev", "prod"], var.environment)`. */
  readonly ofVariable: ReadonlySet<string>;
  /** `terraform.workspace == "production"`. */
  readonly ofWorkspace: ReadonlySet<string>;
}

/** The root's variable that says which environment it is. */
export function stageVariable(code: ModuleCode): string | undefined {
  return [...code.variables.keys()].find((name) => STAGE_VARIABLE.test(name));
}

/** A finder that looks at each module's text once. */
export function createStageWords(
  modules: ReadonlyMap<string, ModuleCode>,
): (code: ModuleCode) => StageWords {
  const known = new Map<ModuleCode, StageWords>();
  const own = (code: ModuleCode): StageWords => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const words = wordsIn(code);
    known.set(code, words);
    return words;
  };
  return (code) => {
    const ofVariable = new Set<string>();
    const ofWorkspace = new Set<string>();
    for (const inside of reachable(code, modules)) {
      const words = own(inside);
      for (const word of words.ofVariable) ofVariable.add(word);
      for (const word of words.ofWorkspace) ofWorkspace.add(word);
    }
    return { ofVariable, ofWorkspace };
  };
}

function reachable(
  root: ModuleCode,
  modules: ReadonlyMap<string, ModuleCode>,
): ReadonlySet<ModuleCode> {
  const found = new Set<ModuleCode>([root]);
  for (const code of found) {
    for (const folder of calledBy(code)) {
      const inner = modules.get(folder);
      if (inner !== undefined) found.add(inner);
    }
  }
  return found;
}

const COMPARED = /(var\.(\w{1,60})|terraform\.workspace)\s{0,3}[!=]=\s{0,3}"([\w-]{1,40})"/g;
const LISTED =
  /contains\(\s{0,9}\[([^\]]{1,400})\]\s{0,3},\s{0,9}(var\.(\w{1,60})|terraform\.workspace)/g;

function wordsIn(code: ModuleCode): StageWords {
  const ofVariable = new Set<string>();
  const ofWorkspace = new Set<string>();
  const add = (subject: string, name: string | undefined, word: string): void => {
    if (tierOf(word) === null || tierOf(word) === 'unknown') return;
    if (subject === 'terraform.workspace') ofWorkspace.add(word);
    else if (STAGE_VARIABLE.test(name ?? '')) ofVariable.add(word);
  };
  const visit = (node: DataNode): void => {
    if (node.type === 'list') for (const item of node.items) visit(item);
    if (node.type === 'map') for (const entry of node.entries) visit(entry.value);
    if (node.type !== 'expr' || node.text.length > 20_000) return;
    for (const [, subject = '', name, word = ''] of node.text.matchAll(COMPARED))
      add(subject, name, word);
    for (const [, list = '', subject = '', name] of node.text.matchAll(LISTED)) {
      for (const [, word = ''] of list.matchAll(/"([\w-]{1,40})"/g)) add(subject, name, word);
    }
  };
  const visitBlock = (block: Block): void => {
    for (const entry of block.attributes.values()) visit(entry.value);
    for (const inner of block.blocks) visitBlock(inner);
  };
  const { resources, modules, outputs, variables, providers } = code;
  for (const blocks of [resources, modules, outputs, variables, providers]) {
    for (const block of blocks.values()) visitBlock(block);
  }
  for (const entry of code.locals.values()) visit(entry.value);
  addKeys(code, add);
  return { ofVariable, ofWorkspace };
}

/** `local.sizes[var.environment]`: the keys of the map are the environments. */
function addKeys(
  code: ModuleCode,
  add: (subject: string, name: string | undefined, word: string) => void,
): void {
  for (const entry of code.locals.values()) {
    const { value } = entry;
    if (value.type !== 'expr') continue;
    const indexed =
      /local\.(\w{1,60})\[\s{0,3}(var\.(\w{1,60})|terraform\.workspace)\s{0,3}\]/.exec(value.text);
    const looked =
      /lookup\(\s{0,9}local\.(\w{1,60}),\s{0,9}(var\.(\w{1,60})|terraform\.workspace)/.exec(
        value.text,
      );
    const [, map = '', subject = '', name] = indexed ?? looked ?? [];
    const node = code.locals.get(map)?.value;
    for (const { key } of node?.type === 'map' ? node.entries : []) add(subject, name, key);
  }
}
