/** What some routes need to be asked with. */
export const queries: Record<string, string> = {
  'GET /api/city/window-sheet.pdf': '?left=20&top=14&width=90&height=45',
  'GET /api/documents/{id}/line-years': '?page=1&line=0',
  'GET /api/comparisons/{id}/lines': '?side=newer&page=1',
  // what every page holds, and every initiative is called
  'GET /api/search': '?words=himitsu',
  'GET /api/revisions/{id}/hits': '?words=himitsu',
  'GET /api/places': '?said=himitsu',
};
const reply = { attendance: null, word: '', paper: 'none', documentIds: [] };
/** A body that a route takes, as far as its shape goes. */
export const bodies: Record<string, object> = {
  'POST /api/documents/{id}/comparisons': { otherDocumentId: 1 },
  'PUT /api/comparisons/{id}/acknowledgements': { keys: ['gone\n町税\n'], acknowledged: true },
  'POST /api/comparisons/{id}/corrections': { kind: 'page', older: 1, newer: 1 },
  'POST /api/committees/{id}/register-corrections': {
    kind: 'hidden',
    places: [{ documentId: 1, number: '1', name: 'x', page: 1 }],
  },
  'PUT /api/documents/{id}': {
    ...{ kind: 'other', number: '', title: 'x', openness: 'open', agendaItemId: null, seriesId: null },
    edition: 1,
  },
  'PUT /api/documents/{id}/counterpart': { documentId: 1 },
  'POST /api/documents/{id}/other-name': { edition: 1 },
  'PUT /api/documents/{id}/reading-place': { page: 1 },
  'PUT /api/appearance': { textSize: 'large', contrast: 'normal', motion: 'normal' },
  'POST /api/meetings/{id}/accepted-names': { documentIds: [1] },
  'PUT /api/meetings/{id}/document-order': { documentIds: [] },
  'PUT /api/meetings/{id}/reply': reply,
  'PUT /api/meetings/{id}/replies/{member}': { ...reply, seenAt: null },
  'PUT /api/ledger/settings': { duplex: true, pagesPerSide: 1, target: null, edition: 1 },
  'POST /api/meetings/{id}/notices/specimen': { documentNumber: '', issuedOn: '2024-06-01', note: '' },
  'POST /api/meetings/{id}/notices/message': { memberId: 1 },
  'POST /api/meetings/{id}/notices': {
    ...{ memberIds: null, documentNumber: '', issuedOn: '2024-06-01', note: '', revokeEarlier: true },
  },
};
const noteId = '00000000-0000-4000-8000-000000000000';
const noteEdit = { id: noteId, editId: noteId, base: 0, documentId: 1, revisionId: 1, page: 1, erased: false };
const bookmark = { content: { kind: 'bookmark', words: '' }, writtenAt: '2024-01-01T00:00:00Z' };
bodies['PUT /api/notes'] = { edits: [{ ...noteEdit, ...bookmark }] };
bodies['POST /api/notes/deletion'] = { ids: [noteId] };
const assertion = { clientDataJSON: '', authenticatorData: '', signature: '', attestationObject: '' };
const answer = { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {}, response: assertion };
const officialBody = { name: 'x', email: 'x@example.jp', role: 'secretariat', committeeIds: [] };
bodies['POST /api/officials'] = officialBody;
bodies['PUT /api/officials/{id}'] = { ...officialBody, edition: 1 };
bodies['PUT /api/account/password'] = { currentPassword: 'x', password: 'x'.repeat(12) };
bodies['POST /api/account/proof'] = { password: 'x' };
bodies['POST /api/account/proof/passkey'] = { step: 'x', answer };
bodies['POST /api/account/passkeys'] = { step: 'x', name: 'x', answer };
bodies['PUT /api/passkeys/{id}'] = { name: 'x' };
const meetingBody = { title: 'x', heldOn: '2024-07-01', startsAt: '10:00', endsAt: null, place: '', agenda: [] };
const memberBody = {
  name: 'x',
  kana: '',
  position: '',
  postalCode: '',
  address: '',
  termFrom: '2024-01-01',
  termTo: '2025-01-01',
};
const committeeBody = { name: 'x', department: 'x', phone: '1', email: '' };
bodies['POST /api/committees/{id}/meetings'] = meetingBody;
bodies['PUT /api/meetings/{id}'] = { ...meetingBody, edition: 1 };
bodies['PUT /api/meetings/{id}/planned-publication'] = { at: '2024-06-01T09:00:00+09:00' };
bodies['POST /api/committees/{id}/members'] = memberBody;
bodies['PUT /api/members/{id}'] = { ...memberBody, edition: 1 };
bodies['PUT /api/committees/{id}/letter-sentences'] = { greeting: '', body: '', edition: 1 };
bodies['PUT /api/committees/{id}/member-order'] = { memberIds: [] };
bodies['POST /api/committees/{id}/reappointment'] = { memberIds: [1], termFrom: '2024-01-01', termTo: '2025-01-01' };
bodies['POST /api/committees'] = committeeBody;
bodies['PUT /api/committees/{id}'] = { ...committeeBody, edition: 1 };
bodies['PUT /api/city'] = {
  name: 'x',
  postalCode: '',
  address: '',
  senderTitle: '',
  senderName: '',
  edition: 1,
  passkeysDemanded: false,
  window: { left: 1, top: 1, width: 90, height: 45 },
};
