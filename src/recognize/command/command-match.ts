import type { CommandSpec, Known } from '../../model/knowledge.ts';

/**
 * The spec that a command line is: the most specific one whose words stand in it in order, whose required flags are there and none of whose
 * harmless ones. Flags, and the word after a flag, may stand between the words. Words only known at run time are `''` and match nothing.
 */
export function findCommand(
  commands: readonly Known<CommandSpec>[],
  argv: readonly string[],
): Known<CommandSpec> | undefined {
  let best: Known<CommandSpec> | undefined;
  for (const known of commands) {
    if (!isCommand(known.spec, argv)) continue;
    if (best === undefined || weight(known.spec) > weight(best.spec)) best = known;
  }
  return best;
}

function weight(spec: CommandSpec): number {
  return spec.argv.length * 100 + spec.onlyWith.length;
}

function isCommand(spec: CommandSpec, argv: readonly string[]): boolean {
  if (!hasWords(spec.argv, argv)) return false;
  if (argv.includes('--help')) return false;
  if (spec.harmlessWith.some((flag) => hasFlag(argv, flag))) return false;
  return spec.onlyWith.every((flag) => hasFlag(argv, flag)) && !goesElsewhere(spec, argv);
}

/** Whether the operands stand right behind the command's own words, and the second of them is another place than its `into`. */
function goesElsewhere({ argv: own, into }: CommandSpec, argv: readonly string[]): boolean {
  if (into === undefined) return false;
  const end = own.at(-1)?.split('|') ?? [];
  const start = argv.findIndex((word) => end.includes(word)) + 1;
  const [source = '', target = ''] = argv.slice(start);
  const areWritten = [source, target].every((word) => word !== '' && !word.startsWith('-'));
  // A variable may hold any place.
  return areWritten && !target.startsWith(into) && !target.includes('$');
}

function hasWords(wanted: readonly string[], argv: readonly string[]): boolean {
  if (!isWord(wanted[0], argv[0])) return false;
  let matched = 1;
  let afterFlag = false;
  for (const word of argv.slice(1)) {
    if (matched === wanted.length) return true;
    if (isWord(wanted[matched], word)) {
      matched += 1;
      afterFlag = false;
    } else if (word === '' || word.startsWith('-')) {
      afterFlag = word !== '' && !word.includes('=');
    } else if (afterFlag) {
      afterFlag = false; // the value of a global flag: `kubectl -n db delete`
    } else {
      return false;
    }
  }
  return matched === wanted.length;
}

function isWord(wanted: string | undefined, word: string | undefined): boolean {
  if (wanted === undefined || word === undefined || word === '') return false;
  const choices = wanted.split('|');
  if (choices.includes(word)) return true;
  // `kubectl delete pvc/data` and `pvc,pv` name the kind first.
  const [kind = ''] = word.split(/[/,]/);
  return kind.length > 1 && kind !== word && choices.includes(kind);
}

/**
 * Whether one of the alternatives (`--yes|-y`) is given: as a word, as `--yes=true`, or inside a cluster of short flags. An alternative with a space
 * (`--mode force`) wants that value too.
 */
export function hasFlag(argv: readonly string[], alternatives: string): boolean {
  return alternatives.split('|').some((flag) => {
    const [name = '', value] = flag.split(' ');
    return argv.some((word, position) => {
      if (value !== undefined) {
        return word === `${name}=${value}` || (word === name && argv[position + 1] === value);
      }
      if (word === name) return argv[position + 1] !== 'false' || !name.startsWith('--');
      if (word.startsWith(`${name}=`)) return !/=(?:false|0|no)$/.test(word);
      return (
        /^-[A-Za-z]$/.test(name) && /^-[A-Za-z]{2,4}$/.test(word) && word.includes(name[1] ?? '-')
      );
    });
  });
}
