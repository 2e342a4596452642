import type { Kysely } from 'kysely';
import { Created } from '../../../contract/committees.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { Meeting, MeetingChange, MeetingInput, MeetingList, PlannedPublication } from '../../../contract/meetings.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireCommittee } from '../../access/editable.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Tickets } from '../../http/tickets.ts';
import type { WebApp } from '../../http/web-app.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { deleteMeeting } from './delete-meeting.ts';
import type { MeetingJobs } from './jobs.ts';
import { cancelPublication, planPublication } from './plan-publication.ts';
import { publishMeeting, unpublishMeeting } from './publish-meeting.ts';
import { findMeeting, isAwaited, listMeetings, shownRevisions } from './queries.ts';
import { createMeeting, updateMeeting } from './save-meeting.ts';
import { noteVisit } from './visit.ts';

const done = { done: true as const };
const byOfficial = { access: 'official' as const };
const doneById = { params: IdParams, response: { 200: Done } };

interface Needs {
  db: Kysely<Tables>;
  tickets: Tickets;
  enqueue: Enqueue<MeetingJobs>;
}

export function registerMeetings(app: WebApp, { db, tickets, enqueue }: Needs): void {
  app.get(
    '/api/committees/:id/meetings',
    { config: byOfficial, schema: { params: IdParams, response: { 200: MeetingList } } },
    async (request) => {
      const official = officialIn(request.viewer);
      await requireCommittee(db, official, request.params.id);
      return { meetings: await listMeetings(db, { official, member: null }, request.params.id) };
    },
  );

  app.post(
    '/api/committees/:id/meetings',
    { config: byOfficial, schema: { params: IdParams, body: MeetingInput, response: { 200: Created } } },
    (request) => createMeeting(db, officialIn(request.viewer), request.params.id, request.body),
  );

  app.get(
    '/api/meetings/:id',
    { config: { access: 'reader' }, schema: { params: IdParams, response: { 200: Meeting } } },
    async (request, reply) => {
      const found = await findMeeting(db, request.viewer, request.params.id);
      if (found) {
        if (found.visitBegins && request.viewer.member) await noteVisit(db, request.viewer.member);
        tickets.issue(request, reply, shownRevisions(found.meeting));
        return found.meeting;
      }
      const awaited = await isAwaited(db, request.viewer, request.params.id);
      throw new DomainError(awaited ? 'not_published' : 'not_found');
    },
  );

  app.put(
    '/api/meetings/:id',
    { config: byOfficial, schema: { ...doneById, body: MeetingChange } },
    async (request) => {
      await updateMeeting(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.delete('/api/meetings/:id', { config: byOfficial, schema: doneById }, async (request) => {
    await deleteMeeting(db, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.put(
    '/api/meetings/:id/planned-publication',
    { config: byOfficial, schema: { ...doneById, body: PlannedPublication } },
    async (request) => {
      await planPublication(db, enqueue, officialIn(request.viewer), request.params.id, request.body.at);
      return done;
    },
  );

  app.delete('/api/meetings/:id/planned-publication', { config: byOfficial, schema: doneById }, async (request) => {
    await cancelPublication(db, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.post('/api/meetings/:id/publication', { config: byOfficial, schema: doneById }, async (request) => {
    await publishMeeting(db, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.delete('/api/meetings/:id/publication', { config: byOfficial, schema: doneById }, async (request) => {
    await unpublishMeeting(db, officialIn(request.viewer), request.params.id);
    return done;
  });
}
