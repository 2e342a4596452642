import type { Kysely } from 'kysely';
import { Done, IdParams } from '../../../contract/fields.ts';
import { Message, MessageInput, NoticeInput, NoticeList, SpecimenInput, Wall } from '../../../contract/notices.ts';
import { requireMeeting } from '../../access/editable.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf, sendCsv } from '../../http/downloads.ts';
import type { Keys } from '../../http/secrets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { printHelp } from '../../print/print-help.ts';
import { qrCodeSvg } from '../../print/qr-code.ts';
import { findOccasion, lacksOf } from './find-occasion.ts';
import { helpSheetOf } from './help-sheet.ts';
import { issueMessage, issueMessages } from './issue-message.ts';
import { issueNotices } from './issue-notices.ts';
import { drawLetter, printLetters } from './print-letters.ts';
import { listNotices } from './queries.ts';
import { revokeNotice } from './revoke-notice.ts';
import { showSpecimen } from './show-specimen.ts';

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
      const words = { documentNumber: '', issuedOn: '', note: '' };
      const occasion = await findOccasion(db, officialIn(request.viewer), request.params.id, words, publicUrl);
      return { rows: await listNotices(db, occasion.meeting.id), lacks: lacksOf(occasion) };
    },
  );

  // Changes nothing; a note of many lines is too long for an address.
  app.post(
    '/api/meetings/:id/notices/specimen',
    {
      config: byOfficial,
      schema: { params: IdParams, body: SpecimenInput, response: fileAnswer('image/svg+xml') },
    },
    async (request, reply) => {
      const needs = { db, publicUrl, draw: drawLetter };
      const svg = await showSpecimen(needs, officialIn(request.viewer), request.params.id, request.body);
      return reply.type('image/svg+xml').header('cache-control', 'no-store').send(svg.toString());
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
    '/api/meetings/:id/notices/message',
    {
      config: { ...byOfficial, proof: true },
      schema: { params: IdParams, body: MessageInput, response: { 200: Message } },
    },
    (request) => {
      const needs = { db, keys, publicUrl };
      return issueMessage(needs, officialIn(request.viewer), request.params.id, request.body.memberId);
    },
  );

  app.post(
    '/api/meetings/:id/notices/messages',
    { config: { ...byOfficial, proof: true }, schema: { params: IdParams, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const needs = { db, keys, publicUrl };
      const { title, table } = await issueMessages(needs, officialIn(request.viewer), request.params.id);
      return sendCsv(reply, `メールの文　${title}.csv`, table);
    },
  );

  app.get(
    '/api/meetings/:id/wall',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Wall } } },
    async (request) => {
      const { id } = request.params;
      await requireMeeting(db, officialIn(request.viewer), id);
      const address = `${publicUrl}/meetings/${id}`;
      return { address, entrance: publicUrl, qr: qrCodeSvg(address) };
    },
  );

  app.get(
    '/api/meetings/:id/help-sheet.pdf',
    { config: byOfficial, schema: { params: IdParams, response: fileAnswer('application/pdf') } },
    async (request, reply) =>
      reply
        .type('application/pdf')
        .header('content-disposition', dispositionOf('inline', '会議の資料の見方.pdf'))
        .send(await printHelp(await helpSheetOf(db, officialIn(request.viewer), request.params.id, publicUrl))),
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
