import type { DataNode } from '../../../model/document.ts';
import { entityKey } from '../../../model/fact.ts';
import type { Place, Placement, Resource } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';

/** Region and account of `arn:aws:backup:eu-west-1:123456789012:backup-vault:name`; empty where a service's names are global. */
const arn = /^arn:[a-z-]{1,20}:[a-z0-9-]{1,40}:([a-z0-9-]{0,30}):(\d{12})?:/;

/** Where something is that is named by a resource of the stack or by its ARN; `undefined` where that cannot be told. */
export function placementOf(
  from: Resource,
  node: DataNode | undefined,
): { readonly placement: Placement; readonly resource: Resource | undefined } | undefined {
  const resource = from.stack.target(node);
  if (resource !== undefined) return { placement: resource.placement, resource };
  if (node?.type !== 'scalar') return undefined;
  const [, region = '', account] = arn.exec(node.text) ?? [];
  if (account === undefined) return undefined;
  return {
    resource: undefined,
    placement: {
      account: accountPlace(account, node.at),
      region:
        region === ''
          ? { ...from.placement.region, name: 'a region that is not named', isKnown: false }
          : { key: entityKey(`aws:region/${region}`), name: region, at: node.at, isKnown: true },
    },
  };
}

/** An account by its number. */
export function accountPlace(id: string, at: SourceRange): Place {
  return { key: entityKey(`aws:account/${id}`), name: `account ${id}`, at, isKnown: true };
}
