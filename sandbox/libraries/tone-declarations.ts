/** Declarations of Tone.js that fit on a page: what a first piece of music has, and anything else as it comes. */

/**
 * Tone.js declares its names in 190 files. Names and meanings are those of https://tonejs.github.io/docs/15.0.4/; what is not here
 * is let through unchecked.
 */
export const TONE_DECLARATIONS = `
declare namespace Tone {
	/** A note such as 'C4', or a frequency in hertz. */
	type Note = string | number;
	/** Seconds, or a length of music: '4n' is a quarter note, '8n' an eighth, '1m' a measure. */
	type Time = string | number;
	interface Signal {
		value: number;
		/** Changes the value bit by bit over a time. */
		rampTo(value: number, time?: Time): this;
		[name: string]: any;
	}
	/** Anything that makes a sound or changes it. */
	class ToneNode {
		constructor(...settings: any[]);
		/** Sends the sound to the loudspeaker. */
		toDestination(): this;
		connect(next: ToneNode): this;
		/** Sends the sound through effects, one after another. */
		chain(...next: ToneNode[]): this;
		dispose(): this;
		[name: string]: any;
	}
	class Instrument extends ToneNode {
		/** Loudness in decibels; 0 is full. */
		volume: Signal;
		/**
		 * Plays a note for a time.
		 * @example
		 * synth.triggerAttackRelease('C4', '8n');
		 */
		triggerAttackRelease(note: Note, length: Time, when?: Time, loudness?: number): this;
		/** Begins a note, which sounds until triggerRelease. */
		triggerAttack(note: Note, when?: Time): this;
		triggerRelease(when?: Time): this;
	}
	class Synth extends Instrument {}
	class FMSynth extends Instrument {}
	class AMSynth extends Instrument {}
	class MonoSynth extends Instrument {}
	class PluckSynth extends Instrument {}
	/** A drum. */
	class MembraneSynth extends Instrument {}
	class MetalSynth extends Instrument {}
	/** Noise, as of a snare drum; it has no note. */
	class NoiseSynth extends ToneNode {
		triggerAttackRelease(length: Time, when?: Time): this;
	}
	/** Several notes together: pass a list of notes. */
	class PolySynth extends ToneNode {
		volume: Signal;
		triggerAttackRelease(notes: Note | Note[], length: Time, when?: Time): this;
	}
	class Reverb extends ToneNode {}
	class FeedbackDelay extends ToneNode {}
	class Distortion extends ToneNode {}
	class Filter extends ToneNode {}
	class Chorus extends ToneNode {}
	/** Calls a function again and again, in time. */
	class Loop {
		constructor(play: (when: number) => void, every: Time);
		start(when?: Time): this;
		stop(when?: Time): this;
		[name: string]: any;
	}
	/** Calls a function for each part of a list, one after another. */
	class Sequence<Part> {
		constructor(play: (when: number, part: Part) => void, parts: Part[], every?: Time);
		start(when?: Time): this;
		stop(when?: Time): this;
		[name: string]: any;
	}
	interface Transport {
		/** Beats in a minute. */
		bpm: Signal;
		start(when?: Time): this;
		stop(when?: Time): this;
		pause(when?: Time): this;
		[name: string]: any;
	}
	/** Lets the page be heard; call it in a click. */
	function start(): Promise<void>;
	/** The time of the sound, in seconds. */
	function now(): number;
	/** The clock of all loops and sequences. */
	function getTransport(): Transport;
	function getDestination(): ToneNode;
	/** Waits until all sounds and effects are ready. */
	function loaded(): Promise<void>;
}
`;
