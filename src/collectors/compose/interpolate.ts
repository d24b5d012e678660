import type { DataNode } from '../../model/document.ts';

/** Variables that Compose replaces in a project, as the `.env` beside it sets them. */
export type Variables = ReadonlyMap<string, string>;

const reference =
  /\$(?:\$|\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-+?])([^{}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g;

/**
 * Text with its variables filled in: from `.env`, else by the default that is written. `null` where one has neither, or a default
 * with defaults of its own.
 * @see https://docs.docker.com/reference/compose-file/interpolation/ (read 2026-11-21)
 */
export function filledIn(text: string, variables: Variables): string | null {
  let isWhole = true;
  const filled = text.replace(
    reference,
    (whole, braced?: string, operator?: string, rest?: string, plain?: string) => {
      if (whole === '$$') return '$';
      const value = variables.get(braced ?? plain ?? '');
      if (operator?.endsWith('+') === true) {
        return value === undefined || value === '' ? '' : (rest ?? '');
      }
      if (value !== undefined && value !== '') return value;
      if (operator?.endsWith('-') === true && rest?.includes('$') === false) return rest;
      isWhole = false;
      return '';
    },
  );
  // A default inside a default is left as it is.
  return isWhole && !filled.includes('${') ? filled : null;
}

/** Text of a scalar that no variable can change, else `null`: only such a text names the same thing everywhere. */
export function fixedText(node: DataNode | undefined): string | null {
  const text = rawText(node);
  return text === null || /\$(?!\$)/.test(text) ? null : text.replaceAll('$$', '$');
}

/** Text of a scalar as it is written, `null` for anything else and for an empty one. */
export function rawText(node: DataNode | undefined): string | null {
  if (node?.type === 'expr') return node.text;
  return node?.type === 'scalar' && node.value !== null && node.text !== '' ? node.text : null;
}
