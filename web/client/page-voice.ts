import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readAloud } from '../../domain/japanese/read-aloud.ts';

/** What a person is told where `missing`. */
export const noVoice =
  'この端末には、日本語の読み上げの声がありません。端末の設定で日本語の音声を加えるか、画面読み上げの機能をお使いください。';

/** Milliseconds: voices are there some time after the page. */
const voicesWithin = 1_500;

/** Reads sentences aloud, one after the other, in the device's own Japanese voice. */
export class PageVoice implements ReactiveController {
  /** Which sentence is being said; null while it is still. */
  saying: number | null = null;
  /** There is no Japanese voice on this device. */
  missing = false;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  async read(sentences: readonly string[]): Promise<void> {
    this.stop();
    const voice = await findVoice();
    this.missing = voice === null;
    this.host.requestUpdate();
    if (voice === null) return;
    sentences.forEach((sentence, index) => {
      const utterance = new SpeechSynthesisUtterance(readAloud(sentence));
      Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
      utterance.onstart = () => this.tell(index);
      if (index === sentences.length - 1) utterance.onend = () => this.tell(null);
      speechSynthesis.speak(utterance);
    });
  }

  stop(): void {
    if ('speechSynthesis' in window) speechSynthesis.cancel();
    this.tell(null);
  }

  private tell(saying: number | null): void {
    this.saying = saying;
    this.host.requestUpdate();
  }
}

async function findVoice(): Promise<SpeechSynthesisVoice | null> {
  if (!('speechSynthesis' in window)) return null;
  const japanese = () => speechSynthesis.getVoices().find(({ lang }) => lang.startsWith('ja')) ?? null;
  if (japanese()) return japanese();
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, voicesWithin);
  });
  return japanese();
}
