import { at, type DataNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { dataVal, followProgram } from '../../recognize/program/program.ts';
import type { FolderProgram } from '../../recognize/program/program-files.ts';
import { madeObjects } from '../../recognize/program/pulumi-host.ts';
import { declaredObjects } from '../../recognize/program/pulumi-resources.ts';
import {
  type InstanceVal,
  plainVal,
  textOf,
  unknownVal,
  type Val,
} from '../../recognize/program/value.ts';
import type { DeclaredResource } from '../../recognize/resource/declared-stack.ts';
import type { Project, StackPlan } from './project.ts';

const LIBRARY = '@pulumi/pulumi';

/** What a program in TypeScript or JavaScript makes in one stack; `null` where it is written in something else. */
export function programResources(
  project: Project,
  plan: StackPlan,
  files: FolderProgram,
  knowledge: Knowledge,
): readonly DeclaredResource[] | null {
  const entry = entryOf(project, files);
  if (entry === null) return null;
  const objects = madeObjects(knowledge, {
    invoked: (name, _, where) => ofStack(project, plan, name, where),
    method: (owner, method, args) => configValue(project, plan, owner, method, args),
  });
  const program = followProgram(files, objects.host);
  program.run(entry);
  // Programs may hand over a function that makes everything.
  const main = program.exported(entry, 'default');
  if (main?.kind === 'closure') program.call(main, []);
  return declaredObjects(objects, knowledge, plan.provider);
}

/** `main` of `Pulumi.yaml`, else what Node.js takes for the folder. */
function entryOf({ root }: Project, files: FolderProgram) {
  const main = at(root, 'main');
  const path = main?.type === 'scalar' ? main.text.replace(/\/$/, '') : '';
  const inside = path === '' ? '' : `${path}/`;
  return (
    [path, `${inside}index`, `${inside}src/index`]
      .filter((candidate) => candidate !== '')
      .map((candidate) => files.find(candidate))
      .find((file) => file !== null) ?? null
  );
}

function ofStack(
  project: Project,
  plan: StackPlan,
  name: string,
  where: SourceRange,
): Val | undefined {
  if (name === `${LIBRARY}.getStack`)
    return plan.name === null ? unknownVal(where, 'stack') : plainVal(plan.name, where);
  if (name === `${LIBRARY}.getProject`) return plainVal(project.name, where);
  return undefined;
}

/** What `new pulumi.Config().require('x')` and its like return. */
function configValue(
  project: Project,
  plan: StackPlan,
  owner: InstanceVal,
  method: string,
  args: readonly Val[],
): Val | undefined {
  if (owner.outer !== `${LIBRARY}.Config`) return undefined;
  const reader = /^(get|require)(?:Secret)?(Boolean|Number|Object)?$/.exec(method);
  const key = textOf(args[0]);
  const [given] = owner.given;
  const namespace = given === undefined ? project.name : textOf(given);
  if (reader === null || key === undefined || namespace === undefined) return unknownVal(owner.at);
  const found = plan.config(`${namespace}:${key}`);
  if (found === null || (found === undefined && reader[1] === 'require'))
    return unknownVal(args[0]?.at ?? owner.at, key);
  if (found === undefined) return plainVal(undefined, owner.at);
  return typed(found, reader[2]);
}

function typed(node: DataNode, kind: string | undefined): Val {
  // Secrets are kept encrypted.
  if (node.type === 'map' && at(node, 'secure') !== undefined) return unknownVal(node.at);
  if (node.type !== 'scalar') return kind === 'Object' ? dataVal(node) : unknownVal(node.at);
  if (kind === 'Boolean') return plainVal(/^true$/i.test(node.text), node.at);
  if (kind === 'Number') return plainVal(Number(node.text), node.at);
  return kind === 'Object' ? unknownVal(node.at) : plainVal(node.text, node.at);
}
