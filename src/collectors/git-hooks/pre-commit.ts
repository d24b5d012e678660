import {
  at,
  type DataNode,
  type EmbeddedText,
  items,
  type OffsetPair,
  type ScalarNode,
} from '../../model/document.ts';
import { type Hook, maxHooks } from './hook.ts';
import { linesOfHook } from './hook-lines.ts';

/** Languages whose entry is a command line of this machine; the others build an environment for code of elsewhere. */
const plain = /^(?:system|script|unsupported|unsupported_script)$/;

/**
 * Hooks of a pre-commit file that are its own: those of other repositories are not here to be read.
 * @see https://pre-commit.com/#repository-local-hooks (read 2026-11-21)
 */
export function preCommitHooks(root: DataNode | undefined): readonly Hook[] {
  const events = wordsOf(at(root, 'default_stages'));
  return items(at(root, 'repos'))
    .filter((repo) => textOf(at(repo, 'repo')) === 'local')
    .flatMap((repo) => items(at(repo, 'hooks')))
    .slice(0, maxHooks)
    .flatMap((hook) => hooksOf(hook, events));
}

function hooksOf(hook: DataNode, byDefault: readonly string[]): readonly Hook[] {
  const entry = at(hook, 'entry');
  if (entry?.type !== 'scalar' || !plain.test(textOf(at(hook, 'language')))) return [];
  const own = wordsOf(at(hook, 'stages'));
  const stages = own.length > 0 ? own : byDefault.length > 0 ? byDefault : ['pre-commit'];
  const program = joined([entry, ...items(at(hook, 'args')).filter(isScalar)]);
  return (
    stages
      // `commit` and `push` are what these were called before.
      .map((stage) => stage.replace(/^(?=(?:commit|push|merge-commit)$)/, 'pre-'))
      .filter((event) => linesOfHook(event) !== undefined)
      .map((event) => ({ event, name: textOf(at(hook, 'id')), program }))
  );
}

/** The entry with its arguments, as one line. */
function joined(parts: readonly ScalarNode[]): EmbeddedText {
  let text = '';
  const map: OffsetPair[] = [];
  for (const part of parts) {
    if (text !== '') text += ' ';
    for (const [decoded, source] of part.map) map.push([decoded + text.length, source]);
    text += part.text;
  }
  return { text, map };
}

function isScalar(node: DataNode): node is ScalarNode {
  return node.type === 'scalar';
}

function wordsOf(node: DataNode | undefined): readonly string[] {
  return items(node).map(textOf);
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
