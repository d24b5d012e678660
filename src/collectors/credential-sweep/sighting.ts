import type { CredentialKind } from '../../recognize/credential/credential.ts';

/** A credential seen in text. */
export interface Sighting {
  readonly name: string;
  readonly kind: CredentialKind;
  /** `null` for a reference. */
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
}

/** Per file and notation; a file that holds more is generated, and says nothing new after these. */
export const maxSightings = 500;
