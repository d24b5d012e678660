import type { Action, Confidence, Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { connectionScheme } from './connection-scheme.ts';
import type { ConnectionUrl } from './connection-url.ts';
import { credentialKey } from './credential.ts';
import { actionsOfUser } from './database-user.ts';
import { purposeOf } from './purpose.ts';
import { maskSecret, secretForm } from './secret-value.ts';
import type { Variable } from './variable-scope.ts';

/** What a login takes over from what it opens. */
export interface Opened {
  readonly provider: string | null;
  readonly confidence: Confidence;
  /** It may be lost, and made again. */
  readonly isDisposable: boolean;
}

/** The login that an address carries; `null` where it carries no password, or one that opens nothing of value. */
export function loginOf(
  url: ConnectionUrl,
  variable: Variable,
  opened: Opened,
  at: SourceRange,
  knowledge: Knowledge,
): Credential | null {
  const { password, user } = url;
  if (password === null || secretForm(password) !== 'literal') return null;
  // The password of a database that may be lost opens nothing of value.
  if (opened.isDisposable) return null;
  const actions = actionsOf(url);
  const title = connectionScheme(url.scheme)?.title ?? url.scheme;
  return {
    kind: 'Credential',
    key: credentialKey(variable.document, variable.name, variable.keyAt.start),
    aliases: [],
    name: variable.name,
    at,
    collector: variable.collector,
    implied: false,
    confidence: opened.confidence,
    provider: opened.provider,
    product: 'database-login',
    title: user === null || user === '' ? `${title} login` : `${title} login "${user}"`,
    form: 'literal',
    scope: written('resource', at),
    actions: actionsValue(actions, at),
    plane: 'data',
    preview: maskSecret(password),
    digest: knowledge.digest(password),
    decidedBy: 'claims',
    purpose: purposeOf({
      comment: variable.comment,
      name: variable.name,
      file: variable.document.file,
    }),
    narrower: narrowerThan(actions),
  };
}

/** What the user of an address may do, as far as its name says. */
export function actionsOf(url: ConnectionUrl): readonly Action[] | null {
  return actionsOfUser(url.scheme, url.user);
}

function actionsValue(
  actions: readonly Action[] | null,
  at: SourceRange,
): Value<readonly Action[]> {
  return actions === null ? unknown('external', at) : written(actions, at);
}

function narrowerThan(actions: readonly Action[] | null): string | null {
  if (actions === null) return null;
  return actions.includes('admin')
    ? 'Use a role that owns no tables and may only do what the application needs'
    : null;
}
