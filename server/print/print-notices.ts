import { fileURLToPath } from 'node:url';
import { phrasesOf } from '../../domain/japanese/phrases.ts';
import { type CompileOptions, compileTypst } from './compile-typst.ts';
import { findUnprintable, isInMincho } from './font-coverage.ts';
import type { NoticeLetter } from './notice-letter.ts';
import { PrintError } from './print-error.ts';
import { type Json, printable } from './printable-text.ts';
import { qrCodeSvg } from './qr-code.ts';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));
const MOST_LETTERS = 300;
// Version 3 of the QR code (29 modules) ends here: larger ones print modules below 0.6 mm on 25 mm.
const LINK = /^HTTPS?:\/\/[0-9A-Z.:-]+\/M\/[0-9A-HJKMNP-TV-Z]{16}$/;
const LONGEST_LINK = 61;
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/**
 * One PDF/UA-1 with one A4 page a letter, in the order given. Throws a PrintError: unprintable, address-too-long,
 * letter-too-long, too-many (over 300), bad-link, deadline or failed; and the signal's reason where it was aborted.
 */
export function printNotices(letters: readonly NoticeLetter[], options: CompileOptions = {}): Promise<Buffer> {
  return compileLetters(letters, 'pdf', options);
}

/** The letter as it will be printed, with 見本 across it, as an SVG for the screen. Throws as `printNotices`. */
export function drawSpecimen(letter: NoticeLetter): Promise<Buffer> {
  return compileLetters([letter], 'svg', {});
}

async function compileLetters(
  letters: readonly NoticeLetter[],
  form: 'pdf' | 'svg',
  options: CompileOptions,
): Promise<Buffer> {
  // One compile, measured: 60 letters 0.8 s and 167 MB, 300 letters 2.7 s and 385 MB in the child.
  if (letters.length === 0) throw new RangeError('no letters to print');
  if (letters.length > MOST_LETTERS) throw new PrintError('too-many');
  for (const { url, code } of letters) {
    if (!LINK.test(url) || url.length > LONGEST_LINK || !CODE.test(code)) throw new PrintError('bad-link');
  }
  const texts = findUnprintable(letters.flatMap(textsOf));
  if (texts.length > 0) throw new PrintError('unprintable', { texts });

  const data: Json = printable({
    title: letters[0]!.meetingTitle,
    specimen: form === 'svg',
    letters: letters.map(letterData),
  });
  const [document] = await compileTypst(
    [
      {
        workspace: TEMPLATES,
        main: `${TEMPLATES}notice.typ`,
        data: JSON.stringify(data),
        form,
        timestamp: Math.floor(Date.now() / 1000),
        queries: ['<address-too-long>', '<letter-too-long>'],
      },
    ],
    options,
  );
  const [names = [], tooLong = []] = document!.queried.map((values) => values.map(String));
  if (names.length > 0) throw new PrintError('address-too-long', { names });
  if (tooLong.length > 0) throw new PrintError('letter-too-long');
  return Buffer.from(document!.file);
}

/** Every text of a letter, as `findUnprintable` wants them. */
function textsOf(letter: NoticeLetter): string[] {
  const { addressee, contact } = letter;
  return [
    letter.documentNumber,
    letter.date,
    ...letter.senderLines,
    addressee.postalCode,
    ...addressee.addressLines,
    `${addressee.name}${addressee.honorific}`,
    letter.committeeName,
    letter.meetingTitle,
    letter.heldOn,
    letter.heldTime,
    letter.place,
    letter.openness,
    ...letter.agendaItems.flatMap(({ label, title }) => [label, title]),
    ...letter.materials.flatMap(({ label, title }) => [label, title]),
    contact.department,
    contact.person,
    contact.telephone,
    contact.email,
    letter.body,
    letter.greeting ?? '',
    letter.paperNote ?? '',
  ];
}

function letterData(letter: NoticeLetter): Json {
  const { greeting = '', paperNote = '', ...rest } = letter;
  return {
    ...rest,
    addressee: { ...letter.addressee },
    agendaItems: letter.agendaItems.map((item) => ({ ...item })),
    materials: letter.materials.map(({ label, title }) => ({ label, title: phrasesOf(title) })),
    contact: { ...letter.contact },
    window: { ...letter.window },
    greeting,
    paperNote,
    qr: qrCodeSvg(letter.url),
    nameInMincho: isInMincho(letter.addressee.name),
  };
}
