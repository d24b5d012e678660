import { defineRailway, project, service } from 'railway/iac';

export default defineRailway((ctx) => {
  const isProduction = ctx.environment === 'production';
  const api = service('harbour-api', {
    start: 'node dist/server.js',
    replicas: isProduction ? 3 : 1,
    domains: ctx.isEnvironment('staging') ? ['staging.harbour.example'] : ['harbour.example'],
    env: { SUPABASE_URL: 'https://kvwpzhtdgqmxlrnbycfs.supabase.co' },
  });
  return project('harbour', { resources: [api] });
});
