import { randomBytes } from 'node:crypto';
import { createKnowledge, withResources } from '../src/engine/knowledge.ts';
import { parse as parseJson } from '../src/formats/json/parse.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import { parse as parseYaml } from '../src/formats/yaml/parse.ts';
import type { Document } from '../src/model/document.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { ProviderPack } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';

/** Files as collectors of programs and templates are handed them: data parsed, scripts as text. */
export function documentsOf(files: Readonly<Record<string, string>>): readonly Document[] {
  return Object.entries(files).map(([file, text]) => {
    const parse = /\.ya?ml$/.test(file)
      ? parseYaml
      : file.endsWith('.json')
        ? parseJson
        : parseText;
    const document = parse(filePath(file), text);
    if (document === null) throw new Error(`not read: ${file}`);
    return document;
  });
}

/** What the packs say of types, as collectors that declare resources are handed it. */
export async function knowledgeOf(packs: readonly ProviderPack[]): Promise<Knowledge> {
  return withResources(createKnowledge(packs, randomBytes(32)), packs);
}
