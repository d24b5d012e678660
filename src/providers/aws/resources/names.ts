import { type EntityKey, entityKey } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';

/** The ARN of what a resource is, where its account, its region and its name are written: nothing else in the world has it. */
export function arnAliases(
  resource: Resource,
  service: string,
  kind: string,
  path: string,
): readonly EntityKey[] {
  const name = literal(resource, path);
  const account = knownPlace(resource, 'account');
  const region = knownPlace(resource, 'region');
  if (name === undefined || account === undefined || region === undefined) return [];
  return [entityKey(`arn:aws:${service}:${region}:${account}:${kind}${name}`)];
}

function knownPlace(resource: Resource, level: 'account' | 'region'): string | undefined {
  const place = resource.placement[level];
  return place.isKnown ? place.key.split('/').at(-1) : undefined;
}
