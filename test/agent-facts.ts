import { expect } from 'vitest';
import { createClassifier } from '../src/engine/classify.ts';
import { parse as parseDotenv } from '../src/formats/dotenv/parse.ts';
import { parse as parseJson } from '../src/formats/json/parse.ts';
import { parse as parseMarkdown } from '../src/formats/markdown/parse.ts';
import { parse as parseShell } from '../src/formats/shell/parse.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import { parse as parseToml } from '../src/formats/toml/parse.ts';
import { parse as parseYaml } from '../src/formats/yaml/parse.ts';
import type { FormatId } from '../src/model/document.ts';
import type { Agent, Fact } from '../src/model/fact.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Collect, Collector, Parse } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { ofKind } from './facts-of-kind.ts';

/**
 * What an agent's collector makes of files, given by path and taken as one unit; fails unless the facts are plain data. With the collector's own entry,
 * each file has the format that it is claimed with, else the one that its name tells.
 */
export function agentFacts(
  collect: Collect,
  knowledge: Knowledge,
  files: Readonly<Record<string, string>>,
  collector?: Collector,
): readonly Fact[] {
  const claimsOf = createClassifier(collector === undefined ? [] : [collector]);
  const documents = Object.entries(files).map(([name, text]) => {
    const file = filePath(name);
    const [claim] = claimsOf(file);
    return parserOf(claim?.match.format ?? formatOf(name))(file, text);
  });
  const facts = collect({ id: documents[0]?.file ?? '', documents }, knowledge);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

const parsers: Readonly<Record<FormatId, Parse>> = {
  dotenv: parseDotenv,
  json: parseJson,
  markdown: parseMarkdown,
  shell: parseShell,
  text: parseText,
  toml: parseToml,
  yaml: parseYaml,
};

function parserOf(format: FormatId): Parse {
  const parse = parsers[format];
  if (parse === undefined) throw new Error(`no parser for ${format} here`);
  return parse;
}

function formatOf(file: string): FormatId {
  if (/\.(?:jsonc?|code-workspace)$/.test(file)) return 'json';
  if (/\.(?:toml|replit)$/.test(file)) return 'toml';
  if (/\.ya?ml$/.test(file)) return 'yaml';
  if (/\.(?:sh|bash|profile)$|(?:bash|crush|zsh)rc$/.test(file)) return 'shell';
  return /\.mdc?$/.test(file) ? 'markdown' : 'text';
}

/** The only agent among the facts. */
export function agentIn(facts: readonly Fact[]): Agent {
  const [agent, ...others] = ofKind(facts, 'Agent');
  if (agent === undefined || others.length > 0) throw new Error('expected one agent');
  return agent;
}
