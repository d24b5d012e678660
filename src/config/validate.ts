import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from './config.schema.json' with { type: 'json' };

/** Errors of plain data against the configuration's schema, none when it holds. */
export function schemaErrors(data: unknown): readonly ErrorObject[] {
  const validate = new Ajv2020({ allErrors: true, verbose: true }).compile(schema);
  return validate(data) ? [] : (validate.errors ?? []);
}
