/** Whether a text is what a pattern of `*` and `?` says, without regard to case. Takes time in proportion to both lengths at worst. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let position = 0;
  let star = -1;
  let resume = 0;
  let i = 0;
  while (i < given.length) {
    const sign = wanted.charAt(position);
    if (position < wanted.length && sign === '*') {
      star = position;
      resume = i;
      position += 1;
    } else if (position < wanted.length && (sign === '?' || sign === given.charAt(i))) {
      position += 1;
      i += 1;
    } else if (star >= 0) {
      position = star + 1;
      resume += 1;
      i = resume;
    } else return false;
  }
  while (wanted.charAt(position) === '*') position += 1;
  return position >= wanted.length;
}
