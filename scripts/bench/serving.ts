import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../contract/documents.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import type { LoadResult, LoadTask } from './load.ts';
import { type Nginx, startNginx } from './nginx.ts';
import type { Row } from './row.ts';

const loader = fileURLToPath(new URL('load.ts', import.meta.url));
/** The server and nginx in turn have one core, the load the other. */
const [servingCore, loadingCore] = [0, 1];
const requests = 4000;
const tablets = 100;
const pagesRead = 10;

/** What a hall of people costs: pictures, meetings and documents on one core, beside nginx sending the same picture. */
export async function benchServing(): Promise<Row[]> {
  const portal = await startDemoPortal({ core: servingCore, logLevel: 'info' });
  let nginx: Nginx | null = null;
  try {
    const cookies = await openTablets(portal, tablets);
    const paper = await findPaper(portal, cookies[0]!);
    const picture = await fetch(portal.origin + paper.pictures[0], { headers: { cookie: cookies[0]! } });
    const type = picture.headers.get('content-type') ?? '';
    nginx = await startNginx(Buffer.from(await picture.arrayBuffer()), type, servingCore);
    if (!nginx) console.log('nginx is not installed: pictures have no yardstick');
    const rows: Row[] = [];
    const memory = portal.watchMemory();
    for (const connections of [20, 100, 400])
      rows.push(...(await benchPicture(portal, nginx, { path: paper.pictures[0]!, cookies, connections })));
    for (const [name, path] of [
      ['meeting', paper.meeting],
      ['document', paper.document],
    ] as const)
      rows.push(...(await benchAnswer(portal, name, path, cookies)));
    rows.push(...(await benchHall(portal, paper, cookies)));
    rows.push(plain('start with data', 's', portal.startSeconds));
    rows.push(plain('server, peak memory', 'MiB', await portal.peakMemory()));
    rows.push(plain('server and its database together, at most', 'MiB', memory.stop()));
    return rows;
  } finally {
    await nginx?.close();
    await portal.close();
  }
}

const plain = (name: string, unit: string, ours: number, better: Row['better'] = 'less'): Row => ({
  ...{ name, unit, ours, yardstick: null, yardstickName: '', better },
});

interface Paper {
  readonly meeting: string;
  readonly document: string;
  readonly pictures: readonly string[];
}

/** The cookies of as many members' browsers that have opened the letter's link, each with a ticket for the paper. */
async function openTablets(portal: DemoPortal, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let tablet = 0; tablet < count; tablet += 1) {
    const answer = await fetch(portal.links.member.url, { redirect: 'manual' });
    cookies.push(cookiesOf(answer));
  }
  return cookies;
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function findPaper(portal: DemoPortal, cookie: string): Promise<Paper> {
  const ask = async <T>(path: string) =>
    (await (await fetch(portal.origin + path, { headers: { cookie } })).json()) as T;
  const link = await fetch(portal.links.member.url, { redirect: 'manual' });
  const meeting = `/api${link.headers.get('location')}`;
  const { documents } = await ask<Meeting>(meeting);
  const found = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  const document = `/api/documents/${found.id}`;
  const { revision, pages } = await ask<Document>(document);
  const pictures = pages
    .slice(0, pagesRead)
    .map(
      (page) =>
        `/api/revisions/${revision.id}/pages/${page.number}/picture/large${page.pictures ? `?v=${page.pictures}` : ''}`,
    );
  return { meeting, document, pictures };
}

/** The same cookies with the tickets that a document's answer gives. */
async function withTickets(portal: DemoPortal, paper: Paper, cookies: readonly string[]): Promise<string[]> {
  const ticketed: string[] = [];
  for (const cookie of cookies) {
    const answer = await fetch(portal.origin + paper.document, { headers: { cookie, 'x-kurabe-door': 'member' } });
    await answer.arrayBuffer();
    ticketed.push([cookie, cookiesOf(answer)].filter(Boolean).join('; '));
  }
  return ticketed;
}

async function benchPicture(
  portal: DemoPortal,
  nginx: Nginx | null,
  { path, cookies, connections }: { path: string; cookies: readonly string[]; connections: number },
): Promise<Row[]> {
  const paper = { ...(await findPaper(portal, cookies[0]!)) };
  const ticketed = await withTickets(portal, paper, cookies);
  const tasksFor = (address: string): LoadTask[] =>
    Array.from({ length: connections }, (_, index) => ({
      cookie: ticketed[index % ticketed.length]!,
      paths: Array(Math.ceil(requests / connections)).fill(address),
    }));
  await load(portPortal(portal), tasksFor(path).slice(0, 20));
  const before = await portal.cpuSeconds();
  const ours = await load(portPortal(portal), tasksFor(path));
  const cpu = ((await portal.cpuSeconds()) - before) / ours.taken.length;
  const theirs = nginx && (await load(nginx.port, tasksFor('/file')));
  const name = `picture, ${connections} connections`;
  const row: Row = {
    ...{ name, unit: '/s', ours: rate(ours), better: 'more', yardstickName: theirs ? 'nginx' : '' },
    yardstick: theirs && rate(theirs),
  };
  return [
    row,
    plain(`${name}, CPU`, 'ms', cpu * 1000),
    plain(`${name}, p99`, 'ms', percentile(ours.taken, 0.99)),
    ...refused(ours),
  ];
}

async function benchAnswer(portal: DemoPortal, name: string, path: string, cookies: readonly string[]): Promise<Row[]> {
  const tasks = cookies.slice(0, 20).map((cookie): LoadTask => ({ cookie, paths: Array(50).fill(path) }));
  await load(portPortal(portal), tasks);
  const before = await portal.cpuSeconds();
  const result = await load(portPortal(portal), tasks);
  const cpu = ((await portal.cpuSeconds()) - before) / result.taken.length;
  return [
    plain(`${name}, 20 connections`, '/s', rate(result), 'more'),
    plain(`${name}, CPU`, 'ms', cpu * 1000),
    ...refused(result),
  ];
}

/** Every tablet opens the meeting, the document and ten pages, all at the same moment; the pictures over six connections. */
async function benchHall(portal: DemoPortal, paper: Paper, cookies: readonly string[]): Promise<Row[]> {
  const open = await load(
    portPortal(portal),
    cookies.map((cookie) => ({ cookie, paths: [paper.meeting, paper.document] })),
  );
  const ticketed = await withTickets(portal, paper, cookies);
  const lanes = ticketed.flatMap((cookie) =>
    Array.from({ length: 6 }, (_, lane) => ({
      cookie,
      paths: paper.pictures.filter((_path, index) => index % 6 === lane),
    })),
  );
  const pictures = await load(portPortal(portal), lanes);
  return [
    plain(`${tablets} tablets: meeting and document, p99`, 'ms', percentile(open.taken, 0.99)),
    plain(`${tablets} tablets: ten pages, p99 a picture`, 'ms', percentile(pictures.taken, 0.99)),
    ...refused(open),
    ...refused(pictures),
  ];
}

const portPortal = (portal: DemoPortal) => Number(new URL(portal.origin).port);
const rate = ({ taken, seconds }: LoadResult) => taken.length / seconds;
const percentile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN;

/** A line only where something was not answered with 200. */
function refused({ statuses }: LoadResult): Row[] {
  const others = Object.entries(statuses).filter(([status]) => status !== '200');
  return others.map(([status, count]) => plain(`  answered with ${status}`, 'times', count));
}

/** In a process of its own on the other core. */
function load(port: number, tasks: readonly LoadTask[]): Promise<LoadResult> {
  const child = spawn('taskset', ['-c', String(loadingCore), process.execPath, loader], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ port, tasks }));
  return json(child.stdout) as Promise<LoadResult>;
}
