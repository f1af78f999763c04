// A system's voice that makes no sound: it writes down what it is asked to say, and ends when it is told to.

/** Voices of a phone: two Chinese ones on the device, one far away, and a foreigner that comes first. */
export const VOICES = [
  { name: 'Samantha', lang: 'en-US', localService: true, default: true },
  { name: 'Far', lang: 'zh-CN', localService: false, default: false },
  { name: 'Taipei', lang: 'zh-TW', localService: true, default: false },
];

/** Puts the voice in place of the browser's own, from the next load of the page on. */
export async function speaks(context, voices = VOICES, { late = 0 } = {}) {
  await context.addInitScript(
    ([voices, late]) => {
      const loaded = Date.now();
      const fake = { said: [], cancelled: 0, now: null };
      class Utterance {
        constructor(text) {
          Object.assign(this, { text, lang: '', rate: 1, voice: null, onend: null, onerror: null });
        }
      }
      const synthesis = {
        get speaking() {
          return fake.now !== null;
        },
        pending: false,
        getVoices: () => (Date.now() - loaded < late ? [] : voices),
        cancel: () => {
          fake.cancelled += 1;
          const broken = fake.now;
          fake.now = null;
          // Browsers tell of it later.
          setTimeout(() => broken?.onerror?.(new Event('error')));
        },
        speak: (utterance) => {
          if (fake.now) throw new Error('two utterances at once');
          const { text, lang, rate, voice } = utterance;
          fake.said.push({ text, lang, rate, voice: voice?.name ?? null });
          fake.now = utterance;
        },
      };
      fake.end = (type = 'end') => {
        const ended = fake.now;
        fake.now = null;
        (type === 'end' ? ended?.onend : ended?.onerror)?.(new Event(type));
      };
      window.SpeechSynthesisUtterance = Utterance;
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
      window.fakeVoice = fake;
    },
    [voices, late],
  );
}

/** Takes speaking away from the browser. */
export async function mute(context) {
  await context.addInitScript(() => {
    delete window.SpeechSynthesisUtterance;
    Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });
  });
}

/** All that was to be said up to now. */
export const said = (page) => page.evaluate(() => window.fakeVoice.said);

/** Lets the utterance of this moment come to its end, or to an error. */
export const end = (page, type = 'end') => page.evaluate((type) => window.fakeVoice.end(type), type);

export const isSpeaking = (page) => page.evaluate(() => window.fakeVoice.now !== null);
