export type ColourMode = 'auto' | 'always' | 'never';

/** The parts of a stream and an environment that decide about colour. */
export interface ColourInput {
  readonly mode: ColourMode;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the stream that is written to is a terminal. */
  readonly isTerminal: boolean;
}

/**
 * Flag first, then `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, then whether the stream is a terminal.
 * @see https://no-color.org
 */
export function usesColour({ mode, env, isTerminal }: ColourInput): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force) return force !== '0' && force !== 'false';
  if (env['TERM'] === 'dumb') return false;
  return isTerminal;
}

/** Clickable places: only terminals known to render OSC 8, and never when colour is off. */
export function usesHyperlinks(input: ColourInput): boolean {
  if (!input.isTerminal || !usesColour(input)) return false;
  const { env } = input;
  const program = env['TERM_PROGRAM'] ?? '';
  if (/^(iTerm\.app|WezTerm|vscode|ghostty|Hyper)$/.test(program)) return true;
  return Number(env['VTE_VERSION'] ?? 0) >= 5000 || env['KITTY_WINDOW_ID'] !== undefined;
}
