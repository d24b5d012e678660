import {
  at,
  type DataEntry,
  type DataNode,
  type Document,
  type EmbeddedText,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import { startLine } from '../../recognize/container/start-line.ts';
import type { JobStep } from '../../recognize/pipeline/job.ts';

const interpreter = /(?:python|node|perl|ruby|php|pwsh)/;
const maxWords = 100;

/** What a container runs as a shell program, by its own words or by a script that is written into the manifest. */
export function containerSteps(container: DataNode, document: Document): readonly JobStep[] {
  const script = at(container, 'script') ?? at(container, 'source');
  const words = ['command', 'args'].flatMap((key) => wordsOf(at(container, key)));
  const variables = items(at(container, 'env')).flatMap(variableOf);
  const text = script?.type === 'scalar' ? scriptOf(script, words) : startLine(words);
  return text === null ? [] : [{ document, program: text, folder: null, variables }];
}

/** A script for a shell; one for another language is not ours to read. */
function scriptOf(script: ScalarNode, words: readonly ScalarNode[]): EmbeddedText | null {
  const first = /^#!\s*(\S[^\n]{0,200})/.exec(script.text)?.[1] ?? words[0]?.text ?? 'sh';
  return interpreter.test(first) ? null : script;
}

function variableOf(node: DataNode): readonly DataEntry[] {
  const name = at(node, 'name');
  if (name?.type !== 'scalar') return [];
  const value = at(node, 'value');
  const from = at(node, 'valueFrom');
  const entry = { key: name.text, keyAt: name.at, labels: [] };
  if (value?.type === 'scalar') return [{ ...entry, value }];
  if (from === undefined) return [];
  // What a secret of the cluster holds is known to the cluster only.
  return [
    { ...entry, value: { type: 'expr', text: `$${name.text}`, refs: [name.text], at: from.at } },
  ];
}

function wordsOf(node: DataNode | undefined): readonly ScalarNode[] {
  return items(node)
    .slice(0, maxWords)
    .filter((word) => word.type === 'scalar');
}
