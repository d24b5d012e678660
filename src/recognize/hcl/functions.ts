import { collectionFunctions } from './collection-functions.ts';
import { conversionFunctions } from './conversion-functions.ts';
import type { FunctionTable } from './function-kinds.ts';
import { type HclUnknown, type HclValue, hasUnknown, UNKNOWN, unknownOf } from './hcl-value.ts';
import { numberFunctions } from './number-functions.ts';
import type { Scope } from './scope.ts';
import { textFunctions } from './text-functions.ts';

const table: FunctionTable = {
  ...textFunctions,
  ...numberFunctions,
  ...conversionFunctions,
  ...collectionFunctions,
};

/**
 * Calls one of Terraform's functions. One that is not known here, such as `timestamp` or a provider's own, gives an unknown that depends on its
 * arguments.
 * @see https://developer.hashicorp.com/terraform/language/functions (read 2026-11-21)
 */
export function callFunction(name: string, args: readonly HclValue[], scope: Scope): HclValue {
  const bare = name.replace(/^core::/, '');
  if (bare === 'file') return fileText(args, scope);
  const known = Object.hasOwn(table, bare) ? table[bare] : undefined;
  if (known === undefined) return anyOf(args);
  if (!known.lenient && args.some(hasUnknown)) return anyOf(args);
  return known.apply(args);
}

function anyOf(args: readonly HclValue[]): HclUnknown {
  return args.length === 0 ? UNKNOWN : unknownOf(...args);
}

/** The text of a file that lies in the tree. */
function fileText(args: readonly HclValue[], scope: Scope): HclValue {
  const [path] = args;
  return (typeof path === 'string' ? scope.fileText(path) : null) ?? anyOf(args);
}
