import { at, type DataNode } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import {
  type TemplateResource,
  type TemplateStack,
  templateFacts,
} from '../../recognize/resource/template-stack.ts';
import { conditionHolds } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import { type Evaluation, newEvaluation } from './evaluation.ts';
import { type Instance, instancesOf } from './instances.ts';
import { isServerlessModel, type Template, templateOf, typeOf } from './template.ts';

/** Most stacks of one unit: templates times files of parameters. */
const MAX_STACKS = 500;

/** The stacks that templates and the files beside them describe, one for every environment that is named. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents.filter((document) => document.shape === 'data');
  const templates = documents.flatMap((document) => templateOf(document) ?? []);
  const others = documents.filter(({ file }) =>
    templates.every((template) => template.file !== file),
  );
  const facts: Fact[] = [];
  let stacks = 0;
  for (const template of templates) {
    for (const instance of instancesOf(template, others, templates)) {
      stacks += 1;
      if (stacks > MAX_STACKS) return facts;
      for (const fact of templateFacts(stackOf(template, instance), knowledge)) facts.push(fact);
    }
  }
  return facts;
};

function stackOf(template: Template, instance: Instance): TemplateStack {
  const { file } = template;
  const suffix = instance.name === null ? '' : `@${instance.name}`;
  const key = entityKey(`cfn:${file}${suffix}`);
  const name = `stack ${baseName(file)}${instance.name === null ? '' : ` (${instance.name})`}`;
  const values = new Map(instance.values);
  if (instance.region !== null)
    values.set('AWS::Region', scalarNode(instance.region.id, instance.region.at));
  const run = newEvaluation(template, values);
  return {
    key,
    name,
    at: instance.at,
    folder: folderOf(file),
    tool: isServerlessModel(template) ? 'aws-sam' : 'aws-cloudformation',
    environment:
      instance.name === null
        ? null
        : {
            key: entityKey(`environment:cfn:${folderOf(file)}@${instance.name}`),
            name: instance.name,
            tier: instance.tier,
            at: instance.at,
          },
    account: null,
    region: instance.region,
    terminationProtection: null,
    resources: template.resources.flatMap((entry) => resourceOf(run, entry) ?? []),
  };
}

function resourceOf(
  run: Evaluation,
  { key: id, keyAt, value }: Template['resources'][number],
): TemplateResource | null {
  const type = typeOf(value);
  const condition = at(value, 'Condition');
  const read = (node: DataNode) => evaluate(run, node);
  if (type === null) return null;
  if (condition?.type === 'scalar' && conditionHolds(run, condition.text, read) === false)
    return null;
  const evaluated = (name: string) => {
    const node = at(value, name);
    return node === undefined ? undefined : (read(node) ?? undefined);
  };
  return {
    id,
    type,
    at: keyAt,
    properties: evaluated('Properties'),
    deletionPolicy: evaluated('DeletionPolicy'),
    updateReplacePolicy: evaluated('UpdateReplacePolicy'),
  };
}
