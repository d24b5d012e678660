import type { ErrorObject } from 'ajv/dist/2020.js';
import type { DataNode } from '../model/document.ts';
import type { SourceRange } from '../model/source.ts';
import { nearestName } from '../triage/nearest-name.ts';
import { rangeOfKey, rangeOfPointer } from './plain-data.ts';

export interface ExplainedError {
  readonly range: SourceRange;
  /** A sentence; names keys, never values, which may be secret. */
  readonly message: string;
  readonly hint: string;
}

/** Says what a schema error means, where it stands and what is allowed there. */
export function explainError(error: ErrorObject, root: DataNode): ExplainedError {
  const range = rangeOfPointer(root, error.instancePath);
  const where = pathText(error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, root);
    case 'required': {
      const name = `${textParam(error, 'missingProperty')}`;
      return { range, message: `${where} lacks "${name}".`, hint: `Add "${name}".` };
    }
    case 'enum':
      return {
        range,
        message: `${where} has a value that is not allowed.`,
        hint: `Allowed: ${listParam(error, 'allowedValues').join(', ')}.`,
      };
    case 'type':
      return {
        range,
        message: `${where} must be ${typeWords[textParam(error, 'type')] ?? 'of another type'}.`,
        hint: typeHints[textParam(error, 'type')] ?? 'Change its value.',
      };
    case 'pattern':
      return {
        range,
        message: `${where} does not have the form it must have.`,
        hint: error.instancePath.endsWith('/until')
          ? 'Write a day such as 2027-01-31.'
          : 'Copy the 32 hex digits from the JSON report.',
      };
    default:
      return {
        range,
        message: `${where} must not be empty.`,
        hint: 'Give it a value, or remove it.',
      };
  }
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map of keys',
  string: 'text',
  boolean: 'true or false',
};

const typeHints: Readonly<Record<string, string>> = {
  array: 'Write one "- …" line per entry.',
  object: 'Write "key: value" lines.',
  string: 'Put it in quotes.',
  boolean: 'Write true or false, without quotes.',
};

function unknownKey(error: ErrorObject, root: DataNode): ExplainedError {
  const key = textParam(error, 'additionalProperty');
  const allowed = Object.keys(asRecord(asRecord(error.parentSchema)['properties']));
  const near = nearestName(key, allowed);
  const list = `Allowed: ${allowed.join(', ')}.`;
  return {
    range: rangeOfKey(root, error.instancePath, key),
    message: `Unknown key "${key.slice(0, 80)}".`,
    hint: near === undefined ? list : `Did you mean "${near}"? ${list}`,
  };
}

/** `/suppressions/0/until` as people write it: `suppressions[0].until`. */
function pathText(pointer: string): string {
  const text = pointer
    .split('/')
    .slice(1)
    .map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'The file' : `"${text}"`;
}

function textParam(error: ErrorObject, name: string): string {
  return String(asRecord(error.params)[name] ?? '');
}

function listParam(error: ErrorObject, name: string): readonly string[] {
  const value = asRecord(error.params)[name];
  return Array.isArray(value) ? value.map(String) : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
