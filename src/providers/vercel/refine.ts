import type { Refinement } from '../../model/knowledge.ts';

/** The prefix tells what made it. */
export function refineAccessToken(value: string): Refinement | null {
  if (value.startsWith('vcp_')) return { title: 'Vercel personal access token' };
  return {
    title: value.startsWith('vcr_') ? 'Vercel app refresh token' : 'Vercel app access token',
  };
}

/** The token names its store. */
export function refineBlobToken(value: string): Refinement | null {
  const store = /^vercel_blob_rw_([A-Za-z0-9]{6,40})_/.exec(value)?.[1];
  return store === undefined ? null : { belongsTo: store };
}
