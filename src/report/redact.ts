import { secretFromContext } from './redact-context.ts';
import type { Mode } from './redact-shapes.ts';
import { announcedSecrets, flagSecrets, randomRuns, urlSecrets } from './redact-shapes.ts';
import type { Span, ValueStyle } from './redact-values.ts';
import { assignedValues, assignedValuesInProse, valueSpans } from './redact-values.ts';

/** What stands for a secret in a sentence, whatever its length. */
export const shortMask = '********';

/** Longer lines are generated or minified; they are masked whole instead of searched. */
const longestLine = 8_000;

/**
 * One line of a source file with everything that may be a secret replaced by `*`, column for column. Doubt hides:
 * a masked harmless value costs a glance, a printed secret costs a rotation.
 */
export function redactLine(file: string, lines: readonly string[], at: number): string {
  return redactSource(file, lines, at, 'source');
}

/** True when a UUID stands on this line as a secret: its name or place says so, not only its form. */
export function isSecretUuid(
  uuid: string,
  file: string,
  lines: readonly string[],
  at: number,
): boolean {
  return !redactSource(file, lines, at, 'prose').includes(uuid);
}

function redactSource(file: string, lines: readonly string[], at: number, mode: Mode): string {
  const line = lines[at] ?? '';
  if (line.length > longestLine) return '*'.repeat(line.length);
  const style = styleOf(file);
  const context = secretFromContext(file, lines, at);
  if (context === 'all') return line.replace(/[^\s]/g, '*');
  const spans = [...assignedValues(line, style), ...shapes(line, mode)];
  if (context === 'value') {
    const start = /^[^:=]*[:=]\s*/.exec(line)?.[0].length ?? 0;
    spans.push(...valueSpans(line, start, 'rest', true), ...pairSpans(line));
  }
  return mask(line, spans);
}

/** A sentence or a name with values that look secret replaced by `*`; identifiers and paths stay readable. */
export function redactText(text: string): string {
  if (text.length > longestLine) return redactText(`${text.slice(0, longestLine - 1)}…`);
  const masked = mask(text, [...assignedValuesInProse(text), ...shapes(text, 'prose')]);
  return masked.replace(/\*{9,}/g, shortMask);
}

function shapes(text: string, mode: Mode): readonly Span[] {
  return [
    ...urlSecrets(text),
    ...flagSecrets(text, mode),
    ...announcedSecrets(text, mode),
    ...randomRuns(text, mode),
  ];
}

/** Value of `{ name: X, value: … }` on one line. */
function pairSpans(line: string): readonly Span[] {
  const found =
    /["']?(?:value|Value|ParameterValue|default|Default|stringValue)["']?\s*[:=]\s*/.exec(line);
  return found === null ? [] : valueSpans(line, found.index + found[0].length, 'rest', true);
}

function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const units = text.split('');
  for (const span of spans) units.fill('*', span.start, span.end);
  return units.join('');
}

function styleOf(file: string): ValueStyle {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  if (
    /(?:^|\.)env(?:$|\.)|\.(?:ini|properties|conf|cfg|env|tfvars\.env)$|^\.npmrc$|^\.?credentials$/.test(
      name,
    )
  ) {
    return 'rest';
  }
  return /\.(?:[cm]?[jt]sx?|jsonc?|json5|toml|tf|tfvars|hcl|py|go|rb|java|kts?|rs|cs|php|prisma|bicep|swift|scala|tfstate|gradle)$/.test(
    name,
  )
    ? 'code'
    : 'word';
}
