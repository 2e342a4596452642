import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';
import { codePointLabel, PrintError } from '../../print/print-error.ts';
import { drawSpecimen, printNotices } from '../../print/print-notices.ts';

/** The letters' PDF; what the printing room refuses becomes a refusal that names the member or the character. */
export function printLetters(letters: NoticeLetter[]): Promise<Buffer> {
  return printNotices(letters).catch(refuse);
}

/** One letter as it will be printed, as a picture (SVG); refuses as `printLetters`. */
export function drawLetter(letter: NoticeLetter): Promise<Buffer> {
  return drawSpecimen(letter).catch(refuse);
}

function refuse(error: unknown): never {
  throw error instanceof PrintError ? refusalOf(error) : error;
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
