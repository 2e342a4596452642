// Run by local.test.ts: stores files without end and prints each SHA-256 once it is stored.
import { randomBytes } from 'node:crypto';
import { openLocalFiles } from '../../../server/files/local.ts';

const files = await openLocalFiles(process.argv[2]!);
for (;;) {
  const bytes = randomBytes(2_000_000);
  const { sha256 } = await files.put(bytes);
  console.log(`stored ${sha256}`);
}
