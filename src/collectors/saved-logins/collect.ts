import type { Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { type SiteLogin, siteLogin } from '../../recognize/credential/site-login.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** One credential per host a login is saved for. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    const saved = /netrc$/.test(baseName(document.file))
      ? netrcLogins(document)
      : gitLogins(document);
    return saved.flatMap((login) => factOf(login, document, knowledge));
  });

type Saved = Pick<SiteLogin, 'host' | 'user' | 'secret' | 'nameStart' | 'at'>;

function factOf(saved: Saved, document: SourceText, knowledge: Knowledge): readonly Credential[] {
  const fact = siteLogin(
    { ...saved, name: saved.host, document, collector: 'saved-logins', plane: 'control' },
    knowledge,
  );
  return fact === null ? [] : [fact];
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a netrc file, without comments and without macros, which end with an empty line. */
function wordsOf(text: string): readonly Word[] {
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  const plain = text
    .replace(/^[ \t]*#.*$/gm, blank)
    .replace(/^[ \t]*macdef[^\n]*\n(?:[^\n]*\S[^\n]*\n?)*/gm, blank);
  return [...plain.matchAll(/"([^"\n]{0,4096})"|\S{1,4096}/g)].map((match) => ({
    text: match[1] ?? match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * `machine HOST login USER password SECRET`, on one line or several.
 * @see https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
 */
function netrcLogins({ file, text }: SourceText): readonly Saved[] {
  const words = wordsOf(text);
  const found: Saved[] = [];
  let host: Word | null = null;
  let user: string | null = null;
  for (let position = 0; position < words.length; position += 1) {
    // What follows is for every other host, and names none.
    if (words[position]?.text === 'default') host = null;
    const next = words[position + 1];
    if (next === undefined) break;
    switch (words[position]?.text) {
      case 'machine':
        host = next;
        user = null;
        break;
      case 'login':
        user = next.text;
        break;
      case 'password':
        if (host === null) break;
        found.push({
          host: host.text.toLowerCase(),
          user,
          secret: next.text,
          nameStart: host.start,
          at: { file, start: host.start, end: next.end },
        });
        break;
      default:
        continue;
    }
    position += 1;
  }
  return found;
}

/** `https://user:token@host`, one per line. @see https://git-scm.com/docs/git-credential-store */
const gitLine = /^(https?:\/\/)([^:@\s/]{0,200}):([^@\s]{1,4096})@([^/\s:]{1,253})[^\r\n]*/gm;

function gitLogins({ file, text }: SourceText): readonly Saved[] {
  return [...text.matchAll(gitLine)].map((match) => {
    const [whole, scheme = '', user = '', secret = '', host = ''] = match;
    const nameStart = match.index + scheme.length + user.length + secret.length + 2;
    return {
      host: host.toLowerCase(),
      user: unescaped(user),
      secret: unescaped(secret),
      nameStart,
      at: { file, start: match.index, end: match.index + whole.length },
    };
  });
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign stands for itself.
    return text;
  }
}
