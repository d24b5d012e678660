import type { Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { connectionFacts } from '../../recognize/credential/connection-facts.ts';
import { parseConnectionUrl } from '../../recognize/credential/connection-url.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import type { Variable, VariableScope } from '../../recognize/credential/variable-scope.ts';
import { type IniSection, iniSections, iniValue } from '../../recognize/ini-sections.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { tierOfPath } from '../../recognize/tier.ts';

/** Store and login of every entry that names a host. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    const logins = /pgpass(?:\.conf)?$/.test(document.file)
      ? passwordLines(document)
      : serviceSections(document);
    return logins.flatMap((login) => loginFacts(login, document, knowledge));
  });

/** One entry; parts that are missing are `''`. */
interface Login {
  readonly scheme: 'postgres' | 'mysql';
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly name: string;
  readonly nameAt: SourceRange;
  readonly at: SourceRange;
  readonly environment: Environment | null;
}

function loginFacts(login: Login, document: SourceText, knowledge: Knowledge): readonly Fact[] {
  const { host, user, password, environment, at } = login;
  if (host === '' || host === '*' || password === '') return [];
  const port = /^\d{1,5}$/.test(login.port) ? `:${login.port}` : '';
  const database = login.database === '*' ? '' : encodeURIComponent(login.database);
  const url = parseConnectionUrl(
    `${login.scheme}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${encodeURIComponent(host)}${port}/${database}`,
  );
  if (url === null) return [];
  const variable: Variable = {
    name: login.name,
    value: plainValue(document, at.start, at.end),
    keyAt: login.nameAt,
    document,
    environment: environment?.key ?? null,
    collector: 'database-login-files',
    comment: null,
  };
  const scope: VariableScope = {
    environment: variable.environment,
    declared: [],
    tier: environment?.tier ?? tierOfPath(document.file),
  };
  // The file names no variable, so nothing is bound to one.
  const facts = connectionFacts(url, variable, scope, at, knowledge).filter(
    (fact) => fact.kind !== 'Binding',
  );
  return environment === null ? facts : [environment, ...facts];
}

/**
 * `host:port:database:user:password`, with `\:` for a colon inside.
 * @see https://www.postgresql.org/docs/current/libpq-pgpass.html
 */
const passwordLine =
  /^(?!#)((?:\\.|[^:\\\r\n]){1,400}):((?:\\.|[^:\\\r\n]){1,10}):((?:\\.|[^:\\\r\n]){1,200}):((?:\\.|[^:\\\r\n]){1,200}):([^\r\n]{1,1000})/gm;

function passwordLines({ file, text }: SourceText): readonly Login[] {
  return [...text.matchAll(passwordLine)].slice(0, 200).map((match) => {
    const [whole, host = '', port = '', database = '', user = '', password = ''] = match;
    const end = match.index + whole.length;
    const secretStart = end - password.length - 1;
    return {
      scheme: 'postgres',
      host: unescaped(host),
      port: unescaped(port),
      database: unescaped(database),
      user: unescaped(user),
      password: unescaped(password),
      name: text.slice(match.index, secretStart),
      nameAt: { file, start: match.index, end: secretStart },
      at: { file, start: match.index, end },
      environment: null,
    };
  });
}

function unescaped(part: string): string {
  return part.replace(/\\(.)/g, '$1');
}

/**
 * Sections of `pg_service.conf` and of MySQL option files; only those that name a host lead somewhere.
 * @see https://www.postgresql.org/docs/current/libpq-pgservice.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/option-files.html
 */
function serviceSections(document: SourceText): readonly Login[] {
  const scheme = /pg_service\.conf$/.test(document.file) ? 'postgres' : 'mysql';
  return iniSections(document).flatMap((section) => {
    // What a server reads about itself is no login.
    if (scheme === 'mysql' && /^mysqld|^server$|^mariadbd/.test(section.name)) return [];
    const password = iniValue(section, 'password');
    if (password === undefined || section.name === '') return [];
    const value = (name: string): string => iniValue(section, name)?.value.text ?? '';
    return [
      {
        scheme,
        host: value('host') === '' ? value('hostaddr') : value('host'),
        port: value('port'),
        database: value(scheme === 'postgres' ? 'dbname' : 'database'),
        user: value('user'),
        password: password.value.text,
        name: section.name,
        nameAt: section.at,
        at: { ...section.at, end: password.value.at.end },
        environment: environmentOf(section, document),
      },
    ];
  });
}

function environmentOf(section: IniSection, document: SourceText): Environment {
  return partEnvironment({
    file: document.file,
    what: 'section',
    name: section.name,
    at: section.at,
    collector: 'database-login-files',
  });
}
