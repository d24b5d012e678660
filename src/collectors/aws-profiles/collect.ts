import type { Credential, Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import {
  credentialFact,
  credentialKind,
  type SourceText,
} from '../../recognize/credential/credential.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { binding, holds } from '../../recognize/credential/variable-scope.ts';
import {
  type IniPair,
  type IniSection,
  iniSections,
  iniValue,
} from '../../recognize/ini-sections.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { roleFacts } from './roles.ts';

/** One environment per profile, with the role it assumes and the keys it holds. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    isTemplateFile(document.file)
      ? []
      : iniSections(document).flatMap((section) => profileFacts(section, document, knowledge)),
  );

/** Headings that hold settings of something else. */
const otherHeading = /^(?:sso-session|services|plugins|preview)\b/;

const keyNames = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'] as const;

function profileFacts(
  section: IniSection,
  document: SourceText,
  knowledge: Knowledge,
): readonly Fact[] {
  if (section.name === '' || otherHeading.test(section.name)) return [];
  const name = section.name.replace(/^profile\s+/, '').replace(/^"(.*)"$/, '$1');
  const environment = partEnvironment({
    file: document.file,
    what: 'AWS profile',
    name,
    at: section.at,
    collector: 'aws-profiles',
  });
  const facts = [
    ...keyFacts(section, environment, document, knowledge),
    ...roleFacts(section, environment, document, knowledge),
  ];
  return facts.length === 0 ? [] : [environment, ...facts];
}

function keyFacts(
  section: IniSection,
  environment: Environment,
  document: SourceText,
  knowledge: Knowledge,
): readonly Fact[] {
  return keyNames.flatMap((name) => {
    const pair = iniValue(section, name);
    const credential = pair === undefined ? null : keyFact(pair, document, knowledge);
    if (credential === null) return [];
    return [
      credential,
      holds(environment.key, credential.key, credential.name, credential.at),
      binding(credential.name.toUpperCase(), credential.key, environment.key, credential.at),
    ];
  });
}

function keyFact(pair: IniPair, document: SourceText, knowledge: Knowledge): Credential | null {
  const value = pair.value.text;
  if (secretForm(value) !== 'literal') return null;
  const kind = credentialKind([pair.name.toUpperCase()], value, document, knowledge);
  if (kind === null) return null;
  return credentialFact(
    {
      name: pair.name,
      kind,
      value,
      nameStart: pair.nameAt.start,
      at: { ...pair.nameAt, end: pair.value.at.end },
      document,
      collector: 'aws-profiles',
      comment: null,
    },
    knowledge,
  );
}
