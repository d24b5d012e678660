import { at, type DataNode, entries, items } from '../../model/document.ts';
import { textOf } from '../../recognize/workflow/step.ts';
import { optionsOf } from './cases.ts';

/** Values that names in expressions can take: `inputs.stage`, `matrix.env`, `env.STAGE`. A name that is absent is known to a run only. */
export type Scope = ReadonlyMap<string, readonly string[]>;

const maxValues = 20;
const maxDepth = 4;

/** Every text that a value with expressions can become; none where only a run can tell. */
export function valuesOf(text: string, scope: Scope, depth = 0): readonly string[] {
  if (depth > maxDepth) return [];
  let values: readonly string[] = [''];
  for (const part of text.split(/(\$\{\{.*?\}\})/s)) {
    if (part === '') continue;
    const own = part.startsWith('${{')
      ? valuesOfExpression(part.slice(3, -2), scope, depth)
      : [part];
    if (own.length === 0) return [];
    values = values.flatMap((start) => own.map((end) => start + end)).slice(0, maxValues);
  }
  return values[0] === '' ? [] : [...new Set(values)];
}

/** Of `a && 'x' || 'y'` the texts that can come out, of a name what it stands for. */
function valuesOfExpression(expression: string, scope: Scope, depth: number): readonly string[] {
  // What is compared is a question, not an answer.
  const answers = expression.replace(
    /(?:'[^']*'|[\w.-]+)\s*(?:==|!=)\s*(?:'[^']*'|[\w.-]+)|\b(?:contains|startsWith|endsWith)\([^()]*\)/g,
    ' ',
  );
  const found: string[] = [];
  for (const [, literal, name] of answers.matchAll(/'([^']*)'|([A-Za-z_][\w.-]*)/g)) {
    if (literal !== undefined) found.push(literal);
    else
      for (const value of scope.get(name ?? '') ?? [])
        found.push(...valuesOf(value, scope, depth + 1));
    if (found.length > maxValues) break;
  }
  return found.filter((value) => value !== '');
}

/** What a workflow's own form and defaults offer for its inputs. */
export function inputScope(events: DataNode | undefined): Scope {
  const scope = new Map<string, readonly string[]>();
  for (const event of ['workflow_dispatch', 'workflow_call']) {
    for (const { key, value } of entries(at(events, event, 'inputs'))) {
      const options = optionsOf(value);
      if (options.length === 0) continue;
      scope.set(`inputs.${key}`, options);
      scope.set(`github.event.inputs.${key}`, options);
    }
  }
  return scope;
}

/** What a caller hands over, worked out in the caller's own scope. */
export function handedScope(given: DataNode | undefined, caller: Scope): Scope {
  const scope = new Map<string, readonly string[]>();
  for (const { key, value } of entries(given)) {
    const values = valuesOf(textOf(value), caller);
    if (values.length > 0) scope.set(`inputs.${key}`, values);
  }
  return scope;
}

/** The values of a matrix, those of `include` too. */
export function matrixScope(job: DataNode | undefined): Scope {
  const scope = new Map<string, string[]>();
  const add = (key: string, value: DataNode): void => {
    if (value.type !== 'scalar') return;
    const list = scope.get(`matrix.${key}`) ?? [];
    list.push(value.text);
    scope.set(`matrix.${key}`, list);
  };
  const matrix = at(job, 'strategy', 'matrix');
  for (const { key, value } of entries(matrix)) {
    if (key === 'exclude') continue;
    for (const item of items(value)) {
      if (item.type === 'map') {
        for (const entry of item.entries) {
          add(key === 'include' ? entry.key : `${key}.${entry.key}`, entry.value);
        }
      } else add(key, item);
    }
  }
  return scope;
}

/** Literal variables of a workflow or job. */
export function variableScope(owner: DataNode | undefined): Scope {
  return new Map(
    entries(at(owner, 'env')).map(({ key, value }) => [`env.${key}`, [textOf(value)]] as const),
  );
}
