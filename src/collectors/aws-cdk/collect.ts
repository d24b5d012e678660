import { at, type DataNode } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { dataVal, followProgram } from '../../recognize/program/program.ts';
import { unknownVal, type Val } from '../../recognize/program/value.ts';
import { templateFacts } from '../../recognize/resource/template-stack.ts';
import { tierOf } from '../../recognize/tier.ts';
import { type AppFiles, appFiles } from './app-files.ts';
import { constructTree } from './construct-tree.ts';
import { stacksOf } from './stacks.ts';

/** The stacks of one application. */
export const collect: Collect = (unit, knowledge) => {
  const files = appFiles(unit.documents);
  if (files === null) return [];
  const tree = constructTree(knowledge, (key) => contextOf(files, key));
  const program = followProgram(files, tree.host);
  if (files.entry !== null) program.run(files.entry);
  for (const file of files.scripts) if (isEntry(files, file)) program.run(file);
  if (!tree.nodes.some(({ kind }) => kind === 'stack')) everyStack(files, program);
  return stacksOf(tree.nodes, files.folder, knowledge).flatMap((stack) =>
    templateFacts(stack, knowledge),
  );
};

/** Applications are made where they start; there may be several. */
function isEntry(files: AppFiles, file: AppFiles['marker']): boolean {
  return /\bnew\s{1,10}(?:[\w$]{1,60}\.)?App\s{0,10}\(/.test(files.textOf(file));
}

/** Where nothing says how stacks are made, every class of one is taken for one, with whatever may be passed to it. */
function everyStack(files: AppFiles, program: ReturnType<typeof followProgram>): void {
  for (const file of files.scripts) {
    program.run(file);
    for (const made of program.classes(file)) {
      if (program.outerOf(made) !== 'aws-cdk-lib.Stack') continue;
      const anything = unknownVal(made.at);
      const name = made.node.id?.name ?? 'Stack';
      const id: Val = { kind: 'plain', value: name, at: made.at };
      program.instantiate(made, [anything, id, anything]);
    }
  }
}

/**
 * What `cdk.json` says for a key. A stage that the command line may replace decides nothing, unless it is production: whoever deploys without a
 * word gets that.
 */
function contextOf(files: AppFiles, key: string): Val | undefined {
  const node = at(files.settings, 'context', key);
  if (node === undefined) return undefined;
  if (isStageKey(key) && node.type === 'scalar' && !isProduction(node))
    return unknownVal(node.at, key);
  return dataVal(node);
}

function isStageKey(key: string): boolean {
  return nameTokens(key).some((token) => /^(?:env|environment|stage|config)$/.test(token));
}

function isProduction(node: DataNode): boolean {
  return node.type === 'scalar' && tierOf(node.text) === 'production';
}
