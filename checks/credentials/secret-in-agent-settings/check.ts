import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';

export const check = defineCheck({
  id: 'secret-in-agent-settings',
  title: 'Secret is written into the settings of an agent',
  severity: 'medium',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'The agent has it without looking for it, and so has everybody who gets the settings file.',
  fix: 'Refer to a variable instead of the value, and set that variable outside the repository.',
  accept: 'When the value only opens a local or throw-away store.',
  references: ['https://code.claude.com/docs/en/mcp', 'https://cursor.com/docs/context/mcp'],

  *run(credential, graph) {
    if (credential.form !== 'literal' || credential.confidence === 'low') return;
    const holders = [
      ...graph.into(credential, 'holds', 'McpServer'),
      ...graph.into(credential, 'holds', 'Agent'),
    ];
    const [holder] = holders;
    if (holder === undefined) return;
    const stores = graph.from(credential, 'authorizes', 'DataStore');
    const isLocal =
      credential.provider === null &&
      stores.every((store) => ['development', 'preview'].includes(graph.tier(store)));
    if (isLocal) return;
    const place =
      graph.places(credential).find((candidate) => candidate.file === holder.at.file) ??
      credential.at;
    const stake = graph.stake(credential);
    yield {
      at: { file: place.file, start: place.start, end: place.end },
      label: 'the secret',
      what:
        holder.kind === 'McpServer'
          ? `MCP server "${holder.name}" is handed "${credential.name}", ${withArticle(credential.title)}, as plain text.`
          : `The settings of agent "${holder.name}" hold "${credential.name}", ${withArticle(credential.title)}, as plain text.`,
      fix: `Write a reference such as \${${credential.name.replace(/\W+/g, '_').toUpperCase()}} in ${place.file}, and set the variable outside the repository; then rotate the value.`,
      confidence: credential.confidence,
      severity: stake === 'low' ? 'medium' : stake,
      subjects: [credential],
    };
  },
});
