import type { Collect } from '../../model/plugin.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { folderOfUnit, uniqueFacts } from '../../recognize/agent/agent-unit.ts';
import { cliFacts } from './cli.ts';
import { cloudFacts } from './cloud.ts';
import { editorFacts } from './editor.ts';
import { markers } from './group.ts';

/** Facts about the Copilots that work in one folder: the one in VS Code, the command line tool, the cloud agent. */
export const collect: Collect = ({ documents }, knowledge) => {
  const folder = folderOfUnit(documents, markers);
  const prose = documents.filter(({ file }) => file.endsWith('.md') && !isHome(file));
  return uniqueFacts([
    ...editorFacts(documents, prose, folder, knowledge),
    ...cliFacts(documents, prose, folder, knowledge),
    ...cloudFacts(documents, prose, folder, knowledge),
  ]);
};
