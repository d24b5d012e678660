const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const loneSurrogates = /\p{Cs}/gu;

/**
 * Text from the scanned tree as one harmless line: no escape sequences, no line breaks, nothing that reorders or hides
 * text. A break becomes a space, a lone surrogate U+FFFD.
 */
export function printable(text: string): string {
  return withoutControls(
    text.replace(breaks, ' ').replace(invisible, '').replace(loneSurrogates, '\ufffd'),
    '',
  );
}

/** The same for one line of source, where every UTF-16 unit keeps its column: each hidden one becomes `·`. Tabs stay. */
export function printableColumns(line: string): string {
  const shown = line
    .replace(/[\n\v\f\r\u0085\u2028\u2029]/g, '\u00b7')
    .replace(invisible, (hidden) => '\u00b7'.repeat(hidden.length))
    .replace(loneSurrogates, '\ufffd');
  return withoutControls(shown, '\u00b7');
}

function withoutControls(text: string, replacement: string): string {
  // A property class, as linters rightly distrust control characters spelt out in a pattern.
  return text.replace(/\p{Cc}/gu, (control) => (control === '\t' ? control : replacement));
}
