import { at, type DataDocument, type DataNode } from '../../model/document.ts';
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
import { type Deployment, instancesOf } from './instances.ts';
import { isService, serviceDeployments } from './service.ts';
import { isServerlessModel, type Template, templateOf, typeOf } from './template.ts';

/** Most stacks of one unit: templates times files of parameters. */
const MAX_STACKS = 500;

/** The stacks that templates and the files beside them describe, one for every environment that is named. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents.filter((document) => document.shape === 'data');
  const services = documents.filter(isService);
  const rest = documents.filter((document) => !services.includes(document));
  const templates = rest.flatMap((document) => templateOf(document) ?? []);
  const others = rest.filter(({ file }) => templates.every((template) => template.file !== file));
  const facts: Fact[] = [];
  let stacks = 0;
  for (const deployment of [
    ...services.flatMap((service) => serviceDeployments(service, documents)),
    ...templates.flatMap((template) => templateDeployments(template, others, templates)),
  ]) {
    stacks += 1;
    if (stacks > MAX_STACKS) break;
    for (const fact of templateFacts(stackOf(deployment), knowledge)) facts.push(seenHere(fact));
  }
  return facts;
};

/** Resources know the tool that makes them, which here is not who read them. */
function seenHere(fact: Fact): Fact {
  if (fact.kind === 'Relation' || fact.kind === 'Binding') return fact;
  return { ...fact, collector: 'cloudformation' };
}

function templateDeployments(
  template: Template,
  others: readonly DataDocument[],
  templates: readonly Template[],
): readonly Deployment[] {
  const tool = isServerlessModel(template) ? 'aws-sam' : 'aws cloudformation';
  const title = baseName(template.file);
  return instancesOf(template, others, templates).map((instance) => ({
    template,
    instance,
    tool,
    title,
    prefix: 'cfn',
  }));
}

function stackOf({ template, instance, tool, title, prefix }: Deployment): TemplateStack {
  const { file } = template;
  const suffix = instance.name === null ? '' : `@${instance.name}`;
  const key = entityKey(`${prefix}:${file}${suffix}`);
  const name = `stack ${title}${instance.name === null ? '' : ` (${instance.name})`}`;
  const values = new Map(instance.values);
  if (instance.region !== null)
    values.set('AWS::Region', scalarNode(instance.region.id, instance.region.at));
  const run = newEvaluation(template, values);
  return {
    key,
    name,
    at: instance.at,
    folder: folderOf(file),
    tool,
    collector: 'cloudformation',
    environment:
      instance.name === null
        ? null
        : {
            key: entityKey(`environment:${prefix}:${folderOf(file)}@${instance.name}`),
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
