import type {
  Action,
  Credential,
  Environment,
  Fact,
  FailureDomain,
  Relation,
} from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { credentialKey, type SourceText } from '../../recognize/credential/credential.ts';
import { purposeOf } from '../../recognize/credential/purpose.ts';
import { holds } from '../../recognize/credential/variable-scope.ts';
import { type IniPair, type IniSection, iniValue } from '../../recognize/ini-sections.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';

/** Role name, account and where the profile says so. */
interface Role {
  readonly name: string;
  readonly account: string | null;
  /** The pair that names it. */
  readonly pair: IniPair;
}

/** The role a profile signs in to, the edge from the profile, and the account it stands in. */
export function roleFacts(
  section: IniSection,
  environment: Environment,
  document: SourceText,
  knowledge: Knowledge,
): readonly Fact[] {
  const role = roleOf(section);
  if (role === null) return [];
  // From the heading on, because the profile's name is what one types to use the role.
  const at = { ...section.at, end: role.pair.value.at.end };
  const credential = roleCredential(role, environment, document, at, knowledge);
  return [
    credential,
    holds(environment.key, credential.key, role.pair.name, at),
    ...(role.account === null ? [] : accountFacts(role.account, environment, role.pair.value.at)),
  ];
}

const arn =
  /^arn:aws[a-z-]{0,12}:(?:iam|sts)::(\d{12}):(?:role|assumed-role)\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]{1,64})$/;

function roleOf(section: IniSection): Role | null {
  const assumed = iniValue(section, 'role_arn');
  const match = arn.exec(assumed?.value.text.trim() ?? '');
  if (assumed !== undefined && match !== null) {
    return { name: match[2] ?? '', account: match[1] ?? null, pair: assumed };
  }
  const signedIn = iniValue(section, 'sso_role_name');
  const name = signedIn?.value.text.trim() ?? '';
  if (signedIn === undefined || !/^[\w+=,.@-]{1,64}$/.test(name)) return null;
  const account = iniValue(section, 'sso_account_id')?.value.text.trim() ?? '';
  return { name, account: /^\d{12}$/.test(account) ? account : null, pair: signedIn };
}

/**
 * Names that roles with every right have, by custom or because AWS made them.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
 */
const wideNames =
  /admin(?:istrat(?:or|ion))?(?:access)?s?$|^admin|power[_-]?user|^organizationaccountaccessrole$|^awscontroltowerexecution$|full[_-]?access$|^root$|^superuser$/;
const narrowWords = new Set([
  'readonly',
  'viewonly',
  'viewer',
  'reader',
  'audit',
  'auditor',
  'billing',
]);

function roleCredential(
  role: Role,
  environment: Environment,
  document: SourceText,
  at: SourceRange,
  knowledge: Knowledge,
): Credential {
  const actions = actionsOf(role.name);
  const isWide = actions?.includes('admin') === true;
  const narrower = knowledge.credentialByName('AWS_ACCESS_KEY_ID')?.spec.narrower ?? null;
  return {
    kind: 'Credential',
    key: credentialKey(document, role.pair.name, role.pair.nameAt.start),
    aliases: [],
    name: environment.name.replace(/^AWS (profile "[^"]*") in .*$/, '$1'),
    at,
    collector: 'aws-profiles',
    implied: false,
    confidence: 'medium',
    provider: 'aws',
    product: 'role',
    title: `AWS role ${role.name}`,
    // Whoever works on the machine signs in as that role; a narrow or unknown one is only named.
    form: isWide ? 'file' : 'reference',
    scope: isWide ? written('account', role.pair.value.at) : unknown('external', at),
    actions: actions === null ? unknown('external', at) : written(actions, role.pair.value.at),
    plane: 'control',
    ...(role.account === null ? {} : { belongsTo: role.account }),
    preview: role.name,
    digest: null,
    decidedBy: 'name',
    purpose: purposeOf({ comment: null, name: environment.name, file: '' }),
    narrower: isWide ? narrower : null,
  };
}

/** What a role of this name may do, as far as a name tells. */
function actionsOf(name: string): readonly Action[] | null {
  const words = nameTokens(name);
  if (words.some((word) => narrowWords.has(word)) || /read[_-]?only|view[_-]?only/i.test(name)) {
    return ['read'];
  }
  const plain = name
    .toLowerCase()
    .replace(/^awsreservedsso_/, '')
    .replace(/_[0-9a-f]{16}$/, '');
  const isWide =
    wideNames.test(plain) || words.includes('admin') || words.includes('administrator');
  return isWide ? ['read', 'write', 'delete', 'admin'] : null;
}

function accountFacts(
  account: string,
  environment: Environment,
  at: SourceRange,
): readonly (FailureDomain | Relation)[] {
  const domain: FailureDomain = {
    kind: 'FailureDomain',
    key: entityKey(`aws:account/${account}`),
    aliases: [],
    name: `AWS account ${account}`,
    at,
    collector: 'aws-profiles',
    implied: false,
    confidence: 'high',
    level: 'account',
  };
  const inside: Relation = {
    kind: 'Relation',
    rel: 'in',
    from: environment.key,
    to: domain.key,
    actions: [],
    because: `its role stands in account ${account}`,
    at,
    confidence: 'high',
  };
  return [domain, inside];
}
