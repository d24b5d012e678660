import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf(
  'firebase|firebase-tools',
  {
    source: 'https://github.com/firebase/firebase-tools/tree/master/src/commands',
    checkedOn: '2026-11-21',
  },
  { asks: 'needs-flag', skipsPrompt: ['--force|-f'] },
);

/** Destructive commands of the Firebase CLI. Without a terminal its questions are answered with no. */
export const commands: readonly CommandSpec[] = [
  command('firestore:delete', 'database', {
    onlyWith: ['--all-collections|--recursive|-r'],
  }),
  command('firestore:bulkdelete', 'database'),
  command('firestore:databases:delete', 'database', {
    safeVariant: 'firebase firestore:databases:list',
  }),
  command('firestore:backups:delete', 'backup', {
    safeVariant: 'firebase firestore:backups:list',
  }),
  command('firestore:backups:schedules:delete', 'backup', {
    safeVariant: 'firebase firestore:backups:schedules:list',
  }),
  command('database:remove', 'database', { safeVariant: 'firebase database:get --shallow' }),
  command('dataconnect:sql:migrate', 'database', {
    asks: 'never',
    skipsPrompt: [],
    onlyWith: ['--force|-f'],
    safeVariant: 'firebase dataconnect:sql:diff',
  }),
  command('hosting:disable', 'service', { safeVariant: 'firebase hosting:sites:list' }),
  command('hosting:sites:delete', 'service', { safeVariant: 'firebase hosting:sites:list' }),
  command('apphosting:backends:delete', 'service', {
    safeVariant: 'firebase apphosting:backends:list',
  }),
  command('functions:delete', 'service', { safeVariant: 'firebase functions:list' }),
];
