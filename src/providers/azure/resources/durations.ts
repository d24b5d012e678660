import type { Value } from '../../../model/value.ts';
import { unknown } from '../../../model/value.ts';
import { derived } from '../../../recognize/resource/derived-settings.ts';

const days: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };

/** Days of a duration as Azure writes them: `P7D`, `P1M`, `PT0S`. */
export function durationDays(duration: Value<string>): Value<number> {
  if (duration.state === 'unknown') return duration;
  if (/^PT0S$/i.test(duration.value)) return derived(duration, () => 0);
  const [, count, unit = ''] = /^P(\d{1,5})([DWMY])$/i.exec(duration.value) ?? [];
  const length = days[unit.toUpperCase()];
  if (count === undefined || length === undefined) return unknown('interpolated', duration.at);
  return derived(duration, () => Number(count) * length);
}
