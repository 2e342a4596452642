import type { Kysely } from 'kysely';
import { Done, IdParams } from '../../../contract/fields.ts';
import { NoticeInput, NoticeList } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf } from '../../http/downloads.ts';
import type { Keys } from '../../http/secrets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { issueNotices } from './issue-notices.ts';
import { printLetters } from './print-letters.ts';
import { findNotifiedMeeting, listNotices } from './queries.ts';
import { revokeNotice } from './revoke-notice.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  publicUrl: string;
}

const byOfficial = { access: 'official' as const };

export function registerNotices(app: WebApp, { db, keys, publicUrl }: Needs): void {
  app.get(
    '/api/meetings/:id/notices',
    { config: byOfficial, schema: { params: IdParams, response: { 200: NoticeList } } },
    async (request) => {
      const meeting = await findNotifiedMeeting(db, officialIn(request.viewer), request.params.id);
      if (!meeting) throw new DomainError('not_found');
      return { rows: await listNotices(db, meeting) };
    },
  );

  app.post(
    '/api/meetings/:id/notices',
    {
      config: { ...byOfficial, proof: true },
      schema: { params: IdParams, body: NoticeInput, response: fileAnswer('application/pdf') },
    },
    async (request, reply) => {
      const needs = { db, keys, publicUrl, print: printLetters };
      const { pdf, title } = await issueNotices(needs, officialIn(request.viewer), request.params.id, request.body);
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', dispositionOf('inline', `開催通知　${title}.pdf`))
        .send(pdf);
    },
  );

  app.post(
    '/api/notices/:id/revocation',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await revokeNotice(db, officialIn(request.viewer), request.params.id);
      return { done: true as const };
    },
  );
}
