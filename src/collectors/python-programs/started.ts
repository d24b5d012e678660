import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { ShellDocument } from '../../model/document.ts';
import { splitByComma, stringPieces } from '../../recognize/python/calls.ts';
import type { PythonPiece, PythonToken } from '../../recognize/python/tokens.ts';
import { ProgramText } from '../../recognize/task/program-text.ts';
import type { PythonModule } from './module.ts';

const starters =
  /^(?:os\.(?:system|popen)|(?:subprocess|sp)\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput))$/;

/** The commands that a program starts, each on a line of its own. */
export function startedCommands(module: PythonModule): ShellDocument | null {
  const program = new ProgramText();
  let count = 0;
  for (const { name, arguments: given } of module.calls) {
    const [first] = given;
    if (!starters.test(name) || first === undefined) continue;
    const words = wordsOf(first.tokens, module);
    if (words === null) continue;
    for (const word of words) word(program);
    program.add('\n', first.tokens.at(-1)?.end ?? 0);
    count += 1;
  }
  return count === 0 ? null : parseEmbeddedShell(module.file, program.done());
}

type Writer = (program: ProgramText) => void;

/** A command line as one string, or as a list of words; `null` for anything else. */
function wordsOf(tokens: readonly PythonToken[], module: PythonModule): readonly Writer[] | null {
  const line = stringPieces(tokens, module.constants);
  if (line !== null) return line.map((piece) => (program) => write(program, piece));
  if (tokens[0]?.text !== '[' || tokens.at(-1)?.text !== ']') return null;
  return splitByComma(tokens.slice(1, -1)).map((part) => (program) => {
    const start = part[0]?.start ?? 0;
    const pieces = stringPieces(part, module.constants) ?? [
      { kind: 'hole', name: part.length === 1 ? (part[0]?.text ?? null) : null, start },
    ];
    for (const piece of pieces) write(program, piece, true);
    program.add(' ', part.at(-1)?.end ?? start);
  });
}

function write(program: ProgramText, piece: PythonPiece, isWord = false): void {
  if (piece.kind === 'hole') {
    const name = piece.name !== null && /^[A-Za-z_]\w*$/.test(piece.name) ? piece.name : 'computed';
    program.add(`"\${${name}}"`, piece.start);
    return;
  }
  const isQuoted = isWord && /[^\w@%+=:,./-]/.test(piece.text);
  const start = piece.map[0]?.[1] ?? 0;
  if (isQuoted) program.add("'", start);
  const text = isQuoted ? piece.text.replaceAll("'", '"') : piece.text;
  for (const [index, [from, source]] of piece.map.entries()) {
    const end = piece.map[index + 1]?.[0] ?? text.length;
    if (end > from) program.add(text.slice(from, end), source);
  }
  if (isQuoted) program.add("'", start + text.length);
}
