/**
 * `snake_case` of a setting's name as templates and programs write it: `DBInstanceIdentifier` is `db_instance_identifier`, `KMSKeyId` is
 * `kms_key_id`, `TargetARNs` is `target_arns`.
 */
export function settingName(name: string): string {
  return (
    name
      // The plural of an abbreviation is one word with it.
      .replace(/([A-Z]{2,40})s(?=[A-Z\d]|$)/g, (_, letters: string) => `${letters}S`)
      .replace(/([a-z\d])([A-Z])/g, '$1_$2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
      .replace(/[^A-Za-z\d]{1,40}/g, '_')
      .toLowerCase()
  );
}
