import { collect } from '../src/collectors/scripts/collect.ts';
import { parse } from '../src/formats/script/parse.ts';
import type { Fact } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { harbourKnowledge } from './harbour-knowledge.ts';

/** Facts of one module; `@{x}` stands for a substitution in a template literal and is as long as the real one. */
export function scriptFacts(written: string, file = 'scripts/ops/client.ts'): readonly Fact[] {
  const text = written.replaceAll('@{', '\x24{');
  const unit = { id: file, documents: [parse(filePath(file), text)] };
  return collect(unit, harbourKnowledge);
}

/** A module's own function that sends any document to the platform. */
export const sender = `
const token = process.env.HARBOUR_API_TOKEN;
async function send(query: string, variables = {}) {
  const res = await fetch("https://api.harbour.test/graphql", {
    method: "POST",
    headers: { authorization: \`Bearer \${token}\` },
    body: JSON.stringify({ query, variables }),
  });
  if (!res.ok) throw new Error("failed");
  return res.json();
}
`;

/** A call of it that destroys. */
export const call =
  'send(`mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }`, { volumeId })';
