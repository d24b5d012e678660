import type { ShellDocument, ShellWord } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { programWords } from '../../recognize/command/command-line.ts';

export type HolderKind = 'user' | 'group' | 'role';

/** Somebody whom a script of the tree makes or gives rights to. */
export interface Holder {
  readonly kind: HolderKind;
  /** As the script writes it, which may be a variable. */
  readonly name: string;
}

/** What one command of the AWS CLI says about who may do what. */
export type Grant =
  | {
      readonly says: 'inline';
      readonly holder: Holder;
      readonly document: string;
      readonly at: SourceRange;
    }
  | {
      readonly says: 'attached';
      readonly holder: Holder;
      readonly policy: string;
      readonly at: SourceRange;
    }
  | { readonly says: 'policy'; readonly name: string; readonly document: string }
  | { readonly says: 'trust'; readonly holder: Holder; readonly document: string }
  | { readonly says: 'key'; readonly holder: Holder };

const kinds: readonly HolderKind[] = ['user', 'group', 'role'];
const maxGrants = 200;

/**
 * Grants that a script makes, in its order.
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/ (read 2026-11-21)
 */
export function grantsOf(script: ShellDocument): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { words } of script.commands) {
    const own = programWords(words);
    if (own[0]?.text !== 'aws' || !own.some(({ text }) => text === 'iam')) continue;
    const grant = grantOf(own, script.file);
    if (grant !== null) grants.push(grant);
    if (grants.length >= maxGrants) break;
  }
  return grants;
}

function grantOf(words: readonly ShellWord[], file: FilePath): Grant | null {
  const [first] = words;
  const last = words.at(-1);
  const operation = words[words.findIndex(({ text }) => text === 'iam') + 1]?.text ?? '';
  const document = flagValue(words, '--policy-document');
  if (first === undefined || last === undefined) return null;
  if (operation === 'create-policy') {
    const name = flagValue(words, '--policy-name');
    return name === null || document === null ? null : { says: 'policy', name, document };
  }
  const kind = kinds.find((one) => operation.split('-').includes(one));
  const name = kind === undefined ? null : flagValue(words, `--${kind}-name`);
  if (kind === undefined || name === null) {
    const user = operation === 'create-access-key' ? flagValue(words, '--user-name') : null;
    return user === null ? null : { says: 'key', holder: { kind: 'user', name: user } };
  }
  const holder: Holder = { kind, name };
  const at = { file, start: first.at.start, end: last.at.end };
  switch (operation) {
    case `put-${kind}-policy`:
      return document === null ? null : { says: 'inline', holder, document, at };
    case `attach-${kind}-policy`: {
      const policy = flagValue(words, '--policy-arn');
      return policy === null ? null : { says: 'attached', holder, policy, at };
    }
    case 'create-role': {
      const trust = flagValue(words, '--assume-role-policy-document');
      return trust === null ? null : { says: 'trust', holder, document: trust };
    }
    default:
      return null;
  }
}

/** The value of a flag as it is written, without quotes. */
function flagValue(words: readonly ShellWord[], flag: string): string | null {
  for (const [position, word] of words.entries()) {
    const glued = word.raw.startsWith(`${flag}=`);
    if (!glued && word.raw !== flag) continue;
    const value = glued ? word : words[position + 1];
    const text = value?.text ?? value?.raw.replace(/["']/g, '') ?? '';
    const plain = glued ? text.slice(flag.length + 1) : text;
    return plain === '' ? null : plain;
  }
  return null;
}
