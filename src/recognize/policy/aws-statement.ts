import { type DataNode, entries, items } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { field, plainName, texts } from './policy-document.ts';

/**
 * What a condition asks for. `second-factor`: a session that was opened with one. `second-factor-on-console`: the same, but long-lived keys, of which
 * the vendor knows nothing about factors, are not held to it. `narrows`: anything else that leaves something out.
 */
export type Condition = 'none' | 'second-factor' | 'second-factor-on-console' | 'narrows';

/** One statement of a policy of AWS. */
export interface PolicyStatement {
  readonly allows: boolean;
  /** Patterns such as `rds:Delete*`. */
  readonly actions: readonly string[];
  /** The patterns name what is left out (`NotAction`). */
  readonly allActionsBut: boolean;
  /** Patterns of ARNs; computed ones are left out. */
  readonly resources: readonly string[];
  /** The patterns name what is left out (`NotResource`). */
  readonly allResourcesBut: boolean;
  readonly condition: Condition;
  /** Names that its conditions compare, plain: `aws:sourceip`. */
  readonly conditionKeys: readonly string[];
  /** Where it says what it grants. */
  readonly at: SourceRange;
}

/** The statements of a policy, and whether they are all there is. */
export interface PolicyReading {
  readonly statements: readonly PolicyStatement[];
  /** Nothing of it is computed. */
  readonly isWhole: boolean;
}

/** A policy that could not be read. */
export const unreadPolicy: PolicyReading = { statements: [], isWhole: false };

const maxStatements = 200;

/** Reads a policy's tree: as JSON has it, or as the blocks of `aws_iam_policy_document`. */
export function readStatements(tree: DataNode | undefined): PolicyReading {
  const written = field(tree, 'statement', 'statements');
  if (written === undefined || written.type === 'expr') return unreadPolicy;
  const list = written.type === 'list' ? items(written) : [written];
  const statements: PolicyStatement[] = [];
  let isWhole = list.length <= maxStatements;
  for (const node of list.slice(0, maxStatements)) {
    const statement = readStatement(node);
    if (statement === null) isWhole = false;
    else {
      statements.push(statement.statement);
      isWhole &&= statement.isWhole;
    }
  }
  return { statements, isWhole };
}

function readStatement(
  node: DataNode,
): { readonly statement: PolicyStatement; readonly isWhole: boolean } | null {
  if (node.type !== 'map') return null;
  const effect = field(node, 'effect');
  // Blocks of Terraform allow unless they say otherwise.
  if (effect !== undefined && effect.type !== 'scalar') return null;
  const allows = effect === undefined || effect.text.toLowerCase() !== 'deny';
  const without = field(node, 'notaction', 'notactions');
  const action = field(node, 'action', 'actions') ?? without;
  const actions = texts(action);
  const notResource = field(node, 'notresource', 'notresources');
  const resources = texts(field(node, 'resource', 'resources') ?? notResource);
  const { condition, keys } = readCondition(node, allows);
  return {
    statement: {
      allows,
      actions: actions.values.map(({ text }) => text),
      allActionsBut: action !== undefined && action === without,
      resources: resources.values.map(({ text }) => text),
      allResourcesBut: notResource !== undefined,
      condition,
      conditionKeys: keys,
      at: action?.at ?? node.at,
    },
    isWhole: actions.isWhole,
  };
}

/** One comparison of a condition, its names plain, its values in lower case. */
export interface Comparison {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function readCondition(
  statement: DataNode,
  allows: boolean,
): { readonly condition: Condition; readonly keys: readonly string[] } {
  const written = field(statement, 'condition', 'conditions');
  if (written === undefined) return { condition: 'none', keys: [] };
  const comparisons = comparisonsOf(written);
  const keys = comparisons.map(({ key }) => key);
  const factors = comparisons.filter(({ key }) => secondFactorKeys.has(key));
  // A statement that denies all but a second factor must deny nothing less because of another comparison.
  if (factors.length > 0 && (allows || comparisons.every(isAboutSession))) {
    return { condition: secondFactor(factors, allows), keys };
  }
  const isEmpty = comparisons.length === 0 && (written.type === 'map' || written.type === 'list');
  const leavesNothingOut = allows && comparisons.every(({ key }) => harmlessKeys.has(key));
  return { condition: isEmpty || leavesNothingOut ? 'none' : 'narrows', keys };
}

/**
 * Of an Allow only a comparison that fails without a factor asks for one; of a Deny one that also holds where nothing is known of factors.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
function secondFactor(factors: readonly Comparison[], allows: boolean): Condition {
  const isStrict = factors.some(({ operator, key, values }) => {
    const ifExists = operator.endsWith('ifexists');
    if (key === 'aws:multifactorauthage') {
      return allows ? !ifExists : operator.startsWith('null') || ifExists;
    }
    if (operator.startsWith('null')) return values.includes(allows ? 'false' : 'true');
    if (!values.includes(allows ? 'true' : 'false')) return false;
    return allows ? !ifExists : ifExists;
  });
  return isStrict ? 'second-factor' : 'second-factor-on-console';
}

const secondFactorKeys = new Set(['aws:multifactorauthpresent', 'aws:multifactorauthage']);

function isAboutSession({ key }: Comparison): boolean {
  return secondFactorKeys.has(key) || key === 'aws:viaawsservice';
}

/** What these ask for, everybody who means harm by accident fulfils: a place, a way in, an organisation, an encrypted line. */
const harmlessKeys = new Set([
  'aws:sourceip',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:principalorgid',
  'aws:principalaccount',
  'aws:useragent',
]);

/** The comparisons of a condition: `{ Bool: { "aws:…": "true" } }`, or blocks with test, variable and values. */
export function comparisonsOf(node: DataNode | undefined): readonly Comparison[] {
  if (node === undefined) return [];
  const blocks = node.type === 'list' ? node.items : [node];
  return blocks.flatMap((block): readonly Comparison[] => {
    const variable = field(block, 'variable');
    if (variable !== undefined) {
      return [
        {
          operator: plainName(texts(field(block, 'test')).values[0]?.text ?? ''),
          key: plainName(texts(variable).values[0]?.text ?? ''),
          values: lowerTexts(field(block, 'values')),
        },
      ];
    }
    return entries(block).flatMap((operator) =>
      entries(operator.value).map((compared) => ({
        operator: plainName(operator.key),
        key: plainName(compared.key),
        values: lowerTexts(compared.value),
      })),
    );
  });
}

function lowerTexts(node: DataNode | undefined): readonly string[] {
  return texts(node).values.map(({ text }) => text.toLowerCase());
}
