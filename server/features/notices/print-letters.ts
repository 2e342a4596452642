import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';
import { codePointLabel, PrintError } from '../../print/print-error.ts';
import { printNotices } from '../../print/print-notices.ts';

/** The letters' PDF; what the printing room refuses becomes a refusal that names the member or the character. */
export async function printLetters(letters: NoticeLetter[]): Promise<Buffer> {
  try {
    return await printNotices(letters);
  } catch (error) {
    if (error instanceof PrintError) throw refusalOf(error);
    throw error;
  }
}

function refusalOf(error: PrintError): Error {
  switch (error.code) {
    case 'unprintable':
      return new DomainError(
        'unprintable_text',
        error.texts.map(({ text, characters }) => `${text}: ${characters.map(codePointLabel).join(' ')}`).join('、'),
      );
    case 'address-too-long':
      return new DomainError('address_too_long', error.names.join('、'));
    case 'letter-too-long':
      return new DomainError('letter_too_long');
    case 'too-many':
      return new DomainError('too_many_letters');
    case 'deadline':
      return new DomainError('printing_failed');
    case 'bad-link':
    case 'failed':
      return error;
  }
}
