import type { Fact, Principal } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { identity, placedIn } from './resource-facts.ts';

/** Who a resource lets in, and what it lets them do. */
export type PrincipalTraits = Pick<
  Principal,
  'title' | 'scope' | 'actions' | 'deletes' | 'confirms' | 'narrower'
> &
  Partial<Pick<Principal, 'aliases' | 'usedBy' | 'hasLastingKeys' | 'name' | 'key'>> & {
    /** Where it is granted what it may do: that is what a reader has to change. */
    readonly grantedAt: SourceRange;
  };

/** A principal that a resource declares, placed in its stack, account and region. Its key is the resource's unless another is given. */
export function principalFacts(
  resource: Resource,
  provider: string,
  { grantedAt, ...traits }: PrincipalTraits,
): readonly Fact[] {
  const principal: Principal = {
    kind: 'Principal',
    ...identity(resource, resource.key, resource.name, grantedAt),
    provider,
    ...traits,
  };
  const isElsewhere = grantedAt.file !== resource.at.file || grantedAt.start !== resource.at.start;
  return [
    principal,
    // A second sight of the same one adds the place of its declaration.
    ...(isElsewhere ? [{ ...principal, at: resource.at, implied: true }] : []),
    ...placedIn(resource, principal.key, provider),
  ];
}
