import type { Collect } from '../../model/plugin.ts';
import { tasksOfFile, tasksOfPlay } from './plays.ts';
import { projectOf } from './project.ts';
import { groupFacts } from './store-facts.ts';
import { scriptFacts, taskFacts } from './task-facts.ts';

/** Facts of one project: what its groups hold, and what its tasks do to it. */
export const collect: Collect = (unit, knowledge) => {
  const project = projectOf(unit);
  const tasks = [...project.plays.flatMap(tasksOfPlay), ...project.documents.flatMap(tasksOfFile)];
  return [
    ...groupFacts(project, knowledge),
    ...tasks.flatMap((task) => taskFacts(task, project, knowledge)),
    ...unit.documents.flatMap((document) => scriptFacts(document, project, knowledge)),
  ];
};
