import type { Refinement } from '../../model/knowledge.ts';

export function refineKey(value: string): Refinement | null {
  if (value.startsWith('sk-svcacct-')) return { title: 'OpenAI service account key' };
  const isPersonal = /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/.test(value);
  // Every organisation and project of its user.
  return isPersonal ? { title: 'OpenAI user key', scope: 'account' } : null;
}
