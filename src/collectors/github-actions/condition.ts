/** Value of a part of a GitHub expression; `undefined`: only a run can tell. */
export type Known = string | boolean | null | undefined;

/** What a name such as `github.ref` stands for. */
export type Resolve = (name: string) => Known;

const tokenPattern =
  /\s*(?:(\|\||&&|==|!=|<=|>=|<|>|!|\(|\)|,)|'((?:[^']|'')*)'|([A-Za-z_][\w.-]*(?:\[[^\]]{0,80}\][\w.-]*)*)|(-?\d[\d.]*))/y;
const maxTokens = 400;
const maxDepth = 40;

type Token =
  | { readonly type: 'mark' | 'name'; readonly text: string }
  | { readonly type: 'value'; readonly value: string };

/**
 * Whether a condition can hold: `true`, `false`, or `undefined` where only a run can tell. Conditions that cannot be read are `undefined`.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/expressions (read 2026-11-21)
 */
export function conditionHolds(condition: string, resolve: Resolve): boolean | undefined {
  const text = condition.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
  if (text === '') return true;
  const tokens = tokensOf(text);
  if (tokens === null) return undefined;
  const reader = new Reader(tokens, resolve);
  const value = reader.either(0);
  return reader.isDone ? truth(value) : undefined;
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    tokenPattern.lastIndex = position;
    const match = tokenPattern.exec(text);
    if (match === null) return text.slice(position).trim() === '' ? tokens : null;
    if (tokens.length >= maxTokens) return null;
    position = tokenPattern.lastIndex;
    const [, mark, literal, name, number] = match;
    if (mark !== undefined) tokens.push({ type: 'mark', text: mark });
    else if (name !== undefined) tokens.push({ type: 'name', text: name });
    else tokens.push({ type: 'value', value: literal?.replaceAll("''", "'") ?? number ?? '' });
  }
  return tokens;
}

function truth(value: Known): boolean | undefined {
  return value === undefined ? undefined : value !== false && value !== null && value !== '';
}

/** Reads tokens from left to right; a class because it is state with a lifetime. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #resolve: Resolve;
  #position = 0;
  #isBroken = false;

  constructor(tokens: readonly Token[], resolve: Resolve) {
    this.#tokens = tokens;
    this.#resolve = resolve;
  }

  get isDone(): boolean {
    return !this.#isBroken && this.#position === this.#tokens.length;
  }

  either(depth: number): Known {
    let value = this.#both(depth);
    while (this.#takes('||')) {
      const other = this.#both(depth);
      const first = truth(value);
      // An unknown side leaves the answer open unless the other one is true.
      value =
        first === true
          ? value
          : truth(other) === true
            ? other
            : first === false
              ? other
              : undefined;
    }
    return value;
  }

  #both(depth: number): Known {
    let value = this.#comparison(depth);
    while (this.#takes('&&')) {
      const other = this.#comparison(depth);
      if (truth(value) === false) continue;
      value = truth(value) === true ? other : truth(other) === false ? false : undefined;
    }
    return value;
  }

  #comparison(depth: number): Known {
    const left = this.#unary(depth);
    for (const mark of ['==', '!=', '<', '>', '<=', '>=']) {
      if (!this.#takes(mark)) continue;
      const right = this.#unary(depth);
      if (mark !== '==' && mark !== '!=') return undefined;
      const same = equal(left, right);
      return same === undefined ? undefined : same === (mark === '==');
    }
    return left;
  }

  #unary(depth: number): Known {
    if (depth > maxDepth) this.#isBroken = true;
    if (this.#isBroken) return undefined;
    if (this.#takes('!')) {
      const value = truth(this.#unary(depth + 1));
      return value === undefined ? undefined : !value;
    }
    if (this.#takes('(')) {
      const value = this.either(depth + 1);
      this.#wants(')');
      return value;
    }
    const token = this.#tokens[this.#position];
    this.#position += 1;
    if (token?.type === 'value') return token.value;
    if (token?.type !== 'name') {
      this.#isBroken = true;
      return undefined;
    }
    return this.#takes('(') ? this.#call(token.text, depth) : this.#name(token.text);
  }

  #name(name: string): Known {
    if (name === 'true' || name === 'false') return name === 'true';
    return name === 'null' ? null : this.#resolve(name);
  }

  #call(name: string, depth: number): Known {
    const given: Known[] = [];
    if (!this.#takes(')')) {
      do given.push(this.either(depth + 1));
      while (this.#takes(','));
      this.#wants(')');
    }
    const [text, part] = given;
    switch (name) {
      case 'always':
      case 'success':
        return true;
      case 'startsWith':
      case 'endsWith':
      case 'contains':
        return typeof text === 'string' && typeof part === 'string'
          ? holdsPart(name, text, part)
          : undefined;
      default:
        return undefined;
    }
  }

  #takes(mark: string): boolean {
    const token = this.#tokens[this.#position];
    if (token?.type !== 'mark' || token.text !== mark) return false;
    this.#position += 1;
    return true;
  }

  #wants(mark: string): void {
    if (!this.#takes(mark)) this.#isBroken = true;
  }
}

/** A part of a name that only a run knows is written `*`. */
function holdsPart(name: string, text: string, part: string): boolean | undefined {
  const star = text.indexOf('*');
  const sure = star < 0 ? text : text.slice(0, star);
  if (name === 'startsWith') {
    if (sure.startsWith(part)) return true;
    return star >= 0 && part.startsWith(sure) ? undefined : false;
  }
  if (star >= 0) return undefined;
  return name === 'endsWith' ? text.endsWith(part) : text.includes(part);
}

function equal(a: Known, b: Known): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.endsWith('*') || b.endsWith('*')) {
      const [open, other] = a.endsWith('*') ? [a, b] : [b, a];
      return other.startsWith(open.slice(0, -1)) ? undefined : false;
    }
    return a.toLowerCase() === b.toLowerCase();
  }
  return a === b;
}
