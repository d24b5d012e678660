import type { Fact } from '../../../model/fact.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, type Value } from '../../../model/value.ts';
import { derived, inverted, isWritten } from '../../../recognize/resource/derived-settings.ts';
import { type Default, numberOf, switchOf, textOf } from '../../../recognize/resource/settings.ts';

const checkedOn = '2026-11-21';

/** Page of the Terraform provider that describes a type: `db_instance`. */
export function terraformPage(type: string): string {
  return `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${type}`;
}

/** What AWS types mean, with the page of the first of them. */
export function awsSpec(
  types: readonly string[],
  facts: (resource: Resource, knowledge: Knowledge) => readonly Fact[],
  renamed: Readonly<Record<string, string>> = {},
): ResourceSpec {
  const source = terraformPage((types[0] ?? '').replace(/^aws_/, ''));
  return { types, renamed, facts, source, checkedOn };
}

/** A setting that AWS has off unless somebody switches it on. */
export function offUnlessWritten(resource: Resource, path: string): Value<boolean> {
  return switchOf(resource, path, { value: false, source: pageOf(resource) });
}

/** A setting that AWS has on unless somebody switches it off. */
export function onUnlessWritten(resource: Resource, path: string): Value<boolean> {
  return switchOf(resource, path, { value: true, source: pageOf(resource) });
}

/** A number with the vendor's default; `null` where that is not stated. */
export function numberWith(
  resource: Resource,
  path: string,
  fallback: number | null,
): Value<number> {
  return numberOf(resource, path, defaultOf(resource, fallback));
}

/** A text with the vendor's default; `null` where that is not stated. */
export function textWith(resource: Resource, path: string, fallback: string | null): Value<string> {
  return textOf(resource, path, defaultOf(resource, fallback));
}

/** The page that describes a resource in its own dialect. */
export function pageOf(resource: Resource): string {
  if (!isTemplate(resource)) return terraformPage(resource.type.replace(/^aws_/, ''));
  const name = resource.type.split('::').slice(1).join('-').toLowerCase();
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${name}.html`;
}

/** CloudFormation declares it, or a program that writes such templates. */
export function isTemplate(resource: Resource): boolean {
  return resource.type.startsWith('AWS::');
}

const policies =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html';

/** Whether a snapshot is made when it is deleted. Templates say it by the policy on deletion, which `unsaid` stands for where there is none. */
export function finalSnapshot(resource: Resource, unsaid: 'snapshot' | 'delete'): Value<boolean> {
  if (!isTemplate(resource) || isWritten(resource, 'skip_final_snapshot')) {
    const copied = inverted(offUnlessWritten(resource, 'skip_final_snapshot'));
    // What stands where the resource does is what holds when its template is silent.
    const isSaid = copied.state !== 'set' || copied.at.start !== resource.at.start;
    return isSaid ? copied : byDefault(copied.value, copied.at, policies);
  }
  const policy = textOf(resource, 'deletion_policy', { value: unsaid, source: policies });
  return derived(policy, (text) => text.toLowerCase() !== 'delete');
}

function defaultOf<T>(resource: Resource, value: T | null): Default<T> | null {
  return value === null ? null : { value, source: pageOf(resource) };
}
