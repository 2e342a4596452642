import { expect, test } from 'vitest';
import { startChild } from '../../child.ts';
import { databaseKinds, makeTestPlace } from '../../database.ts';

const script = new URL('run-jobs.ts', import.meta.url);

for (const kind of databaseKinds) {
  test.concurrent(`a job of a server that was killed is taken up again (${kind})`, async () => {
    const place = await makeTestPlace(kind);
    const options = JSON.stringify(place.options);
    const killed = startChild(script, options, 'hang');
    await killed.line('started 7 attempt 1');
    await killed.kill();
    const next = startChild(script, options, 'finish');
    await next.line('ready');
    const restarted = performance.now();
    expect(await next.line('started')).toBe('started 7 attempt 2');
    await next.line('done 7');
    console.log(`${kind}: taken up ${((performance.now() - restarted) / 1000).toFixed(1)} s after the restart`);
    await next.kill();
    await place.remove();
  });
}
