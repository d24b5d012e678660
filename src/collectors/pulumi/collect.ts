import { at } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { programIn } from '../../recognize/program/program-files.ts';
import { type DeclaredResource, declaredFacts } from '../../recognize/resource/declared-stack.ts';
import { programResources } from './program.ts';
import { type Project, projectOf, type StackPlan, stacksOf } from './project.ts';
import { yamlResources } from './yaml-program.ts';

/** What every stack of one project makes. */
export const collect: Collect = ({ documents }, knowledge) => {
  const project = projectOf(documents);
  if (project === null) return [];
  const files = programIn(project.folder, documents);
  const isYaml = at(project.root, 'resources') !== undefined;
  return stacksOf(project, documents).flatMap((plan) => {
    const resources = isYaml
      ? yamlResources(project, plan, knowledge)
      : programResources(project, plan, files, knowledge);
    return resources === null ? [] : stackFacts(project, plan, resources, knowledge);
  });
};

function stackFacts(
  project: Project,
  plan: StackPlan,
  resources: readonly DeclaredResource[],
  knowledge: Knowledge,
): readonly Fact[] {
  const { folder, name, state } = project;
  const { document } = plan;
  const key = entityKey(
    `pulumi:${folder === '' ? '.' : folder}${plan.name === null ? '' : `@${plan.name}`}`,
  );
  const where = document?.roots[0]?.at ?? state.at;
  const title = plan.name === null ? `project ${name}` : `stack ${plan.name} of ${name}`;
  return declaredFacts(
    {
      key,
      name: title,
      at: where,
      folder,
      tool: 'pulumi',
      state,
      environment: {
        key: entityKey(`environment:${key}`),
        name: title,
        tier: plan.tier,
        at: where,
        files: document === null ? [] : [document.file],
      },
      resources,
    },
    knowledge,
  );
}
