import { baseOf } from '../../recognize/container/container-facts.ts';

/** Id of this collector. */
export const id = 'compose';

/** What every entity of this collector starts from. */
export const base = baseOf(id);
