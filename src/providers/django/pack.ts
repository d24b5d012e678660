import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/',
  checkedOn: '2026-11-21',
};

const manage =
  'manage.py|./manage.py|src/manage.py|backend/manage.py|app/manage.py|server/manage.py|api/manage.py';
const shared = { targets: ['DATABASE_URL'] };
const programs = [
  { command: commandsOf('python|python3|py', claim, shared), before: `${manage} ` },
  { command: commandsOf(`${manage}|django-admin`, claim, shared), before: '' },
];

/** Django: management commands that empty a database or undo its migrations. */
export const pack = definePack({
  id: 'django',
  title: 'Django',
  commands: programs.flatMap(({ command, before }) => [
    command(`${before}flush`, 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--noinput|--no-input'],
      safeVariant: 'python manage.py sqlflush',
    }),
    command(`${before}reset_db`, 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--noinput|--no-input'],
      source: 'https://django-extensions.readthedocs.io/en/latest/reset_db.html',
    }),
    // `zero` stands behind the name of an app.
    command(`${before}migrate`, 'database', {
      onlyWith: ['zero'],
      harmlessWith: ['--plan', '--fake', '--check'],
      safeVariant: 'python manage.py migrate --plan',
    }),
  ]),
  collectors: [
    toolingCollector('django', 'Django', {
      files: [{ glob: '**/manage.py', hints: ['DJANGO_SETTINGS_MODULE'] }],
    }),
  ],
});
