import type { DataNode, Document } from '../../model/document.ts';
import { entityKey, type Fact, type Principal } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { readStatements } from '../../recognize/policy/aws-statement.ts';
import { field, policyTree } from '../../recognize/policy/policy-document.ts';
import { managedPolicy, managedPolicyName } from './managed-policies.ts';
import { type Grant, grantsOf, type Holder } from './policy-grants.ts';
import { noTrust, principalTraits } from './principal-traits.ts';
import type { Attachment } from './resources/attached-policies.ts';
import { type Trust, trustOf } from './resources/trust.ts';

/** Policy files by their path. */
type Policies = ReadonlyMap<FilePath, DataNode>;

/** Whoever scripts give policies to, and the policies that no script gives to anybody. */
export const collect: Collect = (unit) => {
  const policies = policiesOf(unit.documents);
  const used = new Set<FilePath>();
  const holders = new Map<string, Seen>();
  for (const document of unit.documents) {
    if (document.shape !== 'shell') continue;
    const grants = grantsOf(document);
    const reads = (text: string): DataNode | undefined => {
      const file = fileOf(text, document.file, policies);
      if (file !== undefined) used.add(file);
      return file === undefined ? policyTree(inline(text, document.file)) : policies.get(file);
    };
    for (const grant of grants) note(grant, grants, reads, holders);
  }
  const open = [...policies].filter(([file]) => !used.has(file));
  return [
    ...[...holders.values()].flatMap(holderFacts),
    ...open.flatMap(([file, tree]) => openFacts(file, tree)),
  ];
};

/** Documents with statements at the top, as IAM takes them. */
function policiesOf(documents: readonly Document[]): Policies {
  const found = new Map<FilePath, DataNode>();
  for (const document of documents) {
    if (document.shape !== 'data') continue;
    const [root] = document.roots;
    const statement = field(root, 'statement');
    const first = statement?.type === 'list' ? statement.items[0] : statement;
    if (root !== undefined && field(first, 'effect') !== undefined) found.set(document.file, root);
  }
  return found;
}

/** What scripts say of one holder. */
interface Seen {
  readonly holder: Holder;
  readonly script: FilePath;
  readonly attachments: Attachment[];
  trust: Trust;
}

function note(
  grant: Grant,
  all: readonly Grant[],
  reads: (document: string) => DataNode | undefined,
  holders: Map<string, Seen>,
): void {
  switch (grant.says) {
    case 'policy':
      // It counts where it is attached.
      reads(grant.document);
      return;
    case 'inline':
    case 'attached': {
      const { holder, at } = grant;
      const key = `${at.file}\n${holder.kind}\n${holder.name}`;
      const trusts = all.flatMap((one) =>
        one.says === 'trust' && isSame(one.holder, holder) ? [reads(one.document)] : [],
      );
      const hasKeys = all.some((one) => one.says === 'key' && isSame(one.holder, holder));
      const known = holders.get(key) ?? {
        holder,
        script: at.file,
        attachments: [],
        trust: trustIn(holder, trusts[0], hasKeys),
      };
      holders.set(key, known);
      known.attachments.push(attachmentOf(grant, all, reads));
    }
  }
}

function isSame(one: Holder, other: Holder): boolean {
  return one.kind === other.kind && one.name === other.name;
}

function trustIn({ kind }: Holder, tree: DataNode | undefined, hasKeys: boolean): Trust {
  if (kind === 'role') return trustOf(tree);
  return hasKeys ? { ...noTrust, usedBy: 'program' } : noTrust;
}

function attachmentOf(
  grant: Extract<Grant, { readonly says: 'inline' | 'attached' }>,
  all: readonly Grant[],
  reads: (document: string) => DataNode | undefined,
): Attachment {
  const { at } = grant;
  const managed = grant.says === 'attached' ? managedPolicyName(grant.policy) : null;
  if (managed !== null) return { reading: managedPolicy(managed, at), at, isUnseen: false };
  const tree =
    grant.says === 'inline' ? reads(grant.document) : createdAs(grant.policy, all, reads);
  return { reading: readStatements(tree), at, isUnseen: tree === undefined };
}

/** The policy that the same script makes under the name that an ARN ends with. */
function createdAs(
  arn: string,
  all: readonly Grant[],
  reads: (document: string) => DataNode | undefined,
): DataNode | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const made = all.find((one) => one.says === 'policy' && one.name === name);
  return made?.says === 'policy' ? reads(made.document) : undefined;
}

/** The file behind `file://…`: below the script, below the root, or the only one whose path ends so. */
function fileOf(text: string, script: FilePath, policies: Policies): FilePath | undefined {
  const path = /^fileb?:\/\/(.+)$/.exec(text)?.[1];
  if (path === undefined) return undefined;
  // `$SCRIPT_DIR/policy.json`: what stands behind the last thing that only a run can tell.
  const known = path.replace(/^.*[$`)}][A-Za-z_]*\}?\/?/, '').replace(/^(?:\.{1,2}\/)+/, '');
  if (known === '') return undefined;
  const folder = folderOf(script);
  const beside = `${folder}${folder === '' ? '' : '/'}${known}`;
  const files = [...policies.keys()];
  const exact = files.find((file) => file === beside) ?? files.find((file) => file === known);
  if (exact !== undefined) return exact;
  const [only, ...others] = files.filter((file) => file.endsWith(`/${known}`));
  return others.length === 0 ? only : undefined;
}

/** A policy in the command line itself. */
function inline(text: string, file: FilePath): DataNode {
  const at = { file, start: 0, end: 0 };
  return { type: 'scalar', value: text, text, map: [[0, 0]], at };
}

function holderFacts({ holder, script, attachments, trust }: Seen): readonly Fact[] {
  const [first] = attachments;
  if (first === undefined) return [];
  const title = `IAM ${holder.kind}`;
  const { at } = first;
  const traits = principalTraits({ title, attachments, boundary: null, trust, at });
  const fact = principal(`${script}#${holder.kind}/${holder.name}`, holder.name, 'high', traits);
  // A second sight of the same one adds the command that gives it.
  return at.file === fact.at.file ? [fact] : [fact, { ...fact, at, implied: true }];
}

/** Who has it is not known, and so neither is whether anything asks first. */
function openFacts(file: FilePath, tree: DataNode): readonly Fact[] {
  const statement = field(tree, 'statement');
  const nodes = statement?.type === 'list' ? statement.items : [statement];
  // With a principal of its own it belongs to a bucket, a key or a role.
  if (nodes.some((node) => field(node, 'principal', 'notprincipal') !== undefined)) return [];
  const attachment = { reading: readStatements(tree), at: tree.at, isUnseen: false };
  const traits = principalTraits({
    title: 'IAM policy whose holder does not show',
    attachments: [attachment],
    boundary: null,
    trust: noTrust,
    at: tree.at,
  });
  const confirms: Principal['confirms'] = unknown('external', traits.grantedAt);
  return [principal(file, baseName(file), 'medium', { ...traits, confirms })];
}

function principal(
  id: string,
  name: string,
  confidence: Principal['confidence'],
  { grantedAt, ...traits }: ReturnType<typeof principalTraits>,
): Principal {
  return {
    kind: 'Principal',
    key: entityKey(`aws-policy-files:${id}`),
    aliases: [],
    name,
    at: grantedAt,
    collector: 'aws-policy-files',
    implied: false,
    confidence,
    provider: 'aws',
    ...traits,
  };
}
