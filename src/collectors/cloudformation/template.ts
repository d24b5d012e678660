import { at, type DataEntry, type DataNode, type Document, entries } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';

/** A CloudFormation template, as it is written. */
export interface Template {
  readonly file: FilePath;
  /** Text that ranges of a file point into. */
  readonly textOf: (file: FilePath) => string;
  readonly root: DataNode;
  readonly parameters: readonly DataEntry[];
  readonly resources: readonly DataEntry[];
}

/** Types of resource, custom ones and those of modules and third parties too. */
const TYPE =
  /^(?:[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}(?:::MODULE)?|Custom::\S{1,80})$/;

/** The template that a document is, `null` where it is something else. */
export function templateOf(document: Document): Template | null {
  if (document.shape !== 'data') return null;
  const { file, text } = document;
  for (const root of document.roots) {
    const resources = resourcesIn(root);
    if (resources.length === 0) continue;
    return {
      file,
      textOf: () => text,
      root,
      parameters: entries(at(root, 'Parameters')),
      resources,
    };
  }
  return null;
}

/** The resources below a template's root. */
export function resourcesIn(root: DataNode | undefined): readonly DataEntry[] {
  return entries(at(root, 'Resources')).filter(({ value }) => typeOf(value) !== null);
}

/** Type of a declared resource. */
export function typeOf(resource: DataNode): string | null {
  const type = at(resource, 'Type');
  return type?.type === 'scalar' && TYPE.test(type.text) ? type.text : null;
}

/** The framework that deploys it. */
export function isServerlessModel(template: Template): boolean {
  const transform = at(template.root, 'Transform');
  const names = transform?.type === 'list' ? transform.items : [transform];
  return names.some((name) => name?.type === 'scalar' && name.text.startsWith('AWS::Serverless'));
}
