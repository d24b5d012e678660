import { defineRailway, image, postgres, preserve, project, service } from 'railway/iac';

export default defineRailway((ctx) => {
  if (!ctx.isEnvironment('production')) throw new Error('Link the production environment first.');
  const logbook = postgres('logbook');
  const api = service('harbour-api', {
    start: 'node dist/server.js',
    env: { DATABASE_URL: logbook.env.DATABASE_URL },
  });
  const dump = service('offsite-dump', {
    source: image('ghcr.io/railwayapp-templates/postgres-s3-backups'),
    deploy: { cronSchedule: '15 2 * * *' },
    env: { BACKUP_DATABASE_URL: logbook.env.DATABASE_URL, AWS_S3_BUCKET: preserve() },
  });
  return project('harbour', { resources: [logbook, api, dump] });
});
