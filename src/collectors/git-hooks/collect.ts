import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { Document, ShellDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { scriptCalls } from '../../recognize/shell/script-calls.ts';
import type { ShellHost } from '../../recognize/shell/shell-host.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import type { Hook } from './hook.ts';
import { linesOfHook } from './hook-lines.ts';
import { lefthookHooks } from './lefthook.ts';
import { preCommitHooks } from './pre-commit.ts';

/** Reads what the hooks of a tree destroy, and which scripts and tasks they start: whoever may commit may do that. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape === 'shell') return fileFacts(document, knowledge);
    return hooksOf(document).flatMap((hook) => {
      const program = parseEmbeddedShell(document.file, hook.program);
      return factsOf(hook.event, `${hook.event} ${hook.name}`, program, knowledge);
    });
  });

/** A hook that is a file of its own, by its name. */
function fileFacts(document: ShellDocument, knowledge: Knowledge): readonly Fact[] {
  const event = baseName(document.file);
  return linesOfHook(event) === undefined ? [] : factsOf(event, event, document, knowledge);
}

function hooksOf(document: Document): readonly Hook[] {
  if (document.shape !== 'data') return [];
  const [root] = document.roots;
  return baseName(document.file).startsWith('.pre-commit')
    ? preCommitHooks(root)
    : lefthookHooks(root);
}

function factsOf(
  event: string,
  name: string,
  program: ShellDocument,
  knowledge: Knowledge,
): readonly Fact[] {
  const lines = linesOfHook(event) ?? [];
  const host: ShellHost = {
    collector: 'git-hooks',
    key: `git-hooks:${program.file}#${name}`,
    shown: `the hook "${name}"`,
    task: name,
    invocations: lines,
    lines,
    folder: '',
  };
  const variables = scriptVariables(program);
  return [...commandFacts(program, variables, knowledge, host), ...scriptCalls(program, host)];
}
