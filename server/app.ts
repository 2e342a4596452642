import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { registerAjvFormats } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import type { Kysely } from 'kysely';
import type { RememberedRights } from './access/remembered-rights.ts';
import type { Configuration } from './configuration.ts';
import type { Converter } from './conversion/find-converter.ts';
import type { Tables } from './database/tables.ts';
import { registerAccount } from './features/account/routes.ts';
import { registerAudit } from './features/audit/routes.ts';
import { registerCity } from './features/city/routes.ts';
import { registerCommittees } from './features/committees/routes.ts';
import { registerComparisons } from './features/comparisons/routes.ts';
import { registerDocuments } from './features/documents/routes.ts';
import { registerUploads } from './features/documents/upload-routes.ts';
import { registerHealth } from './features/health/routes.ts';
import { registerLedger } from './features/ledger/routes.ts';
import { registerMeetings } from './features/meetings/routes.ts';
import { registerMetrics } from './features/metrics/routes.ts';
import { registerNotes } from './features/notes/routes.ts';
import { registerNotices } from './features/notices/routes.ts';
import { registerOfficials } from './features/officials/routes.ts';
import { registerRegister } from './features/register/routes.ts';
import { registerReplies } from './features/replies/routes.ts';
import { registerSearch } from './features/search/routes.ts';
import { registerSessions } from './features/sessions/routes.ts';
import type { Files } from './files/files.ts';
import { requireAccess } from './http/access-rules.ts';
import { boundConnections, boundHeaders } from './http/connections.ts';
import { type Gate, limitCrowd } from './http/crowd.ts';
import { describeApi } from './http/describe-api.ts';
import { answerErrors, answerUnreadable } from './http/errors.ts';
import { logRequests } from './http/log-requests.ts';
import { warnOfProxy } from './http/network.ts';
import { serveWeb } from './http/pages.ts';
import type { Keys } from './http/secrets.ts';
import { secure } from './http/security.ts';
import { SessionCookies } from './http/session-cookies.ts';
import { readSessions, readTickets } from './http/sessions.ts';
import { Tickets } from './http/tickets.ts';
import { compileValidator } from './http/validate.ts';
import type { WebApp } from './http/web-app.ts';
import { relyingPartyOf } from './identity/passkeys.ts';
import type { PortalJobs } from './job-handlers.ts';
import type { Enqueue } from './jobs/jobs.ts';

interface Needs {
  configuration: Configuration;
  db: Kysely<Tables>;
  files: Files;
  keys: Keys;
  enqueue: Enqueue<PortalJobs>;
  setUpCode: string;
  rights: RememberedRights;
  /** How many wait in the queue. */
  waitingJobs: () => Promise<number>;
  converter: Promise<Converter | null>;
  /** When newcomers are told to come again; a test's is small. */
  gate?: Gate;
}

/** Bytes; uploads have a limit of their own. */
const bodyLimit = 1024 * 1024;

/** The portal, ready to listen. Throws where a route has no access rule. */
export async function buildApp({
  configuration,
  db,
  files,
  keys,
  enqueue,
  setUpCode,
  rights,
  waitingJobs,
  converter,
  gate,
}: Needs): Promise<WebApp> {
  const { publicUrl, maxUploadBytes } = configuration;
  const app = openApp(configuration);
  logRequests(app);
  answerErrors(app);
  secure(app, publicUrl);
  boundConnections(app);
  warnOfProxy(app, configuration.trustProxy);
  await app.register(compress, {
    globalDecompression: false,
    customTypes: /^(?:application\/json|text\/html)/,
    encodings: ['br', 'gzip'],
  });
  await app.register(rateLimit, { global: false });
  const secureCookies = publicUrl.startsWith('https:');
  const cookies = new SessionCookies(secureCookies);
  const tickets = new Tickets({ keys, rights, cookies, secure: secureCookies });
  await readTickets(app, tickets);
  limitCrowd(app, gate);
  const length = { hours: configuration.sessionHours, idleMinutes: configuration.idleMinutes };
  const party = relyingPartyOf(publicUrl);
  readSessions(app, { db, rights, cookies, idleMinutes: length.idleMinutes });
  requireAccess(app);
  await describeApi(app);

  registerSessions(app, { db, keys, setUpCode, cookies, rights, tickets, length, party });
  registerAccount(app, { db, keys, cookies, party });
  registerOfficials(app, { db, keys, publicUrl });
  registerAudit(app, { db });
  registerCity(app, { db });
  registerCommittees(app, { db });
  registerMeetings(app, { db, tickets, enqueue });
  registerDocuments(app, { db, files, tickets, accel: configuration.accelRedirect });
  await registerUploads(app, { db, files, enqueue, maxUploadBytes, converter });
  registerComparisons(app, { db, files, enqueue });
  registerRegister(app, { db });
  registerSearch(app, { db });
  registerReplies(app, { db, files });
  registerLedger(app, { db });
  registerNotes(app, { db, files, enqueue });
  registerNotices(app, { db, keys, publicUrl });
  app.get('/api/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => app.swagger());
  registerMetrics(app, { db, dataFolder: configuration.dataFolder, token: configuration.metricsToken });
  registerHealth(app, { waitingJobs, dataFolder: configuration.dataFolder, converter });
  await serveWeb(app, cookies);
  return app;
}

function openApp(configuration: Configuration): WebApp {
  const app = Fastify({
    logger: {
      level: configuration.logLevel,
      base: { pid: process.pid },
      redact: ['req', 'res.headers', '*.headers', 'err.detail', 'err.where'],
    },
    logController: new LogController({ disableRequestLogging: true }),
    // one proxy: what stands further left in X-Forwarded-For is whatever the client wrote
    trustProxy: configuration.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit,
    forceCloseConnections: 'idle',
    http: boundHeaders(),
    frameworkErrors: answerUnreadable,
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  registerAjvFormats();
  return app.setValidatorCompiler(compileValidator);
}
