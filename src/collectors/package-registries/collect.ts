import { at, type DataDocument, type DataNode, entries, entry } from '../../model/document.ts';
import type { Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import {
  basicLogin,
  decoded,
  type SiteLogin,
  siteHost,
  siteLogin,
} from '../../recognize/credential/site-login.ts';
import { type IniPair, iniSections, iniValue } from '../../recognize/ini-sections.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** Whose registry npm and yarn go to when a setting names none. @see https://docs.npmjs.com/cli/v11/using-npm/registry */
const usualRegistry = 'npmjs.com';
/** @see https://packaging.python.org/en/latest/specifications/pypirc/ */
const usualIndex = 'upload.pypi.org';

/** Tokens and passwords of registries that stand in the file itself; `${NPM_TOKEN}` does not. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    const logins =
      document.shape === 'data'
        ? yarnLogins(document)
        : baseName(document.file) === '.pypirc'
          ? pypiLogins(document)
          : npmLogins(document);
    return logins.flatMap((login) => factOf(login, document, knowledge));
  });

type Login = Omit<SiteLogin, 'collector' | 'plane' | 'document'>;

function factOf(login: Login, document: SourceText, knowledge: Knowledge): readonly Credential[] {
  const fact = siteLogin(
    { ...login, document, collector: 'package-registries', plane: 'supply' },
    knowledge,
  );
  return fact === null ? [] : [fact];
}

/** `//host/path/:_authToken=value`, and the same without a registry, as old versions wrote it. */
const npmName =
  /^(?:\/\/([^/:\s]{1,253})(?::\d{1,5})?(?:\/[^\s]{0,200}?)?\/?:)?(_authToken|_auth|_password)$/;

function npmLogins(document: SourceText): readonly Login[] {
  return iniSections(document).flatMap((section) =>
    section.pairs.flatMap((pair) => {
      const match = npmName.exec(pair.name);
      if (match === null) return [];
      const kind = match[2] ?? '';
      const found = npmSecret(kind, pair);
      // The sweep names a token by its setting, and this is the same token.
      const nameStart = pair.nameAt.end - kind.length;
      const range = { ...pair.nameAt, start: nameStart, end: pair.value.at.end };
      return found === null
        ? []
        : [{ ...found, host: match[1] ?? usualRegistry, name: kind, nameStart, at: range }];
    }),
  );
}

function npmSecret(kind: string, pair: IniPair): Pick<Login, 'user' | 'secret'> | null {
  const text = pair.value.text;
  if (kind === '_auth') return basicLogin(text);
  if (kind === '_authToken') return { user: null, secret: text };
  const password = decoded(text);
  return password === null ? null : { user: null, secret: password };
}

function yarnLogins(document: DataDocument): readonly Login[] {
  const root = document.roots[0];
  const registries = entries(at(root, 'npmRegistries'));
  const scopes = entries(at(root, 'npmScopes'));
  return [
    ...yarnLogin(root, hostOf(root)),
    ...registries.flatMap(({ key, value }) => yarnLogin(value, siteHost(key))),
    ...scopes.flatMap(({ value }) => yarnLogin(value, hostOf(value))),
  ];
}

function hostOf(settings: DataNode | undefined): string {
  const server = at(settings, 'npmRegistryServer');
  return server?.type === 'scalar' ? siteHost(server.text) : usualRegistry;
}

function yarnLogin(settings: DataNode | undefined, host: string): readonly Login[] {
  const made: Login[] = [];
  for (const name of ['npmAuthToken', 'npmAuthIdent'] as const) {
    const pair = entry(settings, name);
    if (pair?.value.type !== 'scalar') continue;
    const { text } = pair.value;
    const login =
      name === 'npmAuthToken' ? { user: null, secret: text } : (basicLogin(text) ?? plain(text));
    const range = { ...pair.keyAt, end: pair.value.at.end };
    if (login !== null) made.push({ ...login, host, name, nameStart: pair.keyAt.start, at: range });
  }
  return made;
}

/** `user:password`, which yarn takes as well as its base64. */
function plain(text: string): Pick<Login, 'user' | 'secret'> | null {
  const colon = text.indexOf(':');
  return colon < 0 ? null : { user: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function pypiLogins(document: SourceText): readonly Login[] {
  return iniSections(document).flatMap((section) => {
    const password = iniValue(section, 'password');
    if (password === undefined || section.name === 'testpypi') return [];
    const repository = iniValue(section, 'repository')?.value.text ?? '';
    return [
      {
        host: repository === '' ? usualIndex : siteHost(repository),
        user: iniValue(section, 'username')?.value.text ?? null,
        secret: password.value.text,
        name: password.name,
        nameStart: password.nameAt.start,
        at: { ...password.nameAt, end: password.value.at.end },
      },
    ];
  });
}
