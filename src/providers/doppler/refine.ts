import type { Refinement } from '../../model/knowledge.ts';

/** The prefix tells what made it. */
export function refinePersonalToken(value: string): Refinement | null {
  return {
    title: value.startsWith('dp.ct.') ? 'Doppler CLI token' : 'Doppler personal token',
  };
}

/** Newer ones name their config. */
export function refineServiceToken(value: string): Refinement | null {
  const config = /^dp\.st\.([a-z0-9_-]{2,35})\.[A-Za-z0-9]{40,44}$/.exec(value)?.[1];
  return config === undefined ? null : { title: `Doppler token of the config ${config}` };
}

/** The prefix tells what it is for. */
export function refineDirectoryToken(value: string): Refinement | null {
  return value.startsWith('dp.audit.')
    ? { title: 'Doppler audit token', actions: ['read'] }
    : { title: 'Doppler SCIM token' };
}
