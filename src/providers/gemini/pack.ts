import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://ai.google.dev/gemini-api/docs/api-key', checkedOn: '2026-11-21' };

/** Gemini API: keys of a project by the name of their variable. */
export const pack = definePack({
  id: 'gemini',
  title: 'Gemini API',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'Gemini API key',
      env: ['GEMINI_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
      shape: /AIza[0-9A-Za-z_-]{35}/,
      scope: 'project',
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Restrict the key to the Generative Language API',
    }),
  ],
});
