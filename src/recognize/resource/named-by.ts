import { items } from '../../model/document.ts';
import type { Resource } from '../../model/resource.ts';

/** Resources of the same stack of some types that name this one in a setting: the versioning of a bucket, the lock of a vault. */
export function namedBy(
  resource: Resource,
  types: readonly string[],
  setting: string,
): readonly Resource[] {
  return resource.stack.resources.filter(
    (other) =>
      types.includes(other.type) &&
      other.settings.entries.some(
        ({ key, value }) =>
          key === setting &&
          (other.stack.target(value)?.key === resource.key ||
            items(value).some((item) => other.stack.target(item)?.key === resource.key)),
      ),
  );
}
