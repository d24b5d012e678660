import { entries, type ScalarNode } from '../../model/document.ts';
import { type Environment, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { factsOfAnyCase } from '../../recognize/credential/any-case-variable.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { tierOfPath } from '../../recognize/tier.ts';

/** What the values of one file hold, and the environment that the file stands for where they hold anything. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    const pairs =
      document.shape === 'data' ? document.roots.flatMap(jsonPairs) : textPairs(document);
    return fileFacts(pairs, document, knowledge);
  });

interface Pair {
  readonly name: string;
  readonly nameAt: SourceRange;
  readonly value: ScalarNode;
}

function fileFacts(
  pairs: readonly Pair[],
  document: SourceText,
  knowledge: Knowledge,
): readonly Fact[] {
  const { file } = document;
  const key = entityKey(`environment:${file}`);
  const facts = pairs.flatMap(({ name, nameAt, value }) =>
    factsOfAnyCase(
      {
        name,
        value,
        keyAt: nameAt,
        document,
        environment: key,
        collector: 'terraform-values',
        comment: null,
      },
      knowledge,
    ),
  );
  const [first] = pairs;
  if (facts.length === 0 || first === undefined) return [];
  const environment: Environment = {
    kind: 'Environment',
    key,
    aliases: [],
    name: file,
    at: first.nameAt,
    collector: 'terraform-values',
    implied: false,
    confidence: 'high',
    tier: tierOfPath(file) ?? 'unknown',
  };
  return [environment, ...facts];
}

function jsonPairs(root: Parameters<typeof entries>[0]): readonly Pair[] {
  return entries(root).flatMap(({ key, keyAt, value }) =>
    value.type === 'scalar' ? [{ name: key, nameAt: keyAt, value }] : [],
  );
}

/** `name = "value"` on a line of its own; other expressions hold no literal that could be a credential alone. */
const line =
  /^([ \t]*)([A-Za-z_][\w-]{0,100}|"[^"\n]{1,100}")([ \t]*[=:][ \t]*")((?:\\.|[^"\\\n]){1,8000})"/gm;
const blockComment = /\/\*[\s\S]{0,20000}?\*\//g;

function textPairs(document: SourceText): readonly Pair[] {
  const { file } = document;
  const text = document.text.replace(blockComment, (part) => part.replace(/[^\n]/g, ' '));
  return [...text.matchAll(line)].map((match) => {
    const [, indent = '', name = '', equals = '', value = ''] = match;
    const start = match.index + indent.length;
    const quote = name.startsWith('"') ? 1 : 0;
    const nameAt = { file, start: start + quote, end: start + name.length - quote };
    const from = start + name.length + equals.length;
    return {
      name: name.replace(/"/g, ''),
      nameAt,
      value: plainValue(document, from, from + value.length),
    };
  });
}
