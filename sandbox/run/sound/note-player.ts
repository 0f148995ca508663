/** Plays notes, with the browser's oscillators. */
import type { SoundNote, WaveShape } from '../../note.ts';

/** Upper limit of notes that sound together; further notes are dropped. */
const MAX_NOTES_TOGETHER = 16;
/** Loudness of one note. Square and sawtooth waves sound louder, so they are played more softly. */
const LOUDNESS_BY_WAVE: Readonly<Record<WaveShape, number>> = { sine: 0.3, triangle: 0.3, square: 0.1, sawtooth: 0.12 };
/** Factor by which all notes together are made softer. */
const ALL_NOTES_VOLUME = 0.4;
/** Seconds in which a note reaches its loudness. A note that began at once would begin with a click. */
const ATTACK_SECONDS = 0.01;
/**
 * Part of a note's length after which the note fades, and the loudness at which it begins to fade, as a part of its full
 * loudness.
 */
const NOTE_FADE = { after: 0.7, loudness: 0.6 };
/** Milliseconds of silence after which the loudspeaker is released, because an open loudspeaker uses the battery. */
const IDLE_LOUDSPEAKER_MILLISECONDS = 5000;

interface Loudspeaker {
	context: AudioContext;
	/** The audio node to which notes are connected. */
	input: AudioNode;
}

function createLoudspeaker(): Loudspeaker {
	const context = new AudioContext();
	// The compressor keeps many notes together from being louder than a few. It also raises its output, which the volume makes up
	// for.
	const volume = new GainNode(context, { gain: ALL_NOTES_VOLUME });
	const input = new DynamicsCompressorNode(context, { threshold: -18, ratio: 12 });
	input.connect(volume).connect(context.destination);
	return { context, input };
}

export class NotePlayer {
	#loudspeaker: Loudspeaker | undefined;
	#idleTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #voices = new Set<OscillatorNode>();

	/** Plays the note; to be called only after a person has acted in this document, or browsers keep it silent. */
	playNote(note: SoundNote): void {
		if (this.#voices.size < MAX_NOTES_TOGETHER) this.#startVoice(this.#openLoudspeaker(), note);
	}

	/** Ends all notes that sound. */
	silenceNotes(): void {
		for (const voice of this.#voices) voice.stop();
	}

	/** Opens the loudspeaker, or wakes it after a silence. */
	#openLoudspeaker(): Loudspeaker {
		clearTimeout(this.#idleTimer);
		this.#loudspeaker ??= createLoudspeaker();
		if (this.#loudspeaker.context.state === 'suspended') void this.#loudspeaker.context.resume();
		return this.#loudspeaker;
	}

	#startVoice({ context, input }: Loudspeaker, { frequency, seconds, wave }: SoundNote): void {
		const beginTime = context.currentTime;
		const loudness = LOUDNESS_BY_WAVE[wave];
		const oscillator = new OscillatorNode(context, { type: wave, frequency });
		const volume = new GainNode(context, { gain: 0 });
		volume.gain
			.setValueAtTime(0, beginTime)
			.linearRampToValueAtTime(loudness, beginTime + Math.min(ATTACK_SECONDS, seconds / 4))
			.linearRampToValueAtTime(loudness * NOTE_FADE.loudness, beginTime + seconds * NOTE_FADE.after)
			.linearRampToValueAtTime(0, beginTime + seconds);
		oscillator.connect(volume).connect(input);
		oscillator.onended = () => {
			volume.disconnect();
			this.#voices.delete(oscillator);
			if (this.#voices.size === 0)
				this.#idleTimer = setTimeout(() => void context.suspend(), IDLE_LOUDSPEAKER_MILLISECONDS);
		};
		this.#voices.add(oscillator);
		oscillator.start(beginTime);
		oscillator.stop(beginTime + seconds);
	}
}
