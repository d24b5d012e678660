/** How an agent picks among its rules. `deny-first`: deny, then ask, then allow. */
export type RuleOrder =
  | 'deny-first'
  | 'first-match'
  | 'last-match'
  | 'longest-prefix'
  | 'strictest';

/** Commands by their first words and by what follows those. In both lists a `*` at the end of a word stands for any ending. */
export interface CommandPattern {
  /** First words, separated by one space, any of these: `ls`, `git log`. */
  readonly starts: readonly string[];
  /** What must hold of the words after them: none, at least one or all of them are among `of`. `null`: anything may follow. */
  readonly rest: { readonly has: 'none' | 'some' | 'only'; readonly of: readonly string[] } | null;
}

/** What an agent's product does with shell commands beside its rules. */
export interface CommandHabits {
  /** Runs these unasked unless a rule says otherwise. */
  readonly readOnly: readonly CommandPattern[];
  /** No prefix or wildcard can allow these; an exact rule or a rule for everything can. */
  readonly needsExactRule: readonly CommandPattern[];
  /** Commands that open the files they name, so that rules for reading govern them too. */
  readonly opensFiles: readonly string[];
  /** Files that a command's output goes to count as edits. */
  readonly redirectsAreEdits: boolean;
  /** Words that the agent looks past before it compares a command with a rule. */
  readonly wrappers: readonly WrapperHabit[];
  /** Assignments before a command that allow rules look past, as name patterns with `*`; deny and ask rules look past every assignment. */
  readonly harmlessVariables: readonly string[];
}

/** A command that only starts another one: `timeout 60`. */
export interface WrapperHabit {
  readonly name: string;
  /** How many words after its flags belong to it. */
  readonly operands: number;
  /** Only without flags of its own is it looked past. */
  readonly bareOnly: boolean;
}

/** Habits of a product that documents none: its rules and its modes are all there is. */
export const noHabits: CommandHabits = {
  readOnly: [],
  needsExactRule: [],
  opensFiles: [],
  redirectsAreEdits: false,
  wrappers: [],
  harmlessVariables: [],
};

/** How a rule's text is matched, after the agent's collector has understood its language. */
export type RulePattern =
  | { readonly type: 'any' }
  /** The whole command, path or tool name. */
  | { readonly type: 'exact'; readonly text: string }
  /** The command starts with these words; `word`: only at a word boundary. */
  | { readonly type: 'prefix'; readonly text: string; readonly boundary: 'word' | 'none' }
  /** `*` stands for anything, spaces and slashes included. */
  | { readonly type: 'glob'; readonly text: string }
  /** Regular expression that occurs somewhere in the text; one outside RE2's syntax decides nothing. */
  | { readonly type: 'regex'; readonly text: string; readonly ignoreCase: boolean }
  /** gitignore-style path pattern, relative to `folder`. */
  | { readonly type: 'path'; readonly text: string; readonly folder: string };
