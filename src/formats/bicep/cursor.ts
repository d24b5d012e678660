import type { FilePath, SourceRange } from '../../model/source.ts';

/** A place in a text that moves forward. */
export class Cursor {
  position = 0;
  readonly file: FilePath;
  readonly text: string;
  /** Texts in JSON write a quote twice, and hold no expressions. */
  readonly isTemplate: boolean;
  /** Range of everything that is read, where the text is not a file's own. */
  readonly fixed: SourceRange | null;

  constructor(file: FilePath, text: string, fixed: SourceRange | null = null) {
    this.file = file;
    this.text = text;
    this.fixed = fixed;
    this.isTemplate = fixed !== null;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  range(start: number): SourceRange {
    return this.fixed ?? { file: this.file, start, end: this.position };
  }

  /** Skips blanks and comments; newlines only where they mean nothing. */
  skip(withNewlines: boolean): void {
    const blanks = withNewlines ? /\s*/y : /[^\S\n]*/y;
    for (;;) {
      this.match(blanks);
      if (this.text.startsWith('//', this.position) || this.text[this.position] === '#') {
        this.match(/[^\n]*/y);
      } else if (this.text.startsWith('/*', this.position)) {
        const end = this.text.indexOf('*/', this.position + 2);
        this.position = end < 0 ? this.text.length : end + 2;
      } else return;
    }
  }

  /** Takes what a sticky pattern matches here. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.position += found.length;
    return found;
  }

  /** Takes these characters if they come next. */
  take(characters: string): boolean {
    if (!this.text.startsWith(characters, this.position)) return false;
    this.position += characters.length;
    return true;
  }

  word(): string | null {
    return this.match(/[A-Za-z_][A-Za-z0-9_]*/y);
  }

  /** Whether a word comes next, as a whole; it is not taken. */
  isNext(word: string): boolean {
    const { text, position } = this;
    return text.startsWith(word, position) && !/\w/.test(text[position + word.length] ?? '');
  }
}
