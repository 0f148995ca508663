import { scrollLineIntoView } from './text-lines.ts';
import type { Sentence } from './sentences.ts';
import { chooseVoice } from './voices.ts';

/** Name in reading.css of the mark on the spoken sentence, or on its whole block in browsers without highlights. */
const SENTENCE_HIGHLIGHT_NAME = 'read-aloud';

export class SentenceReader {
	state = $state<'silent' | 'speaking' | 'paused'>('silent');
	readonly #language: string;
	#sentences: Sentence[] = [];
	#sentenceIndex = 0;
	/**
	 * The utterance being spoken. The end of another, cancelled utterance must not begin the next sentence, so it is compared with
	 * this one.
	 */
	#utterance: SpeechSynthesisUtterance | null = null;

	constructor(language: string) {
		this.#language = language;
	}

	read(sentences: Sentence[]): void {
		this.stop();
		this.#sentences = sentences;
		this.#speak(0);
	}

	/** Stops within a sentence; reading later begins that sentence again, because not every voice can pause within one. */
	pause(): void {
		if (this.state !== 'speaking') return;
		this.#cancel();
		this.state = 'paused';
	}

	resume(): void {
		if (this.state === 'paused') this.#speak(this.#sentenceIndex);
	}

	stop(): void {
		if (this.state === 'silent') return;
		this.#cancel();
		markSentence(null);
		this.state = 'silent';
	}

	#cancel(): void {
		this.#utterance = null;
		speechSynthesis.cancel();
	}

	#speak(at: number): void {
		const sentence = this.#sentences[at];
		// The voice is chosen anew for each sentence: without a voice set, the browser would take its usual one, which may send the text to a
		// network service.
		const voice = chooseVoice(speechSynthesis.getVoices(), this.#language);
		if (!sentence || !voice) return this.stop();
		this.#sentenceIndex = at;
		this.state = 'speaking';
		markSentence(sentence);
		const utterance = new SpeechSynthesisUtterance(sentence.text);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.onend = () => {
			if (this.#utterance === utterance) this.#speak(at + 1);
		};
		utterance.onerror = () => {
			if (this.#utterance === utterance) this.stop();
		};
		this.#utterance = utterance;
		speechSynthesis.speak(utterance);
	}
}

function markSentence(sentence: Sentence | null): void {
	document.querySelector('[data-read-aloud]')?.removeAttribute('data-read-aloud');
	if ('highlights' in CSS) {
		if (sentence) CSS.highlights.set(SENTENCE_HIGHLIGHT_NAME, new Highlight(sentence.range));
		else CSS.highlights.delete(SENTENCE_HIGHLIGHT_NAME);
	} else if (sentence) sentence.block.setAttribute('data-read-aloud', '');
	if (sentence) scrollLineIntoView(sentence.range.getBoundingClientRect(), sentence.block);
}
