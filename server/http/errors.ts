import type { FastifyError } from 'fastify';
import { errorSentences } from '../../contract/errors.ts';
import { DomainError, type ErrorCode } from '../../domain/meetings/error-code.ts';
import type { WebApp } from './web-app.ts';

const statuses = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  wrong_password: 401,
  too_many_attempts: 429,
  already_set_up: 409,
  wrong_set_up_code: 403,
  unknown_code: 404,
  revoked_code: 410,
  expired_code: 410,
  cross_site: 403,
  not_multipart: 400,
  too_large: 413,
  changed_elsewhere: 409,
  nothing_to_publish: 409,
  documents_failed: 409,
  no_members: 409,
  unprintable_text: 422,
  address_too_long: 422,
  letter_too_long: 422,
  too_many_letters: 422,
  printing_failed: 500,
  series_taken: 409,
  still_processing: 409,
  request_failed: 400,
  internal: 500,
} satisfies Record<ErrorCode, number>;

/** Every refusal leaves in one envelope; a surprise is logged with the request's id and shown only as `internal`. */
export function answerErrors(app: WebApp): void {
  app.setErrorHandler<Error | FastifyError>((error, request, reply) => {
    const { code, status, detail } = refusalOf(error);
    if (status >= 500) request.log.error({ err: error }, 'unexpected');
    const sentence = errorSentences[code];
    return reply.code(status).send({
      error: { code, message: detail ? `${sentence}（${detail}）` : sentence, requestId: request.id },
    });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: { code: 'not_found', message: errorSentences.not_found, requestId: request.id } }),
  );
}

function refusalOf(error: Error | FastifyError): { code: ErrorCode; status: number; detail?: string | undefined } {
  if (error instanceof DomainError) return { code: error.code, status: statuses[error.code], detail: error.detail };
  if ('validation' in error && error.validation) return { code: 'invalid_input', status: 400 };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 400 || status >= 500) return { code: 'internal', status: 500 };
  return { code: codeOfStatus(status), status };
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_attempts';
  return 'request_failed';
}
