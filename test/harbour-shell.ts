import { collect } from '../src/collectors/shell-scripts/collect.ts';
import { parse } from '../src/formats/shell/parse.ts';
import type { Fact } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { harbourKnowledge } from './harbour-knowledge.ts';

/** Facts of one shell script. */
export function shellFacts(text: string, file = 'ops/drop.sh'): readonly Fact[] {
  const unit = { id: file, documents: [parse(filePath(file), text)] };
  return collect(unit, harbourKnowledge);
}

/** A command that destroys without a question. */
export const drop = 'harbour volume delete -y "$id"';
