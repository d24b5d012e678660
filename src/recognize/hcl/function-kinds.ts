import { asNumber, asText, ERROR, type HclValue } from './hcl-value.ts';

/** One of Terraform's functions. One that is not `lenient` is only asked when all of its arguments are known. */
export interface HclFunction {
  readonly lenient: boolean;
  readonly apply: (args: readonly HclValue[]) => HclValue;
}

/** Functions by name. */
export type FunctionTable = Readonly<Record<string, HclFunction>>;

/** A function that needs to know all of its arguments. */
export function strict(apply: (args: readonly HclValue[]) => HclValue): HclFunction {
  return { lenient: false, apply };
}

/** A function that decides itself what an unknown argument means. */
export function lenient(apply: (args: readonly HclValue[]) => HclValue): HclFunction {
  return { lenient: true, apply };
}

/** A function of texts; an argument that is none is an error. */
export function ofTexts(apply: (...texts: readonly string[]) => HclValue): HclFunction {
  return strict((args) => {
    const texts = args.map(asText);
    return texts.every((text) => text !== null) ? apply(...texts) : ERROR;
  });
}

/** A function of numbers; an argument that is none is an error. */
export function ofNumbers(apply: (...numbers: readonly number[]) => HclValue): HclFunction {
  return strict((args) => {
    const numbers = args.map(asNumber);
    return numbers.every((number) => number !== null) ? apply(...numbers) : ERROR;
  });
}
