import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { declaredStore, placedIn, projectDomain, resourceKinds } from './project-stores.ts';

/** Python: `postgres("db")`. Go: `railway.Postgres("db")`, `railway.ProjectNamed("shop")`. */
const call =
  /\b(?:railway\.(Project|Postgres|Mysql|MySQL|Redis|Mongo|Volume|Bucket)(?:Named)?|(?<!\.)(project|postgres|mysql|redis|mongo|volume|bucket))\(\s*(["'])([^"'\n]{1,80})\3/g;

/** Stores that a program in Python or Go names, in their project. Which environment has them, its text does not say. */
export const collect: Collect = (unit) => unit.documents.flatMap(projectFacts);

function projectFacts(document: Document): readonly Fact[] {
  const { file } = document;
  const origin = { collector: 'railway-project-text', provider: 'railway', file };
  const isGo = file.endsWith('.go');
  const calls = [...withoutComments(document.text).matchAll(call)]
    .map((match) => ({
      // A helper of a Go program may be called what Python calls the library's.
      name: match[1]?.toLowerCase() ?? (isGo ? '' : (match[2] ?? '')),
      given: match[4] ?? '',
      at: { file, start: match.index, end: match.index + match[0].length } satisfies SourceRange,
    }))
    .slice(0, 200);
  const named = calls.find(({ name }) => name === 'project');
  if (named === undefined) return [];
  const project = projectDomain(origin, named.given, named.at);
  const stores = calls.flatMap(({ name, given, at }) => {
    const kind = resourceKinds[name];
    if (kind === undefined || kind === 'service') return [];
    const engine = kind === 'database' ? name : null;
    return [declaredStore(origin, { kind, engine, name: given, at, environment: null })];
  });
  return [project, ...stores.flatMap((store) => placedIn(store, project))];
}

/** The text with comments blanked, so that offsets stay. */
function withoutComments(text: string): string {
  return text.replace(/"""[\s\S]*?"""|(?<![:"'])\/\/[^\n]*|^[ \t]*#[^\n]*/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}
