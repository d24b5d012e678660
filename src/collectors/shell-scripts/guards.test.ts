import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { drop, shellFacts } from '../../../test/harbour-shell.ts';

describe('guards', () => {
  const asks = ['asks'];
  const blocks = ['blocks'];
  const none: readonly string[] = [];
  it.each([
    ['nothing', drop, none],
    [
      'a question that decides',
      `read -p "Sure? " answer\n[ "$answer" = yes ] || exit 1\n${drop}`,
      asks,
    ],
    ['a question around it', `read -rp "Sure? " a\nif [[ $a == y ]]; then\n  ${drop}\nfi`, asks],
    [
      'a question in a case',
      `read -r -p "Sure? "\ncase $REPLY in\n  y) ;;\n  *) exit 1 ;;\nesac\n${drop}`,
      asks,
    ],
    ['a branch of a case', `read -p "Sure? " a\ncase "$a" in\n  y*) ${drop} ;;\nesac`, asks],
    ['a question nobody heeds', `read -p "Sure? " answer\n${drop}`, none],
    [
      'a loop over a file',
      `while read -r id; do\n  [ -n "$id" ] || exit 1\n  ${drop}\ndone < ids.txt`,
      none,
    ],
    ['a dialog', `gum confirm "Sure?" && ${drop}`, asks],
    [
      'an own function',
      `confirm() { read -p "Sure? " a; [ "$a" = y ] || exit 1; }\nconfirm\n${drop}`,
      asks,
    ],
    [
      'an own function as a condition',
      `sure() { read -p "Sure? " a; [ "$a" = y ]; }\nif sure; then ${drop}; fi`,
      asks,
    ],
    [
      'a variable of consent',
      `[ "$CONFIRM" = "yes" ] || { echo "set CONFIRM=yes"; exit 1; }\n${drop}`,
      asks,
    ],
    ['a typed flag', `if [ "$1" != "--yes" ]; then\n  exit 1\nfi\n${drop}`, asks],
    [
      'production refused',
      `if [ "$APP_ENV" = "production" ]; then echo no; exit 1; fi\n${drop}`,
      blocks,
    ],
    ['production refused in short', `[[ $ENVIRONMENT == prod* ]] && exit 1\n${drop}`, blocks],
    [
      'production refused in a case',
      `case "$APP_ENV" in\n  prod|production) exit 1 ;;\nesac\n${drop}`,
      blocks,
    ],
    ['staging required', `[ "$APP_ENV" != "staging" ] && exit 1\n${drop}`, blocks],
    ['staging required the other way', `test "$1" = staging || exit 1\n${drop}`, blocks],
    ['only outside production', `if [ "$APP_ENV" != "production" ]; then\n  ${drop}\nfi`, blocks],
    ['only in production', `if [ "$APP_ENV" = "production" ]; then\n  ${drop}\nfi`, none],
    ['production required', `[ "$APP_ENV" = "production" ] || exit 1\n${drop}`, none],
    ['an argument check', `if [ -z "$1" ]; then echo usage; exit 1; fi\n${drop}`, none],
    [
      'a stop in another branch',
      `if [ "$X" ]; then\n  if [ "$APP_ENV" = production ]; then exit 1; fi\nfi\n${drop}`,
      none,
    ],
    ['a stop afterwards', `${drop}\n[ "$APP_ENV" = production ] && exit 1`, none],
    [
      'before the call of its function',
      `drop() { ${drop}; }\n[ "$APP_ENV" = production ] && exit 1\ndrop`,
      blocks,
    ],
    [
      'before one call of two',
      `drop() { ${drop}; }\ndrop\n[ "$APP_ENV" = production ] && exit 1\ndrop`,
      none,
    ],
  ])('%s', (_, text, expected) => {
    const all = shellFacts(text);
    expect(ofKind(all, 'Guard').map((guard) => guard.strength)).toEqual(expected);
    expect(relationsOf(all, 'guarded-by').length).toBe(expected.length);
    expect(ofKind(all, 'DestructiveCommand').map((one) => one.skipsPrompt)).toEqual([
      expected.length === 0,
    ]);
  });

  it('points at the question', () => {
    const text = `read -p "Sure? " answer\n[ "$answer" = yes ] || exit 1\n${drop}`;
    const [guard] = ofKind(shellFacts(text), 'Guard');
    expect(text.slice(guard?.at.start, guard?.at.end)).toBe('read -p "Sure? " answer');
  });
});
