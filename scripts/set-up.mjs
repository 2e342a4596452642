// Runs before every npm script, on whatever Node the machine has: installs the pinned packages when they are
// missing or stale, among them the Node that the scripts themselves run on. Prints to stderr only, so that
// `npm run --silent inspect` stays one JSON object on stdout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.kurabe-set-up');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const pinnedNode = join(root, 'node_modules', '.bin', 'node');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !existsSync(pinnedNode)) {
  console.error('パッケージを用意しています（初回は1分ほどかかります）…');
  // Not `npm ci`: it refuses a lock file made where the registry lacks other platforms' binaries.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) {
    console.error('npm install が失敗しました。ネットワークの接続を確かめて、もう一度実行してください。');
    process.exit(1);
  }
  const version = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (!version.startsWith('v24.')) {
    console.error(
      `Node 24 を用意できませんでした（${version || 'なし'}）。npm の ignore-scripts の設定を外して、もう一度実行してください。`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
