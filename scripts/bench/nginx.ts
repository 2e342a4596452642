import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Nginx {
  readonly port: number;
  close(): Promise<void>;
}

const port = 18_473;

/** nginx sending one file at /file, pinned to a core; null where it is not installed. */
export async function startNginx(file: Buffer, type: string, core: number): Promise<Nginx | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-nginx-'));
  await writeFile(join(folder, 'file'), file);
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, type));
  const child = spawn('taskset', ['-c', String(core), 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  };
  if (await isListening()) return { port, close };
  await close();
  return null;
}

const configuration = (folder: string, type: string) => `
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error;
events { worker_connections 2048; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type ${type};
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`;

async function isListening(): Promise<boolean> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await new Promise((later) => setTimeout(later, 100));
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (open) return true;
  }
  return false;
}
