/** How many more pieces of one unit are looked at: files that call one another would go on for ever. */
export interface Budget {
  left: number;
}

/** A fresh budget: more than any real repository has. */
export function fullBudget(): Budget {
  return { left: 20_000 };
}

/** Takes one off; false when nothing is left. */
export function spend(budget: Budget): boolean {
  budget.left -= 1;
  return budget.left >= 0;
}
