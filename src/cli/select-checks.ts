import { UsageError } from '../model/errors.ts';
import { checks } from '../registry.generated.ts';
import { nearestName } from '../triage/nearest-name.ts';

/** Current id of a check named by id or former id, `undefined` when there is none. */
export function checkId(name: string): string | undefined {
  return checks.find(({ check }) => check.id === name || check.aliases?.includes(name))?.check.id;
}

/** Current ids of the checks a flag names. Throws a UsageError for a name that no check has. */
export function checkIds(flag: string, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const id = checkId(name);
    if (id === undefined) throw unknownCheck(name, `--${flag}: there is no check "${name}".`);
    return id;
  });
}

/** The failure for a name that no check has, with the nearest one. */
export function unknownCheck(name: string, message: string): UsageError {
  const near = nearestName(
    name,
    checks.map(({ check }) => check.id),
  );
  const hint = near === undefined ? 'riskscan checks lists them.' : `Did you mean "${near}"?`;
  return new UsageError(message, hint);
}
