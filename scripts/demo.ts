// npm run demo: the portal with the demonstration city あおば市, on one command. What is there already stays as it is.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { readConfiguration } from '../server/configuration.ts';
import { explainStart, runPortal } from '../server/main.ts';
import { buildCity, type DemoLinks } from './demo-city/build-city.ts';
import { colleague } from './demo-city/officials.ts';

const tries = 20;

async function main(): Promise<void> {
  const environment: NodeJS.ProcessEnv = { KURABE_DATA: 'data/demo', LOG_LEVEL: 'warn', ...process.env };
  const port = environment.PORT ?? String(await findFreePort(3000));
  const configuration = readConfiguration({ ...environment, PORT: port });
  await mkdir(configuration.dataFolder, { recursive: true });
  const portal = await runPortal(configuration);
  const path = join(configuration.dataFolder, 'demo-links.json');
  const made = (await readLinks(path)) ?? (await buildCity(portal, configuration.dataFolder));
  const links = withBase(made, configuration.publicUrl);
  await writeWhole(path, `${JSON.stringify(links, null, 2)}\n`);
  await show(links, configuration.host, configuration.port);
}

/** The first port from `first` on that nobody listens on. */
async function findFreePort(first: number): Promise<number> {
  for (let port = first; port < first + tries; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer().once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
  return first;
}

async function readLinks(path: string): Promise<DemoLinks | null> {
  try {
    const links: DemoLinks = JSON.parse(await readFile(path, 'utf8'));
    // a city made before it had a coming meeting is built on
    return links.coming ? links : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The same links where the portal is reached today: the port may be another one than at the first start. */
function withBase(links: DemoLinks, base: string): DemoLinks {
  const at = (url: string) => base + new URL(url).pathname;
  return {
    secretariat: { ...links.secretariat, url: at(links.secretariat.url) },
    member: { ...links.member, url: at(links.member.url) },
    coming: { ...links.coming, url: at(links.coming.url) },
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

async function show({ secretariat, member, coming }: DemoLinks, host: string, port: number): Promise<void> {
  console.log(`
あおば市（架空）の会議資料で、くらべを開始しました。終了するには Ctrl-C を押してください。

事務局　　${secretariat.url}
　メールアドレス　${secretariat.email}
　パスワード　　　${secretariat.password}
　別の課の職員　　${colleague}（パスワードは同じ）

委員　　　${member.url}
　コード　　　　　${member.code}
これから開く会議の委員　${coming.url}
　コード　　　　　${coming.code}
${await QRCode.toString(member.url, { type: 'terminal', small: true })}`);
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && address.family === 'IPv4' && !address.internal);
  if (host === '127.0.0.1' && lan)
    console.log(`スマートフォンやタブレットで読み取るには、次のように始めてください。
　HOST=0.0.0.0 PORT=${port} PUBLIC_URL=http://${lan.address}:${port} npm run demo`);
}

await main().catch(explainStart);
