import type { ResourceSpec } from '../../model/resource.ts';
import { principals } from './resources/principals.ts';

/** What the types of Azure mean. */
export const resources: readonly ResourceSpec[] = [...principals];
