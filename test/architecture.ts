import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

/** A tree of source files: path from the project's root → text. */
export type Tree = ReadonlyMap<string, string>;

/**
 * The rooms, and what each may import beside itself. "/*" ends a room of which every child is a room of its own.
 * scripts, test and the build of web are free and so not listed; `types` are arrows for `import type` only; `packages` absent = any.
 */
const adapters = ['server/files', 'server/conversion', 'server/pdf', 'server/ocr', 'server/print', 'server/jobs'];
const shared = ['contract', 'domain'];
interface Room {
  may: string[];
  types?: string[];
  packages?: string[];
}
/** A paper on its way through the engine, floor by floor: each may use those below it. */
const floors = [
  'domain/pages/sheet',
  'domain/pages/words',
  'domain/pages/lines',
  'domain/pages/tables',
  'domain/pages/layout',
  'domain/pages/entries',
  'domain/pages/alignment',
  'domain/pages/comparison',
  'domain/pages/results',
];
const numbers = ['domain/japanese', 'domain/quantities'];
/** Printed page numbers are part of the account of all numbers. */
const labels = (floor: string) => (floor === 'domain/pages/results' ? ['domain/pages/page-labels'] : []);
const engine = floors.map((floor, height): [string, Room] => [
  floor,
  { may: [...floors.slice(0, height), ...numbers, ...labels(floor)], packages: [] },
]);

const rooms: Record<string, Room> = {
  domain: { may: ['domain/initiatives', 'domain/pages/sheet', 'domain/pages/lines', ...numbers], packages: [] },
  'domain/japanese': { may: [], packages: [] },
  // The outline of a pen's ink, the same on the screen and on paper, from points alone.
  'domain/notes': { may: [], packages: ['perfect-freehand'] },
  'domain/quantities': { may: ['domain/japanese'], packages: [] },
  ...Object.fromEntries(engine),
  // The numbers printed on pages are read from their lines, whatever the tables say.
  'domain/pages/page-labels': { may: floors.slice(0, 3), packages: [] },
  // A register starts from the same paper laid out as a comparison.
  'domain/initiatives': { may: [...floors.slice(0, 5), ...numbers], packages: [] },
  contract: { may: ['domain'], packages: ['typebox'] },
  // Which screens come with their data: the server and the screens go by the same table.
  'contract/carried-answers.ts': { may: [], packages: [] },
  migrations: { may: [], packages: ['kysely'] },

  'server/main.ts': { may: ['server/*', 'server/features/*', ...shared] },
  'server/configuration.ts': { may: ['domain'] },
  'server/app.ts': {
    may: [
      ...[
        'server/features/*',
        'server/identity',
        'server/http',
        'server/access',
        'server/database',
        'server/configuration.ts',
        'server/job-handlers.ts',
      ],
      ...[...adapters, ...shared],
    ],
  },
  'server/job-handlers.ts': { may: ['server/features/*', 'server/database', ...adapters] },
  'server/features/*': {
    may: [
      ...['server/identity', 'server/http', 'server/audit', 'server/access', 'server/database'],
      ...[...adapters, ...shared],
    ],
  },
  // Passwords, passkeys and the sessions that begin with them.
  'server/identity': { may: ['server/http', 'server/audit', 'server/access', 'server/database', ...shared] },
  'server/http': { may: ['server/access', 'server/database', ...shared] },
  'server/audit': { may: ['server/access', 'server/database', 'domain'] },
  'server/access': { may: ['server/database', ...shared] },
  'server/database': { may: ['domain', 'migrations'] },
  'server/files': { may: [] },
  'server/pdf': { may: ['domain'] },
  // LibreOffice, which makes PDFs of what is none.
  'server/conversion': { may: ['domain'] },
  'server/ocr': { may: [] },
  'server/print': { may: ['domain'] },
  'server/jobs': { may: ['server/database'] },

  'web/main.ts': { may: ['web/app'] },
  'web/app': {
    may: ['web/features/*', 'web/client', 'web/ui', 'contract/carried-answers.ts', 'domain'],
    types: ['contract'],
  },
  'web/features/*': { may: ['web/notes', 'web/faces', 'web/client', 'web/ui', 'domain'], types: ['contract'] },
  // What a member writes on pages, whichever feature shows the page.
  'web/notes': { may: ['web/client', 'web/ui', 'domain'], types: ['contract'] },
  'web/faces': { may: ['web/client', 'web/ui'] },
  'web/client': { may: ['domain'], types: ['contract'] },
  'web/ui': { may: ['domain'] },
  'web/service-worker': { may: ['domain'] },
};
const free = ['scripts', 'test', 'web/vite.config.ts', 'web/vite-plugins.ts'];
const forbiddenNames = /^(utils?|helpers?|common|misc|managers?)$/i;
const longestFile = 300;

interface Import {
  from: string;
  specifier: string;
  typeOnly: boolean;
}

/** Every breach of the rules, a line each; none for a sound tree. */
export function findBreaches(tree: Tree): string[] {
  const imports = [...tree]
    .filter(([path]) => /\.(ts|mjs)$/.test(path))
    .flatMap(([path, text]) => readImports(path, text));
  return [
    ...[...tree.keys()].flatMap(nameBreaches),
    ...[...tree].flatMap(([path, text]) => lengthBreaches(path, text)),
    ...imports.flatMap(arrowBreaches),
    ...findCircles(imports).map((circle) => `circle: ${circle.join(' → ')}`),
  ];
}

/** Functions and constants that are exported and that no other file imports; tests count, their own exports do not. */
export function findUnused(tree: Tree): string[] {
  const modules = [...tree]
    .filter(([path]) => /\.(ts|mjs)$/.test(path))
    .map(([path, text]) => ({ path, ...parse(path, text) }));
  const used = new Set<string>();
  for (const { path, module } of modules) {
    const use = (specifier: string, name: string) => used.add(`${join(dirname(path), specifier)} ${name}`);
    for (const { moduleRequest, entries } of module.staticImports)
      for (const { importName } of entries) use(moduleRequest.value, importName.name ?? '*');
    for (const { entries } of module.staticExports)
      for (const { moduleRequest, importName } of entries)
        if (moduleRequest) use(moduleRequest.value, importName.name ?? '*');
    for (const { moduleRequest } of module.dynamicImports)
      use(
        tree
          .get(path)!
          .slice(moduleRequest.start, moduleRequest.end)
          .replace(/^['"`]|['"`]$/g, ''),
        '*',
      );
  }
  return modules
    .filter(({ path }) => !path.startsWith('test/'))
    .flatMap(({ path, module }) =>
      module.staticExports
        .flatMap(({ entries }) => entries)
        .filter(({ isType, exportName }) => !isType && /^(?:[a-z]|[A-Z_]+$)/.test(exportName.name ?? ''))
        .filter(({ exportName }) => !used.has(`${path} ${exportName.name}`) && !used.has(`${path} *`))
        .map(({ exportName }) => `${path}: nobody imports ${exportName.name}`),
    );
}

function parse(path: string, text: string) {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { module };
}

function readImports(from: string, text: string): Import[] {
  const { module } = parse(from, text);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    from,
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from, specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    from,
    specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
  }));
  return [...statics, ...exported, ...dynamic];
}

const isOurs = (specifier: string) => specifier.startsWith('.') || specifier.startsWith('/');
const targetOf = ({ from, specifier }: Import) => join(dirname(from), specifier.replace(/\?.*$/, ''));

/** The name of the room and the room's own folder or file, which differ for "server/features/*". */
function roomOf(path: string): { name: string; place: string } | undefined {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = parts.slice(0, length).join('/');
    if (rooms[place]) return { name: place, place };
    const family = `${parts.slice(0, length - 1).join('/')}/*`;
    if (rooms[family] && length > 1) return { name: family, place };
  }
  return undefined;
}

function arrowBreaches(arrow: Import): string[] {
  if (free.some((place) => arrow.from === place || arrow.from.startsWith(`${place}/`))) return [];
  const here = roomOf(arrow.from);
  const room = here && rooms[here.name];
  if (!here || !room) return [`${arrow.from}: in no room of the list`];
  if (!isOurs(arrow.specifier)) {
    const allowed = room.packages?.some((name) => arrow.specifier === name || arrow.specifier.startsWith(`${name}/`));
    return allowed === false ? [`${arrow.from}: ${here.name} must not import the package ${arrow.specifier}`] : [];
  }
  const target = targetOf(arrow);
  const there = roomOf(target);
  if (there?.place === here.place) return [];
  const permitted = [...room.may, ...(arrow.typeOnly ? (room.types ?? []) : [])];
  const direct =
    there &&
    permitted.some((name) => name === there.name || matchesChild(name, there.place) || isWithin(name, there.place));
  return direct ? [] : [`${arrow.from} → ${target}: ${here.name} must not import ${there?.name ?? 'it'}`];
}

const matchesChild = (pattern: string, place: string) =>
  pattern.endsWith('/*') && dirname(place) === pattern.slice(0, -2) && !rooms[pattern];

/** Whoever may use a house may use its rooms. */
const isWithin = (house: string, place: string) => place.startsWith(`${house}/`);

function nameBreaches(path: string): string[] {
  const words = path.split('/').flatMap((part) => part.split(/[-._]/));
  return words.filter((word) => forbiddenNames.test(word)).map((word) => `${path}: the name "${word}" says nothing`);
}

function lengthBreaches(path: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > longestFile ? [`${path}: ${lines} lines, more than ${longestFile}`] : [];
}

/** Circles among the files, each once, as the files along it with the first repeated at the end. */
function findCircles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const arrow of imports) {
    if (isOurs(arrow.specifier)) next.set(arrow.from, [...(next.get(arrow.from) ?? []), targetOf(arrow)]);
  }
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) circles.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return circles;
}
