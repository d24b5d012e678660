import { expect, it } from 'vitest';
import { parse } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { folderOfCommand } from './command-folder.ts';

function folderIn(text: string, start: string | null = null): string | undefined {
  const document = parse(filePath('deploy.sh'), text);
  const commands = document.shape === 'shell' ? document.commands : [];
  const command = commands.findLast(({ words }) => words[0]?.text === 'terraform');
  return command === undefined ? 'no command' : folderOfCommand(command, commands, start);
}

it.each<[string, string | undefined]>([
  ['terraform destroy', undefined],
  ['terraform -chdir=infra destroy', 'infra'],
  ['terraform -chdir=./infra/prod/ destroy', 'infra/prod'],
  ['terraform -chdir=$DIR destroy', undefined],
  ['terraform -chdir=/srv/infra destroy', undefined],
  ['terraform -chdir=../other destroy', undefined],
  ['cd infra && terraform destroy', 'infra'],
  ['cd infra\nterraform init\nterraform destroy', 'infra'],
  ['cd infra\ncd prod\nterraform destroy', 'infra/prod'],
  ['cd infra && terraform -chdir=prod destroy', 'infra/prod'],
  ['cd infra || exit 1\nterraform destroy', 'infra'],
  ['cd "$(dirname "$0")"\nterraform destroy', undefined],
  ['pushd infra\npopd\nterraform destroy', undefined],
  ['(cd infra && terraform destroy)', 'infra'],
  ['cd infra\n(cd prod && terraform destroy)', 'infra/prod'],
  ['(cd web && make)\n(cd infra && terraform destroy)', undefined],
  ['(cd web && make)\ncd infra && terraform destroy', 'infra'],
  ['other() {\n  cd web\n}\ncd infra\nterraform destroy', 'infra'],
  ['cd infra\nrun() {\n  terraform destroy\n}', 'infra'],
])('%j', (text, folder) => {
  expect(folderIn(text)).toBe(folder);
});

it('is where the script is run, where that is known', () => {
  expect(folderIn('terraform destroy', 'infra')).toBe('infra');
  expect(folderIn('cd prod && terraform destroy', 'infra')).toBe('infra/prod');
  expect(folderIn('cd .. && terraform destroy', 'infra')).toBe('');
});
