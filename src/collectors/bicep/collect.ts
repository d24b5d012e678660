import { entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { type FilePath, filePath, folderOf } from '../../model/source.ts';
import { written } from '../../model/value.ts';
import { type DeclaredResource, declaredFacts } from '../../recognize/resource/declared-stack.ts';
import { type Deployment, deploy } from './deployment.ts';
import { type ParameterSet, parameterSets } from './environments.ts';
import { type Template, templateOf } from './template.ts';

/** Steps that one deployment may take. */
const MAX_STEPS = 100_000;
const MAX_TEMPLATES = 1000;

/** What every template makes that no other one calls, once for each set of values that files give it. */
export const collect: Collect = ({ documents }, knowledge) => {
  const templates = new Map(
    documents.slice(0, MAX_TEMPLATES * 4).flatMap((document) => {
      const template = templateOf(document);
      return template === null ? [] : [[String(template.file), template] as const];
    }),
  );
  const resolve = (from: Template, path: string) => templates.get(joined(from.file, path));
  const called = new Set<Template>();
  for (const template of templates.values())
    for (const { kind, target } of template.statements) {
      const other = kind === 'module' ? resolve(template, target) : undefined;
      if (other !== undefined) called.add(other);
    }
  const roots = [...templates.values()].filter((template) => !called.has(template));
  return roots.slice(0, MAX_TEMPLATES).flatMap((template) =>
    parameterSets(template, documents, joined).flatMap((set) => {
      const made: DeclaredResource[] = [];
      const allowance = { left: MAX_STEPS };
      const deployment: Deployment = { templates, resolve, knowledge, allowance, made };
      deploy(deployment, template, set.values);
      return made.length === 0 ? [] : declaredFacts(stackOf(template, set, made), knowledge);
    }),
  );
};

function stackOf(template: Template, { file, tier }: ParameterSet, resources: DeclaredResource[]) {
  const key = entityKey(`bicep:${template.file}${file === null ? '' : `@${file}`}`);
  const name = file === null ? template.file : `${template.file} with ${file}`;
  const at = { file: file ?? template.file, start: 0, end: 0 };
  return {
    key,
    name,
    at,
    folder: folderOf(template.file),
    tool: 'az deployment',
    collector: 'bicep',
    // Azure itself remembers what was deployed.
    state: written('remote' as const, at),
    environment: {
      key: entityKey(`environment:${key}`),
      name,
      tier,
      at,
      files: file === null ? [] : [file],
    },
    resources,
  };
}

function joined(from: FilePath, path: string): string {
  const parts = folderOf(from) === '' ? [] : folderOf(from).split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return filePath(parts.join('/'));
}
