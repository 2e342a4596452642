import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorSentences } from '../../contract/errors.ts';
import { DomainError, type ErrorCode } from '../../domain/meetings/error-code.ts';
import { isOutage } from '../database/outage.ts';
import { askedBy } from './log-requests.ts';
import type { WebApp } from './web-app.ts';

const statuses = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  wrong_password: 401,
  wrong_current_password: 403,
  weak_password: 422,
  passkey_refused: 403,
  passkey_demanded: 403,
  last_passkey: 409,
  own_passkey_first: 409,
  proof_needed: 403,
  stopped_account: 403,
  email_taken: 409,
  last_administrator: 409,
  own_account: 409,
  unknown_invitation: 404,
  closed_invitation: 410,
  too_many_attempts: 429,
  already_set_up: 409,
  wrong_set_up_code: 403,
  unknown_code: 404,
  revoked_code: 410,
  expired_code: 410,
  cross_site: 403,
  not_multipart: 400,
  upload_conflict: 409,
  upload_incomplete: 409,
  too_large: 413,
  empty_file: 422,
  not_pdf: 422,
  password_needed: 422,
  protection_unknown: 422,
  no_converter: 422,
  office_encrypted: 422,
  office_macros: 422,
  changed_elsewhere: 409,
  not_published: 409,
  nothing_to_publish: 409,
  documents_failed: 409,
  no_members: 409,
  unprintable_text: 422,
  not_in_shift_jis: 422,
  address_too_long: 422,
  letter_too_long: 422,
  too_many_letters: 422,
  papers_too_large: 413,
  printing_failed: 500,
  in_use: 409,
  still_member: 409,
  nothing_on_paper: 409,
  no_tables: 409,
  reply_closed: 409,
  series_taken: 409,
  still_processing: 409,
  request_failed: 400,
  database_unavailable: 503,
  no_space: 507,
  too_slow: 408,
  overloaded: 503,
  internal: 500,
} satisfies Record<ErrorCode, number>;

/** Every refusal leaves in one envelope; a surprise is logged with the request's id and shown only as `internal`. */
export function answerErrors(app: WebApp): void {
  app.setErrorHandler<Error | FastifyError>((error, request, reply) => {
    const { code, status, detail } = refusalOf(error);
    // an outage is told once, by whoever watches the connections
    if (code === 'database_unavailable') reply.header('retry-after', '5');
    else if (status >= 500 && code !== 'overloaded')
      request.log.error({ ...askedBy(request), err: error }, 'unexpected');
    return sendRefusal(request, reply.code(status), code, detail);
  });
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply.code(404), 'not_found'));
}

/** For addresses that cannot be read at all: they reach no route, and no hook that sets headers. */
export function answerUnreadable(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  sendRefusal(request, reply.code(400), 'request_failed');
}

/** Sends the refusal; nobody waits for the rest of a body that it makes useless. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, code: ErrorCode, detail?: string) {
  if (hasBody(request) && !request.raw.complete) reply.header('connection', 'close');
  reply.refusal = code;
  const sentence = errorSentences[code];
  const message = detail ? `${sentence}（${detail}）` : sentence;
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ error: { code, message, requestId: request.id } });
}

export const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;

function refusalOf(error: Error | FastifyError): { code: ErrorCode; status: number; detail?: string | undefined } {
  if (error instanceof DomainError) return { code: error.code, status: statuses[error.code], detail: error.detail };
  if ('validation' in error && error.validation) return { code: 'invalid_input', status: 400 };
  if (isUnstorable(error)) return { code: 'invalid_input', status: 400 };
  if (isOutage(error)) return { code: 'database_unavailable', status: statuses.database_unavailable };
  if (isFull(error)) return { code: 'no_space', status: statuses.no_space };
  if ('code' in error && /^FST_(?:FILES|FIELDS|PARTS)_LIMIT$/.test(String(error.code)))
    return { code: 'request_failed', status: 400 };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 400 || status >= 500) return { code: 'internal', status: 500 };
  // static files refuse an address outside their folder with 403
  if (status === 403 || status === 404) return { code: 'not_found', status: 404 };
  return { code: codeOfStatus(status), status };
}

/** No space, or none that may be written: on the disk of the files, or on PostgreSQL's. */
function isFull(error: Error): boolean {
  return 'code' in error && /^(?:ENOSPC|EDQUOT|EROFS|53100)$/.test(String(error.code));
}

/** PostgreSQL's class 22: a value that passed the schema and that no column can hold, such as NUL or the year 0. */
function isUnstorable(error: Error): boolean {
  return 'severity' in error && 'code' in error && /^22...$/.test(String(error.code));
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_attempts';
  return 'request_failed';
}
