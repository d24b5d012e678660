import type { Refinement } from '../../model/knowledge.ts';

/** The token that gets new ones has a number of its own in its prefix. */
export function refineSubscriptionToken(value: string): Refinement | null {
  return value.startsWith('sk-ant-ort01-') ? { title: 'Claude subscription refresh token' } : null;
}
