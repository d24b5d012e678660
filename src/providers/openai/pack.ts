import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineKey } from './refine.ts';

const claim = {
  source: 'https://platform.openai.com/docs/api-reference/authentication',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** OpenAI: admin and project keys by their prefix. */
export const pack = definePack({
  id: 'openai',
  title: 'OpenAI',
  credentials: [
    credential({
      id: 'admin-key',
      title: 'OpenAI admin key',
      env: ['OPENAI_ADMIN_KEY'],
      prefixes: ['sk-admin-'],
      shape: /sk-admin-[A-Za-z0-9_-]{20,200}/,
      scope: 'organization',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'meta',
      expires: 'never',
      narrower: 'Use a project key, and keep admin keys out of the repository',
    }),
    credential({
      id: 'project-key',
      title: 'OpenAI project key',
      env: ['OPENAI_API_KEY'],
      prefixes: ['sk-proj-', 'sk-svcacct-'],
      // The oldest keys belong to a person; their beginning is too short to be looked for in free text.
      shape: /sk-(?:proj|svcacct)-[A-Za-z0-9_-]{20,200}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/,
      refine: refineKey,
      scope: 'project',
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Use a project key with restricted permissions',
    }),
  ],
});
