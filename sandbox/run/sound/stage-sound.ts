import type { SoundNote, WaveShape } from '../../note.ts';
import type { OwnFiles } from '../../contract.ts';
import type { MessageFromWorker, MessageToRun } from '../../protocol.ts';
import { SoundPlayer } from './sound-player.ts';

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

class NotePlayer {
	#loudspeaker: Loudspeaker | undefined;
	#idleTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #voices = new Set<OscillatorNode>();

	/** Plays the note; to be called only after a person has acted in this document, or browsers keep it silent. */
	playNote(note: SoundNote): void {
		if (this.#voices.size < MAX_NOTES_TOGETHER) this.#startVoice(this.#openLoudspeaker(), note);
	}

	silenceNotes(): void {
		for (const voice of this.#voices) voice.stop();
	}

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

type SoundMessage = Extract<MessageFromWorker, { type: 'note' | 'sound-command' }>;

export interface ProgramSoundState {
	player: SoundPlayer;
	/** What `onHeard` was last called with; undefined before the program's first note or sound. */
	isHeard: boolean | undefined;
	onHeard: (isHeard: boolean) => void;
}

export class StageSound {
	readonly #notePlayer = new NotePlayer();
	readonly #programs = new Set<ProgramSoundState>();
	#isMuted = false;
	/** Whether a person has clicked the picture or pressed a key there; Tab, modifier keys and shortcuts do not count. */
	#isAwake = false;

	/** Registers a program. Calls `onHeard` once the program plays something, and again when the program begins to be heard. */
	addProgram(
		ownFiles: OwnFiles,
		isMuted: boolean,
		onHeard: ProgramSoundState['onHeard'] = () => undefined
	): ProgramSoundState {
		this.#isMuted = isMuted;
		const program = { player: new SoundPlayer(ownFiles, isMuted), isHeard: undefined, onHeard };
		this.#programs.add(program);
		return program;
	}

	playProgramSound(program: ProgramSoundState, message: SoundMessage): void {
		if (message.type === 'note') {
			if (this.#isAwake && !this.#isMuted) this.#notePlayer.playNote(message.note);
		} else program.player.obeyCommand(message.command, this.#isAwake);
		const hasBegun = message.type === 'note' || message.command.action === 'play' || message.command.action === 'loop';
		if (hasBegun) this.#reportHeard(program, this.#isAwake || this.#isMuted);
	}

	applyRunCommand(command: MessageToRun): void {
		if (command.type === 'mute') this.#isMuted = command.isMuted;
		if (command.type === 'stop' || command.type === 'pause' || this.#isMuted) this.#notePlayer.silenceNotes();
		for (const { player } of this.#programs) {
			if (command.type === 'mute') player.setMuted(command.isMuted);
			else if (command.type === 'pause') player.pause();
			else if (command.type === 'resume') player.resume();
		}
	}

	/** Lets programs be heard from now on; to be called during a click or key press, or browsers stay silent. */
	wakeSounds(): void {
		if (this.#isAwake || !navigator.userActivation.hasBeenActive) return;
		this.#isAwake = true;
		for (const program of this.#programs) {
			program.player.startWaitingLoops();
			if (program.isHeard === false) this.#reportHeard(program, true);
		}
	}

	endProgram(program: ProgramSoundState): void {
		this.#programs.delete(program);
		program.player.dispose();
	}

	#reportHeard(program: ProgramSoundState, isHeard: boolean): void {
		if (program.isHeard === isHeard) return;
		program.isHeard = isHeard;
		program.onHeard(isHeard);
	}
}
