import { existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a child may read: its program and what that is made of. */
export const readableByChild = [
  './',
  '../../dist/pdf/',
  '../../domain/',
  '../../node_modules/',
  '../../package.json',
].map(at);

/**
 * The file to start a child with: as built by vite.config.ts, which starts in two thirds of the time, unless it is older than
 * its sources; else the source.
 */
export function childProgram(name: 'main' | 'join' | 'lay-over'): string {
  return isBuilt ? at(`../../dist/pdf/${name}.js`) : at(`./child/${name}.ts`);
}

const isBuilt = isFresh(at('../../dist/pdf/main.js'));

function isFresh(built: string): boolean {
  if (!existsSync(built)) return false;
  const { mtimeMs } = statSync(built);
  const sources = globSync(['server/pdf/**/*.ts', 'domain/**/*.ts', 'package-lock.json'], { cwd: at('../../') });
  return sources.every((path) => statSync(at(`../../${path}`)).mtimeMs < mtimeMs);
}
