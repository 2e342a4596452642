import type { Kysely } from 'kysely';
import {
  Committee,
  CommitteeChange,
  CommitteeContact,
  CommitteeInput,
  CommitteeList,
  Created,
  LetterSentences,
  MemberChange,
  MemberInput,
  MemberOrder,
  MemberTableQuery,
  Reappointment,
} from '../../../contract/committees.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { sendCsv, sendShiftJisCsv } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import { addMember, deleteMember, reinstateMember, retireMember, updateMember } from './change-members.ts';
import { deleteCommittee } from './delete-committee.ts';
import { eraseMember } from './erase-member.ts';
import { memberTable } from './member-table.ts';
import { orderMembers } from './order-members.ts';
import { findCommittee, findContact, listCommittees } from './queries.ts';
import { reappointMembers } from './reappoint-members.ts';
import { createCommittee, updateCommittee } from './save-committee.ts';
import { saveSentences } from './save-sentences.ts';
import { undoReappointment } from './undo-reappointment.ts';

const done = { done: true as const };
const byOfficial = { access: 'official' as const };

export function registerCommittees(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get(
    '/api/committees/:id/contact',
    { config: { access: 'anyone' }, schema: { params: IdParams, response: { 200: CommitteeContact } } },
    async (request) => {
      const contact = await findContact(db, request.params.id);
      if (!contact) throw new DomainError('not_found');
      return contact;
    },
  );

  app.get('/api/committees', { config: byOfficial, schema: { response: { 200: CommitteeList } } }, async (request) => ({
    committees: await listCommittees(db, officialIn(request.viewer), todayInJapan()),
  }));

  app.post(
    '/api/committees',
    { config: { access: 'administrator' }, schema: { body: CommitteeInput, response: { 200: Created } } },
    (request) => createCommittee(db, officialIn(request.viewer), request.body),
  );

  app.get(
    '/api/committees/:id',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Committee } } },
    async (request) => {
      const committee = await findCommittee(db, officialIn(request.viewer), request.params.id);
      if (!committee) throw new DomainError('not_found');
      return committee;
    },
  );

  app.put(
    '/api/committees/:id',
    { config: byOfficial, schema: { params: IdParams, body: CommitteeChange, response: { 200: Done } } },
    async (request) => {
      await updateCommittee(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.put(
    '/api/committees/:id/letter-sentences',
    { config: byOfficial, schema: { params: IdParams, body: LetterSentences, response: { 200: Done } } },
    async (request) => {
      await saveSentences(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.put(
    '/api/committees/:id/member-order',
    { config: byOfficial, schema: { params: IdParams, body: MemberOrder, response: { 200: Done } } },
    async (request) => {
      await orderMembers(db, officialIn(request.viewer), request.params.id, request.body.memberIds);
      return done;
    },
  );

  app.delete(
    '/api/committees/:id',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await deleteCommittee(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.get(
    '/api/committees/:id/members.csv',
    {
      config: byOfficial,
      schema: { params: IdParams, querystring: MemberTableQuery, response: fileAnswer('text/csv') },
    },
    async (request, reply) => {
      const committee = await findCommittee(db, officialIn(request.viewer), request.params.id);
      if (!committee) throw new DomainError('not_found');
      const send = request.query.encoding === 'shift_jis' ? sendShiftJisCsv : sendCsv;
      return send(reply, `委員名簿_${committee.name}.csv`, memberTable(committee.members));
    },
  );

  app.post(
    '/api/committees/:id/reappointment',
    { config: byOfficial, schema: { params: IdParams, body: Reappointment, response: { 200: Done } } },
    async (request) => {
      await reappointMembers(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.delete(
    '/api/committees/:id/reappointment',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await undoReappointment(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.post(
    '/api/committees/:id/members',
    { config: byOfficial, schema: { params: IdParams, body: MemberInput, response: { 200: Created } } },
    (request) => addMember(db, officialIn(request.viewer), request.params.id, request.body),
  );

  app.put(
    '/api/members/:id',
    { config: byOfficial, schema: { params: IdParams, body: MemberChange, response: { 200: Done } } },
    async (request) => {
      await updateMember(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.delete(
    '/api/members/:id',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await deleteMember(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.post(
    '/api/members/:id/erasure',
    { config: { access: 'official', proof: true }, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await eraseMember(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.put(
    '/api/members/:id/retirement',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await retireMember(db, officialIn(request.viewer), request.params.id, todayInJapan());
      return done;
    },
  );

  app.delete(
    '/api/members/:id/retirement',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await reinstateMember(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );
}
