/** Room for rules of one priority. */
const step = 1_000;

/**
 * Place of a rule among all: the highest priority first, then the order in which they are read. Settings rank inside the user's tier.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md (read 2026-11-21)
 */
export function orderOf(priority: number, index: number): number {
  return Math.round((10 - priority) * 1_000) * step + Math.min(index, step - 1);
}

/** Priorities of what settings say. */
export const priorities = {
  excludedServer: 4.9,
  excludedTool: 4.4,
  confirmed: 4.35,
  allowedTool: 4.3,
  coreTool: 4.25,
  beyondCore: 4.24,
  trustedServer: 4.2,
  allowedServer: 4.1,
  autoEdit: 1.015,
} as const;
