/** Plays notes, with the browser's oscillators. */
import type { SoundNote, Wave } from '../../note.ts';

/** Upper limit of notes that sound together; further notes are dropped. */
const MOST_VOICES = 16;
/** Loudness of one note. Waves with edges sound louder, so they are played more softly. */
const LOUDNESS_BY_WAVE: Readonly<Record<Wave, number>> = { sine: 0.3, triangle: 0.3, square: 0.1, sawtooth: 0.12 };
/** Factor of all notes together. */
const COMMON_VOLUME = 0.4;
/** Seconds in which a note becomes loud. Without them, each note would begin with a click. */
const ATTACK_SECONDS = 0.01;
/** Part of a note after which it fades, and its loudness then. */
const FADE = { after: 0.7, loudness: 0.6 };
/** Milliseconds of silence after which the loudspeaker is let go, because an open one uses the battery. */
const IDLE_MILLISECONDS = 5000;

interface Loudspeaker {
	context: AudioContext;
	/** Where notes are connected. */
	input: AudioNode;
}

function createLoudspeaker(): Loudspeaker {
	const context = new AudioContext();
	// Many notes together become no louder than a few. A compressor raises what it gives, which the volume takes back.
	const volume = new GainNode(context, { gain: COMMON_VOLUME });
	const input = new DynamicsCompressorNode(context, { threshold: -18, ratio: 12 });
	input.connect(volume).connect(context.destination);
	return { context, input };
}

export class NotePlayer {
	#loudspeaker: Loudspeaker | undefined;
	#idleTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #voices = new Set<OscillatorNode>();

	/** Plays the note; to be called only after a person has acted in this document, or browsers keep it silent. */
	play(note: SoundNote): void {
		if (this.#voices.size < MOST_VOICES) this.#startVoice(this.#openLoudspeaker(), note);
	}

	/** Ends all notes. */
	silence(): void {
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
			.linearRampToValueAtTime(loudness * FADE.loudness, beginTime + seconds * FADE.after)
			.linearRampToValueAtTime(0, beginTime + seconds);
		oscillator.connect(volume).connect(input);
		oscillator.onended = () => {
			volume.disconnect();
			this.#voices.delete(oscillator);
			if (this.#voices.size === 0) this.#idleTimer = setTimeout(() => void context.suspend(), IDLE_MILLISECONDS);
		};
		this.#voices.add(oscillator);
		oscillator.start(beginTime);
		oscillator.stop(beginTime + seconds);
	}
}
