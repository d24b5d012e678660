import { type DataDocument, type Document, entries } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf } from '../../model/source.ts';
import { backupFacts, copiersOf } from './backup-facts.ts';
import { daemonsOf } from './daemon.ts';
import { isEnvFile } from './group.ts';
import type { Variables } from './interpolate.ts';
import { loginFacts } from './login-facts.ts';
import type { Surroundings } from './place.ts';
import { includesOf, isCompose } from './project.ts';
import { type Stack, stacksOf } from './stack.ts';
import { confidenceOf, keeperFacts, keepersOf, stackFacts } from './store-facts.ts';

/** Facts of all compose projects of a tree, folder by folder, once for each stage that a folder's files stand for. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents.filter(isData);
  const compose = documents.filter((document) => !isEnvFile(document.file) && isCompose(document));
  const byFile = new Map<string, DataDocument>(
    compose.map((document) => [document.file, document]),
  );
  const included = new Set(compose.flatMap(includesOf));
  const folders = [...new Set(compose.map(({ file }) => folderOf(file)))];
  return folders.flatMap((folder) => {
    const env = documents.find(({ file }) => isEnvFile(file) && folderOf(file) === folder);
    // What another file includes is a part of that project and none of its own.
    const own = compose.filter(({ file }) => folderOf(file) === folder && !included.has(file));
    const stacks = stacksOf(own, variablesOf(env), (file) => byFile.get(file));
    const around = { daemons: daemonsOf(stacks) };
    return stacks.flatMap((stack) => factsOf(stack, around, knowledge));
  });
};

function isData(document: Document): document is DataDocument {
  return document.shape === 'data';
}

function variablesOf(env: DataDocument | undefined): Variables {
  const pairs = (env?.roots ?? []).flatMap(entries);
  return new Map(
    pairs.flatMap(({ key, value }) =>
      value.type === 'scalar' && !value.text.includes('$') ? [[key, value.text] as const] : [],
    ),
  );
}

function factsOf(stack: Stack, around: Surroundings, knowledge: Knowledge): readonly Fact[] {
  const keepers = keepersOf(stack, around);
  const copiers = copiersOf(stack);
  const confidence = confidenceOf(stack, copiers.length > 0);
  const facts = [
    ...keepers.flatMap((keeper) => keeperFacts(keeper, stack, confidence)),
    ...backupFacts(copiers, { stack, keepers, around, confidence }),
    ...loginFacts(stack, knowledge),
  ];
  return facts.length === 0 ? [] : [...stackFacts(stack), ...facts];
}
