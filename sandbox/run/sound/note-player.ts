/** Plays notes in a document, once a person has clicked or typed in it. */
import type { Note, Wave } from '../../note.ts';

/** Upper limit of notes that sound together; further notes are dropped. */
const MOST_VOICES = 16;
/** Loudness of one note. Waves with edges sound louder, so they are played more softly. */
const LOUDNESS: Readonly<Record<Wave, number>> = { sine: 0.3, triangle: 0.3, square: 0.1, sawtooth: 0.12 };
/** Factor of all notes together. */
const VOLUME = 0.4;
/** Seconds in which a note becomes loud. Without them, each note would begin with a click. */
const ATTACK_SECONDS = 0.01;
/** Part of a note after which it fades, and its loudness then. */
const FADE = { after: 0.7, loudness: 0.6 };
/** Milliseconds of silence after which the loudspeaker is let go, because an open one uses the battery. */
const IDLE_MILLISECONDS = 5000;

export class NotePlayer {
	#context: AudioContext | undefined;
	#output: AudioNode | undefined;
	#idleTimer: ReturnType<typeof setTimeout> | undefined;
	#isWaiting = false;
	readonly #voices = new Set<OscillatorNode>();

	/** Plays the note. Returns whether it is heard: not before a person has acted in this document, which browsers ask for. */
	play(note: Note): boolean {
		if (!this.#open()) {
			this.#isWaiting = true;
			return false;
		}
		if (this.#voices.size < MOST_VOICES) this.#startVoice(note);
		return true;
	}

	/** Opens the loudspeaker if a note asked for it; must be called while a person clicks or presses a key. */
	wake(): void {
		if (this.#isWaiting && this.#open()) this.#isWaiting = false;
	}

	/** Ends all notes. */
	silence(): void {
		for (const voice of this.#voices) voice.stop();
	}

	#open(): boolean {
		if (!navigator.userActivation.hasBeenActive) return false;
		clearTimeout(this.#idleTimer);
		if (this.#context === undefined) {
			this.#context = new AudioContext();
			// Many notes together become no louder than a few. A compressor raises what it gives, which the volume takes back.
			const volume = new GainNode(this.#context, { gain: VOLUME });
			this.#output = new DynamicsCompressorNode(this.#context, { threshold: -18, ratio: 12 });
			this.#output.connect(volume).connect(this.#context.destination);
		}
		if (this.#context.state === 'suspended') void this.#context.resume();
		return true;
	}

	#startVoice({ frequency, seconds, wave }: Note): void {
		const [context, output] = [this.#context, this.#output];
		if (context === undefined || output === undefined) return;
		const begin = context.currentTime;
		const loudness = LOUDNESS[wave];
		const oscillator = new OscillatorNode(context, { type: wave, frequency });
		const volume = new GainNode(context, { gain: 0 });
		volume.gain
			.setValueAtTime(0, begin)
			.linearRampToValueAtTime(loudness, begin + Math.min(ATTACK_SECONDS, seconds / 4))
			.linearRampToValueAtTime(loudness * FADE.loudness, begin + seconds * FADE.after)
			.linearRampToValueAtTime(0, begin + seconds);
		oscillator.connect(volume).connect(output);
		oscillator.onended = () => {
			volume.disconnect();
			this.#voices.delete(oscillator);
			if (this.#voices.size === 0) this.#idleTimer = setTimeout(() => void context.suspend(), IDLE_MILLISECONDS);
		};
		this.#voices.add(oscillator);
		oscillator.start(begin);
		oscillator.stop(begin + seconds);
	}
}
