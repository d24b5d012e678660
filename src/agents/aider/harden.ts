import type { AgentRule } from '../../model/fact.ts';
import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { baseName, isHome } from '../../model/source.ts';
import { hardenedIgnoreFile } from '../../recognize/edit/hardened-file.ts';
import { dropFromYamlList, setYaml, yamlValue } from '../../recognize/edit/yaml-edit.ts';

const optionFiles = ['.aider.conf.yml', '.aider.conf.yaml'] as const;
const ignoreFile = '.aiderignore';

/** Aider publishes no schema of its options. */
export const schemas = {};

/**
 * Aider can deny commands only all together: it then suggests none, and what a person types after `/run` still runs. Commands that it runs by itself
 * stay, unless they could do anything.
 * @see https://aider.chat/docs/config/options.html (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const file = optionFiles.find((name) => request.texts.has(name)) ?? optionFiles[0];
  const text = request.texts.get(file) ?? '';
  const options = narrowed(text, request);
  const ignored = yamlValue(text, 'aiderignore');
  // Another ignore file is out of reach, and this one would not be read.
  const isOwn = typeof ignored !== 'string' || baseName(ignored) === ignoreFile;
  return [
    ...(options === text ? [] : [{ file, text: options }]),
    ...(isOwn ? hardenedIgnoreFile(request, ignoreFile) : []),
  ];
};

function narrowed(text: string, request: HardenRequest): string {
  let edited = withoutLoose(text, request);
  const isAlways = isOn(yamlValue(edited, 'yes-always'));
  // Its answer to suggested commands is no, which must not become a question.
  if (isAlways || request.stops.some(({ effect }) => effect === 'deny')) {
    edited = setYaml(edited, 'suggest-shell-commands', false);
  }
  if (isAlways) edited = setYaml(edited, 'yes-always', false);
  return yamlValue(edited, 'chat-history-file') === '/dev/null'
    ? setYaml(edited, 'chat-history-file', '.aider.chat.history.md')
    : edited;
}

/** Loose linters leave their list; where that is not one, or would be empty, and for tests, the switch goes off and the command stays for a person to start. */
function withoutLoose(text: string, { loose, texts }: HardenRequest): string {
  const isOf = (key: string) => (rule: AgentRule) => rule.name.startsWith(`${key}: `);
  let edited = text;
  if (loose.some(isOf('test-cmd'))) edited = setYaml(edited, 'auto-test', false);
  const linters = loose.filter(isOf('lint-cmd'));
  if (linters.length === 0) return edited;
  const isLoose = (start: number, end: number): boolean =>
    linters.some(
      ({ at }) =>
        !isHome(at.file) && texts.has(baseName(at.file)) && start <= at.start && at.end <= end,
    );
  const all = dropFromYamlList(text, 'lint-cmd', () => true);
  const kept = dropFromYamlList(text, 'lint-cmd', isLoose);
  if (kept === text || kept === all) return setYaml(edited, 'auto-lint', false);
  return edited === text ? kept : setYaml(kept, 'auto-test', false);
}

function isOn(value: unknown): boolean {
  return value === true || /^(?:true|yes|on|1)$/i.test(String(value));
}
