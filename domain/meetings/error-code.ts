/** Why the portal refused: each has one HTTP status (server/http) and one Japanese sentence (contract). */
export type ErrorCode =
  | 'invalid_input'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'wrong_password'
  | 'wrong_current_password'
  | 'weak_password'
  | 'passkey_refused'
  | 'passkey_demanded'
  | 'last_passkey'
  | 'own_passkey_first'
  | 'proof_needed'
  | 'stopped_account'
  | 'email_taken'
  | 'last_administrator'
  | 'own_account'
  | 'unknown_invitation'
  | 'closed_invitation'
  | 'too_many_attempts'
  | 'already_set_up'
  | 'wrong_set_up_code'
  | 'unknown_code'
  | 'revoked_code'
  | 'expired_code'
  | 'cross_site'
  | 'not_multipart'
  | 'upload_conflict'
  | 'upload_incomplete'
  | 'too_large'
  | 'empty_file'
  | 'not_pdf'
  | 'password_needed'
  | 'protection_unknown'
  | 'no_converter'
  | 'office_encrypted'
  | 'office_macros'
  | 'changed_elsewhere'
  | 'not_published'
  | 'nothing_to_publish'
  | 'documents_failed'
  | 'no_members'
  | 'unprintable_text'
  | 'not_in_shift_jis'
  | 'address_too_long'
  | 'letter_too_long'
  | 'too_many_letters'
  | 'papers_too_large'
  | 'printing_failed'
  | 'in_use'
  | 'still_member'
  | 'nothing_on_paper'
  | 'no_tables'
  | 'reply_closed'
  | 'series_taken'
  | 'still_processing'
  | 'request_failed'
  | 'database_unavailable'
  | 'no_space'
  | 'too_slow'
  | 'overloaded'
  | 'internal';

/** A refusal that an operation decides on; knows no HTTP. `detail` names the thing (a file, a member), shown to the user. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
  }
}
