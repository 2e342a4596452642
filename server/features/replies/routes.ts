import type { Kysely } from 'kysely';
import { Done, IdParams } from '../../../contract/fields.ts';
import {
  EnteredReply,
  OwnReply,
  ReplyInput,
  ReplyList,
  ReplyParams,
  WishedPapersQuery,
} from '../../../contract/replies.ts';
import { memberIn, officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf, sendCsv } from '../../http/downloads.ts';
import { networkOf } from '../../http/network.ts';
import type { WebApp } from '../../http/web-app.ts';
import { printWished } from './print-wished.ts';
import { replyTable } from './reply-table.ts';
import { enterReply, giveReply, listMeetingReplies } from './save-reply.ts';

const byMember = { access: 'member' as const };
const byOfficial = { access: 'official' as const };

export function registerReplies(app: WebApp, { db, files }: { db: Kysely<Tables>; files: Files }): void {
  app.put(
    '/api/meetings/:id/reply',
    { config: byMember, schema: { params: IdParams, body: ReplyInput, response: { 200: OwnReply } } },
    ({ viewer, params, body, ip }) => giveReply(db, memberIn(viewer), params.id, body, networkOf(ip)),
  );

  app.get(
    '/api/meetings/:id/replies',
    { config: byOfficial, schema: { params: IdParams, response: { 200: ReplyList } } },
    (request) => listMeetingReplies(db, officialIn(request.viewer), request.params.id),
  );

  app.get(
    '/api/meetings/:id/replies.csv',
    { config: byOfficial, schema: { params: IdParams, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const list = await listMeetingReplies(db, officialIn(request.viewer), request.params.id);
      return sendCsv(reply, '出欠と紙の希望.csv', replyTable(list));
    },
  );

  app.get(
    '/api/meetings/:id/wished-papers',
    {
      config: byOfficial,
      schema: { params: IdParams, querystring: WishedPapersQuery, response: fileAnswer('application/pdf') },
    },
    async (request, reply) => {
      const { params, query, viewer } = request;
      const pdf = await printWished({ db, files }, officialIn(viewer), params.id, query.member);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', dispositionOf('inline', '紙で希望された資料.pdf'))
        .send(pdf);
    },
  );

  app.put(
    '/api/meetings/:id/replies/:member',
    { config: byOfficial, schema: { params: ReplyParams, body: EnteredReply, response: { 200: Done } } },
    async (request) => {
      await enterReply(db, officialIn(request.viewer), request.params, request.body);
      return { done: true as const };
    },
  );
}
