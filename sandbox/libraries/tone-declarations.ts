/** Declarations of Tone.js that fit on a page: all its instruments, sources and effects, with what most programs call. */

const TONE_INSTRUMENTS =
	'Synth AMSynth DuoSynth FMSynth MembraneSynth MetalSynth MonoSynth PluckSynth PolySynth Sampler';
const TONE_SOURCES =
	'AMOscillator FMOscillator FatOscillator GrainPlayer LFO Noise OmniOscillator Oscillator PWMOscillator Player PulseOscillator ' +
	'ToneBufferSource ToneOscillatorNode UserMedia';
const TONE_EFFECTS =
	'AutoFilter AutoPanner AutoWah BitCrusher Chebyshev Chorus Distortion FeedbackDelay Freeverb FrequencyShifter JCReverb ' +
	'Phaser PingPongDelay PitchShift Reverb StereoWidener Tremolo Vibrato';
const TONE_COMPONENTS =
	'AmplitudeEnvelope Analyser BiquadFilter Channel Compressor Convolver CrossFade DCMeter EQ3 Envelope FFT FeedbackCombFilter ' +
	'Filter Follower FrequencyEnvelope Gate Limiter LowpassCombFilter Merge Meter MidSideCompressor MidSideMerge MidSideSplit Mono ' +
	'MultibandCompressor MultibandSplit OnePoleFilter PanVol Panner Panner3D PhaseShiftAllpass Solo Split Volume Waveform';

const declareClasses = (names: string, parent: string): string =>
	names
		.split(' ')
		.map((name) => `\tclass ${name} extends ${parent} {}`)
		.join('\n');

/**
 * Tone.js's own declarations are 190 files, so these were written from https://tonejs.github.io/docs/15.0.4/. Most classes declare
 * only what their parent class has; a program changes their own settings with `set`.
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
		rampTo(value: number, length?: Time, when?: Time): this;
		setValueAtTime(value: number, when: Time): this;
		linearRampToValueAtTime(value: number, when: Time): this;
	}
	/** Anything that makes a sound or changes it. */
	class ToneNode {
		constructor(...settings: unknown[]);
		/** Sends the sound to the loudspeaker. */
		toDestination(): this;
		connect(next: ToneNode | Signal): this;
		disconnect(next?: ToneNode): this;
		/** Sends the sound through effects, one after another. */
		chain(...next: ToneNode[]): this;
		/** Sends the sound to several at once. */
		fan(...next: ToneNode[]): this;
		/** Changes settings, by their names. */
		set(settings: Record<string, unknown>): this;
		get(): Record<string, unknown>;
		dispose(): this;
	}
	class Instrument extends ToneNode {
		/** Loudness in decibels; 0 is full. */
		volume: Signal;
		detune: Signal;
		frequency: Signal;
		oscillator: { type: string };
		envelope: { attack: Time; decay: Time; sustain: number; release: Time };
		/**
		 * Plays a note for a time; some instruments play a list of notes together.
		 * @example
		 * synth.triggerAttackRelease('C4', '8n');
		 */
		triggerAttackRelease(note: Note | Note[], length: Time, when?: Time, loudness?: number): this;
		/** Begins a note, which sounds until triggerRelease. */
		triggerAttack(note: Note | Note[], when?: Time, loudness?: number): this;
		triggerRelease(note?: Note | Note[], when?: Time): this;
		releaseAll(when?: Time): this;
	}
	/** Noise, as of a snare drum; it has no note. */
	class NoiseSynth extends ToneNode {
		volume: Signal;
		triggerAttackRelease(length: Time, when?: Time, loudness?: number): this;
	}
	/** A tone, noise or sound file that is started and stopped. */
	class Source extends ToneNode {
		volume: Signal;
		frequency: Signal;
		detune: Signal;
		mute: boolean;
		loop: boolean;
		playbackRate: number;
		type: string;
		readonly loaded: boolean;
		readonly state: string;
		start(when?: Time, from?: Time, length?: Time): this;
		stop(when?: Time): this;
		/** Starts and stops with the transport. */
		sync(): this;
	}
	class Players extends ToneNode {
		volume: Signal;
		player(name: string): Player;
		stopAll(when?: Time): this;
	}
	/** An effect, such as an echo. Each kind of effect has only some of these settings. */
	class Effect extends ToneNode {
		/** How much is heard of the effect, from 0 to 1. */
		wet: Signal;
		frequency: Signal;
		depth: Signal;
		delayTime: Signal;
		feedback: Signal;
		roomSize: Signal;
		decay: Time;
		pitch: number;
		distortion: number;
		start(when?: Time): this;
		stop(when?: Time): this;
	}
	/** A piece between a source and the loudspeaker; each has some of these. */
	class Piece extends ToneNode {
		volume: Signal;
		pan: Signal;
		fade: Signal;
		frequency: Signal;
		threshold: Signal;
		mute: boolean;
		solo: boolean;
		type: string;
		getValue(): number | number[] | Float32Array;
		triggerAttackRelease(length: Time, when?: Time, loudness?: number): this;
	}
	class Recorder extends ToneNode {
		start(): Promise<void>;
		stop(): Promise<Blob>;
	}
	/** Calls a function in time. */
	class TimedCall {
		readonly state: string;
		mute: boolean;
		probability: number;
		playbackRate: number;
		loop: boolean | number;
		start(when?: Time): this;
		stop(when?: Time): this;
		cancel(when?: Time): this;
		dispose(): this;
	}
	/** Calls a function again and again. */
	class Loop extends TimedCall {
		constructor(play: (when: number) => void, every: Time);
	}
	/** Calls a function for each part of a list, one after another. */
	class Sequence<Item> extends TimedCall {
		constructor(play: (when: number, item: Item) => void, items: Item[], every?: Time);
	}
	/** Calls a function for each item at the item's own time. */
	class Part<Item> extends TimedCall {
		constructor(play: (when: number, item: Item) => void, items: Item[]);
	}
	/** Calls a function for the parts of a list in an order such as 'up', 'down' or 'random'. */
	class Pattern<Item> extends TimedCall {
		constructor(play: (when: number, item: Item) => void, items: Item[], order?: string);
		interval: Time;
	}
	class ToneEvent<Item> extends TimedCall {
		constructor(play: (when: number, item: Item) => void, item?: Item);
	}
${declareClasses(TONE_INSTRUMENTS, 'Instrument')}
${declareClasses(TONE_SOURCES, 'Source')}
${declareClasses(TONE_EFFECTS, 'Effect')}
${declareClasses(TONE_COMPONENTS, 'Piece')}
	interface Transport {
		/** Beats in a minute. */
		bpm: Signal;
		swing: number;
		position: Time;
		seconds: number;
		loop: boolean;
		loopStart: Time;
		loopEnd: Time;
		timeSignature: number | number[];
		readonly state: string;
		start(when?: Time): this;
		stop(when?: Time): this;
		pause(when?: Time): this;
		schedule(play: (when: number) => void, when: Time): number;
		scheduleOnce(play: (when: number) => void, when: Time): number;
		scheduleRepeat(play: (when: number) => void, every: Time, from?: Time): number;
		clear(scheduled: number): this;
		cancel(when?: Time): this;
	}
	interface Pitch {
		toFrequency(): number;
		toMidi(): number;
		toNote(): string;
		transpose(halfTones: number): Pitch;
	}
	/** Lets the page be heard; call it in a click. */
	function start(): Promise<void>;
	/** The time of the sound, in seconds. */
	function now(): number;
	/** The clock of all loops and sequences. */
	function getTransport(): Transport;
	const Transport: Transport;
	/** The loudspeaker. */
	function getDestination(): ToneNode & { volume: Signal; mute: boolean };
	const Destination: ToneNode & { volume: Signal; mute: boolean };
	/** Draws in time with the sound. */
	function getDraw(): { schedule(draw: () => void, when: Time): void };
	/** Waits until all sounds and effects are ready. */
	function loaded(): Promise<void>;
	function Frequency(note: Note): Pitch;
	function Midi(number: number): Pitch;
	function dbToGain(decibels: number): number;
	function gainToDb(gain: number): number;
}
`;
