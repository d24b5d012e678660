import {
  at,
  type DataDocument,
  type DataNode,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { factsOfText } from '../../recognize/credential/text-secrets.ts';

/** Output of a cell can be a whole data set; what matters is printed early or not at all. */
const longestOutput = 20_000;
const mostCells = 2_000;

/** Credentials and stores in code cells and in the text they printed. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    document.shape === 'data' ? notebookFacts(document, knowledge) : [],
  );

function notebookFacts(document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  const cells = items(at(document.roots[0], 'cells')).slice(0, mostCells);
  return cells.flatMap((cell) => {
    const type = at(cell, 'cell_type');
    if (type?.type !== 'scalar' || type.text !== 'code') return [];
    const printed = items(at(cell, 'outputs')).flatMap(outputTexts);
    return [...linesOf(at(cell, 'source')), ...printed].flatMap((text) =>
      factsOfText(text, { document, collector: 'notebooks', environment: null }, knowledge),
    );
  });
}

/** A text, or its lines; each line is a value of its own in the file. */
function linesOf(node: DataNode | undefined): readonly ScalarNode[] {
  const lines = node?.type === 'scalar' ? [node] : items(node);
  return lines.filter((line): line is ScalarNode => line.type === 'scalar');
}

function outputTexts(output: DataNode): readonly ScalarNode[] {
  const texts = [at(output, 'text'), at(output, 'data', 'text/plain'), at(output, 'traceback')];
  return texts.flatMap(linesOf).filter((line) => line.text.length <= longestOutput);
}
