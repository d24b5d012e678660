import { type FunctionTable, lenient, ofNumbers, strict } from './function-kinds.ts';
import {
  asBoolean,
  asNumber,
  asText,
  ERROR,
  type HclValue,
  isList,
  listOf,
  unknownOf,
} from './hcl-value.ts';
import { MAX_ITEMS } from './scope.ts';

/** Terraform's functions of numbers and booleans. */
export const numberFunctions: FunctionTable = {
  abs: ofNumbers((number = 0) => Math.abs(number)),
  ceil: ofNumbers((number = 0) => Math.ceil(number)),
  floor: ofNumbers((number = 0) => Math.floor(number)),
  signum: ofNumbers((number = 0) => Math.sign(number)),
  pow: ofNumbers((base = 0, power = 0) => finite(base ** power)),
  log: ofNumbers((number = 0, base = 0) => finite(Math.log(number) / Math.log(base))),
  max: ofNumbers((...numbers) => (numbers.length === 0 ? ERROR : Math.max(...numbers))),
  min: ofNumbers((...numbers) => (numbers.length === 0 ? ERROR : Math.min(...numbers))),
  parseint: strict(([text = '', base = 10]) => {
    const [digits, radix] = [asText(text), asNumber(base)];
    const number = digits === null || radix === null ? Number.NaN : Number.parseInt(digits, radix);
    return Number.isNaN(number) ? ERROR : number;
  }),
  sum: strict(([list = null]) => {
    const numbers = isList(list) ? list.items.map(asNumber) : [null];
    let total = 0;
    for (const number of numbers) {
      if (number === null) return ERROR;
      total += number;
    }
    return total;
  }),
  range: ofNumbers(range),
  alltrue: lenient(([list = null]) => quantified(list, false)),
  anytrue: lenient(([list = null]) => quantified(list, true)),
};

function finite(number: number): HclValue {
  return Number.isFinite(number) ? number : ERROR;
}

/** `range(end)`, `range(start, end)`, `range(start, end, step)`; one that goes on for too long is unknown. */
function range(...bounds: readonly number[]): HclValue {
  const [first = 0, second, third] = bounds;
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (end < start ? -1 : 1);
  if (step === 0 || (end - start) / step > MAX_ITEMS) return unknownOf();
  const items: number[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) items.push(at);
  return listOf(items);
}

/** Whether any item is `decisive`: then that is the answer, whatever the others are. */
function quantified(list: HclValue, decisive: boolean): HclValue {
  if (!isList(list)) return unknownOf(list);
  const answers = list.items.map(asBoolean);
  if (answers.includes(decisive)) return decisive;
  return answers.includes(null) ? unknownOf(list) : !decisive;
}
