import { expect } from 'vitest';
import { parse as parseJson } from '../src/formats/json/parse.ts';
import { parse as parseMarkdown } from '../src/formats/markdown/parse.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import type { Agent, Fact } from '../src/model/fact.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Collect, Parse } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { ofKind } from './facts-of-kind.ts';

/** What an agent's collector makes of files, given by path and taken as one unit; fails unless the facts are plain data. */
export function agentFacts(
  collect: Collect,
  knowledge: Knowledge,
  files: Readonly<Record<string, string>>,
): readonly Fact[] {
  const documents = Object.entries(files).map(([file, text]) =>
    parseOf(file)(filePath(file), text),
  );
  const facts = collect({ id: documents[0]?.file ?? '', documents }, knowledge);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

function parseOf(file: string): Parse {
  if (file.endsWith('.json')) return parseJson;
  return /\.mdc?$/.test(file) ? parseMarkdown : parseText;
}

/** The only agent among the facts. */
export function agentIn(facts: readonly Fact[]): Agent {
  const [agent, ...others] = ofKind(facts, 'Agent');
  if (agent === undefined || others.length > 0) throw new Error('expected one agent');
  return agent;
}
