import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that start portals, read papers by the dozen or walk through the city: on a fresh machine vitest knows a file's size alone. */
const longest =
  /\/(?:member[\w-]*|portal-[\w-]+|every-route|upgrade|notes|comparisons|processing|recognition|compare[\w-]*|make-papers|made-papers|properties|account)\.test\.ts$/;

/** What takes longest begins first, so that no worker is left alone with it in the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap((own) => {
      const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
