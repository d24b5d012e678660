import type { ScalarNode } from '../../model/document.ts';
import { isBareName, parseConnectionUrl } from '../credential/connection-url.ts';
import { secretForm } from '../credential/secret-value.ts';

/** Whether a variable of a container holds a literal that means something outside the network of the containers beside it. */
export function isOutsideValue({ text }: ScalarNode): boolean {
  const url = parseConnectionUrl(text);
  if (url !== null) return !url.isLocal && !isBareName(url.host);
  return secretForm(text) === 'literal';
}
