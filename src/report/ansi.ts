/** Wraps text in terminal styles, or leaves it alone. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
  /** OSC 8 hyperlink; the text alone when links are off or there is no address. */
  readonly link: (text: string, url: string | undefined) => string;
}

/** Styles for one stream. Text must already be free of control characters. */
export function createPaint(options: {
  readonly color: boolean;
  readonly hyperlinks: boolean;
}): Paint {
  const style = (open: number, close: number) => (text: string) =>
    options.color && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
    green: style(32, 39),
    link: (text, url) =>
      options.hyperlinks && url !== undefined
        ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`
        : text,
  };
}
