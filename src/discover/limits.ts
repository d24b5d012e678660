const KIB = 1024;
const MIB = 1024 * KIB;

/** Files listed per scan; what lies beyond is reported as an incomplete scan. */
export const MAX_FILES = 50_000;
/** Bytes of one file; larger ones are data, not configuration. */
export const MAX_FILE_BYTES = MIB;
/** Bytes of one Terraform state file: they hold every resource of a stack and are generated. */
const MAX_STATE_BYTES = 20 * MIB;

/** Largest size in bytes at which this file is read. */
export function sizeLimit(file: string): number {
  return /\.tfstate(?:\.[^/]*)?$/.test(file) ? MAX_STATE_BYTES : MAX_FILE_BYTES;
}
