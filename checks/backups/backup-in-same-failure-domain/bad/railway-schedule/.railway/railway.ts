import { defineRailway, project, service, volume } from 'railway/iac';

export default defineRailway((ctx) => {
  if (!ctx.isEnvironment('production')) throw new Error('Link the production environment first.');
  const logbook = volume('logbook', { sizeMB: 5000 });
  const api = service('harbour-api', {
    start: 'node dist/server.js',
    volumeMounts: { logbook: { mountPath: '/data', backupSchedules: ['DAILY', 'WEEKLY'] } },
  });
  return project('harbour', { resources: [logbook, api] });
});
