/** Plays the notes and sound files of programs, once a person has clicked or pressed a key. */
import type { OwnFiles } from '../../contract.ts';
import type { MessageFromWorker, MessageToRun } from '../../protocol.ts';
import { NotePlayer } from './note-player.ts';
import { SoundPlayer } from './sound-player.ts';

type SoundMessage = Extract<MessageFromWorker, { type: 'note' | 'sound-command' }>;

export interface ProgramSoundState {
	player: SoundPlayer;
	/** What `onHeard` was last called with; undefined before the program's first note or sound. */
	isHeard: boolean | undefined;
	/** Called with whether the program is heard. */
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

	/** Applies a command to the run, such as pause or mute, to its sounds. */
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
