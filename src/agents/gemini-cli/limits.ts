/** Names of variables that commands should not get. */
export const secretNames = /TOKEN|SECRET|KEY|PASS|CREDENTIAL|DATABASE|^\*$/i;

const dayLength: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30 };
const fewDays = 7;

/** An age such as `12h` or `30d` in days; `undefined` for anything else. */
export function ageInDays(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,6})([hdwm])$/.exec(text) ?? [];
  const length = dayLength[unit];
  if (amount === undefined || length === undefined) return undefined;
  return Math.round(Number(amount) * length * 100) / 100;
}

/** Whether what is kept for this long is gone within a week. */
export function isShortAge(text: string): boolean {
  const days = ageInDays(text);
  return days !== undefined && days < fewDays;
}
