import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  items,
} from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, folderOf, type SourceRange } from '../../model/source.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import type { Template } from './template.ts';

/** One environment that a template is deployed to, as the files around it say. */
export interface Instance {
  /** Unique among those of one template; `null` where nothing names one. */
  readonly name: string | null;
  readonly tier: Tier;
  readonly at: SourceRange;
  readonly values: ReadonlyMap<string, DataNode>;
  readonly region: { readonly id: string; readonly at: SourceRange } | null;
}

/** A template as one command deploys it. */
export interface Deployment {
  readonly template: Template;
  readonly instance: Instance;
  /** Provider pack whose commands do it. */
  readonly tool: string;
  /** What people call it. */
  readonly title: string;
  /** Namespace of its keys. */
  readonly prefix: string;
}

/** Words of parameters that name the environment. */
const stageWords = new Set(['env', 'environment', 'stage', 'stagename', 'envname', 'deployenv']);

/** Every environment that a file of parameters or a SAM configuration gives values for; else one that only defaults describe. */
export function instancesOf(
  template: Template,
  others: readonly DataDocument[],
  templates: readonly Template[],
): readonly Instance[] {
  const named = others.flatMap((document) =>
    isSamConfig(document)
      ? samInstances(template, document)
      : parameterInstance(template, document, templates),
  );
  if (named.length === 0) return [defaultInstance(template)];
  const isWhole = named.some(({ tier }) => tier !== 'development' && tier !== 'preview');
  // Files for the machines of developers leave out what others deploy.
  return isWhole || !mentionsProduction(template) ? named : [...named, unnamedInstance(template)];
}

/** Whether a document gives values to templates instead of being one. */
function isSamConfig(document: DataDocument): boolean {
  return /^samconfig\.(?:toml|ya?ml)$/.test(baseName(document.file));
}

interface Given {
  readonly values: ReadonlyMap<string, DataNode>;
  readonly at: SourceRange;
}

function parameterInstance(
  template: Template,
  document: DataDocument,
  templates: readonly Template[],
): readonly Instance[] {
  const given = givenBy(document);
  if (given === null || !fits(template, given)) return [];
  if (!isMeantFor(template, document, templates)) return [];
  const values = withDefaults(template, given.values);
  const tier = tierOfPath(document.file) ?? stageOf(template, values)?.tier ?? 'unknown';
  const name = stem(document.file);
  return [{ name, tier, at: given.at, values, region: null }];
}

/** `[{ ParameterKey, ParameterValue }]`, alone or under `Parameters`, or a map under `Parameters`. */
function givenBy(document: DataDocument): Given | null {
  const [root] = document.roots;
  const inner = at(root, 'Parameters') ?? root;
  const values = new Map<string, DataNode>();
  for (const item of items(inner)) {
    const key = at(item, 'ParameterKey');
    const value = at(item, 'ParameterValue');
    if (key?.type === 'scalar' && value !== undefined) values.set(key.text, value);
  }
  if (inner !== root)
    for (const { key, value } of entries(inner)) if (value.type !== 'map') values.set(key, value);
  const [first] = values.values();
  return first === undefined ? null : { values, at: first.at };
}

/** Every value belongs to a parameter of the template: the file can be meant for it. */
function fits(template: Template, given: Given): boolean {
  const declared = new Set(template.parameters.map(({ key }) => key));
  return [...given.values.keys()].every((name) => declared.has(name));
}

/** Where names pair files of parameters with templates, a file is meant for the template that it shares a word with. */
function isMeantFor(
  template: Template,
  document: DataDocument,
  templates: readonly Template[],
): boolean {
  const own = words(document.file);
  const shared = ({ file }: Template) => [...words(file)].some((word) => own.has(word));
  return shared(template) || !templates.some(shared);
}

const filler = new Set(
  'parameters parameter params param template templates stack stacks config cfn cloudformation yaml yml json sam'.split(
    ' ',
  ),
);

function words(file: string): ReadonlySet<string> {
  return new Set(
    nameTokens(stem(file)).filter((word) => !filler.has(word) && tierOf(word) === null),
  );
}

function stem(file: string): string {
  return baseName(file).replace(/\.(?:ya?ml|json|toml|template)$/, '');
}

function samInstances(template: Template, document: DataDocument): readonly Instance[] {
  if (folderOf(document.file) !== folderOf(template.file)) return [];
  return entries(document.roots[0]).flatMap(({ key: name, keyAt, value }): readonly Instance[] => {
    const parameters = at(value, 'deploy', 'parameters');
    if (parameters === undefined) return [];
    const global = at(value, 'global', 'parameters');
    const setting = (key: string) => at(parameters, key) ?? at(global, key);
    const file = setting('template_file') ?? setting('template');
    if (file?.type === 'scalar' && baseName(file.text) !== baseName(template.file)) return [];
    if (file === undefined && !/^template\.(?:ya?ml|json)$/.test(baseName(template.file)))
      return [];
    const values = withDefaults(template, overrides(setting('parameter_overrides')));
    const stack = setting('stack_name');
    const tier =
      tierOf(name) ??
      stageOf(template, values)?.tier ??
      (stack?.type === 'scalar' ? tierOf(stack.text) : null) ??
      'unknown';
    const region = setting('region');
    const known = region?.type === 'scalar' ? { id: region.text, at: region.at } : null;
    return [{ name, tier, at: keyAt, values, region: known }];
  });
}

/** `Stage=prod Name="a b"`, or a list of such. */
function overrides(node: DataNode | undefined): ReadonlyMap<string, DataNode> {
  const values = new Map<string, DataNode>();
  const texts = node?.type === 'list' ? node.items : [node];
  for (const item of texts) {
    if (item?.type !== 'scalar') continue;
    const pairs = item.text.matchAll(
      /(?:^|\s)"?([A-Za-z0-9]{1,255})=(?:"([^"]{0,4000})"|(\S{0,4000}))/g,
    );
    for (const [, key = '', quoted, bare] of pairs)
      values.set(key, scalarNode((quoted ?? bare ?? '').replace(/"$/, ''), item.at));
  }
  return values;
}

/**
 * The template on its own. A parameter that names the environment and may name others than its default decides nothing, unless the default is
 * production: whoever deploys without a word gets that.
 */
function defaultInstance(template: Template): Instance {
  const values = new Map(withDefaults(template, new Map()));
  const where = template.root.at;
  const stage = stageOf(template, values);
  const ofPath = tierOfPath(template.file);
  const start = { file: template.file, start: where.start, end: where.start + 1 };
  const at = template.resources[0]?.keyAt ?? start;
  if (stage?.tier === 'production')
    return { name: stage.tier, tier: stage.tier, at: stage.at, values, region: null };
  for (const { key } of template.parameters.filter(isStage)) values.delete(key);
  if (ofPath === null || ofPath === 'unknown')
    return { name: null, tier: 'unknown', at, values, region: null };
  return { name: ofPath, tier: ofPath, at, values, region: null };
}

/** The template as somebody deploys it who is not seen here. */
function unnamedInstance(template: Template): Instance {
  return { ...defaultInstance(template), name: null, tier: 'unknown' };
}

/** Its conditions, mappings or parameters tell production from the rest. */
function mentionsProduction({ root }: Template): boolean {
  const pending: DataNode[] = ['Conditions', 'Mappings', 'Parameters'].flatMap(
    (key) => at(root, key) ?? [],
  );
  for (let steps = 0; steps < 5000; steps += 1) {
    const node = pending.pop();
    if (node === undefined) return false;
    if (node.type === 'scalar' && node.text.length < 40 && tierOf(node.text) === 'production')
      return true;
    if (node.type === 'list') pending.push(...node.items);
    for (const { key, value } of entries(node)) {
      if (tierOf(key) === 'production') return true;
      pending.push(value);
    }
  }
  return false;
}

/** What the parameter says that names the environment. */
function stageOf(
  template: Template,
  values: ReadonlyMap<string, DataNode>,
): { readonly tier: Tier; readonly at: SourceRange } | null {
  for (const parameter of template.parameters.filter(isStage)) {
    const value = values.get(parameter.key);
    const tier = value?.type === 'scalar' ? tierOf(value.text) : null;
    if (tier !== null && value !== undefined) return { tier, at: value.at };
  }
  return null;
}

function isStage({ key }: DataEntry): boolean {
  const tokens = nameTokens(key);
  return tokens.some((token) => stageWords.has(token)) && tokens.length <= 3;
}

/** Values of all parameters: the given ones, else the defaults. Names of stored secrets and parameters are not their values. */
function withDefaults(
  template: Template,
  given: ReadonlyMap<string, DataNode>,
): ReadonlyMap<string, DataNode> {
  const values = new Map<string, DataNode>();
  for (const { key, value: declaration } of template.parameters) {
    const type = at(declaration, 'Type');
    const kind = type?.type === 'scalar' ? type.text : '';
    const value = given.get(key) ?? at(declaration, 'Default');
    const hidden = at(declaration, 'NoEcho');
    const isHidden = hidden?.type === 'scalar' && /^true$/i.test(hidden.text);
    if (value?.type !== 'scalar' || kind.startsWith('AWS::SSM::') || isHidden) continue;
    values.set(
      key,
      /^(?:CommaDelimitedList|List<)/.test(kind) ? listed(value.text, value.at) : value,
    );
  }
  return values;
}

function listed(text: string, where: SourceRange): DataNode {
  const parts = text === '' ? [] : text.split(',', 500);
  return { type: 'list', items: parts.map((part) => scalarNode(part.trim(), where)), at: where };
}
