/** Lets the programs of the stage be heard: their notes and the sound files of their project, unless they are muted. */
import type { RunOptions } from '../../contract.ts';
import type { MessageFromWorker, MessageToRun } from '../../protocol.ts';
import { NotePlayer } from '../sound/note-player.ts';
import { SoundPlayer } from '../sound/sound-player.ts';

type SoundMessage = Extract<MessageFromWorker, { type: 'note' | 'sound-order' }>;

/** The sounds of one program. */
export interface ProgramSound {
	player: SoundPlayer;
	/** Whether the app knows that the program is heard; undefined before its first note or sound. */
	isHeard: boolean | undefined;
	/** Tells the app whether the program is heard. */
	tell: (isHeard: boolean) => void;
}

export class StageSound {
	readonly #notes = new NotePlayer();
	readonly #programs = new Set<ProgramSound>();
	#isMuted = false;

	/** Gets ready for a program. `tell` is called once it plays something, and again when it begins to be heard. */
	begin({ ownFiles = {}, isMuted = false }: RunOptions, tell: ProgramSound['tell']): ProgramSound {
		this.#isMuted = isMuted;
		const program = { player: new SoundPlayer(ownFiles, isMuted), isHeard: undefined, tell };
		this.#programs.add(program);
		return program;
	}

	play(program: ProgramSound, message: SoundMessage): void {
		const isHeard =
			message.type === 'note' ? this.#isMuted || this.#notes.play(message.note) : program.player.obey(message.order);
		if (isHeard !== null) this.#say(program, isHeard || this.#isMuted);
	}

	/** Does what a command to the run means for its sounds. */
	command(command: MessageToRun): void {
		if (command.type === 'mute') this.#isMuted = command.isMuted;
		if (command.type === 'stop' || command.type === 'pause' || this.#isMuted) this.#notes.silence();
		for (const { player } of this.#programs) {
			if (command.type === 'mute') player.mute(command.isMuted);
			else if (command.type === 'pause') player.pause();
			else if (command.type === 'resume') player.resume();
		}
	}

	/** Lets programs be heard that waited for a person's click or key, which is now. */
	wake(): void {
		if (!navigator.userActivation.hasBeenActive) return;
		this.#notes.wake();
		for (const program of this.#programs) {
			program.player.wake();
			if (program.isHeard === false) this.#say(program, true);
		}
	}

	end(program: ProgramSound): void {
		this.#programs.delete(program);
		program.player.dispose();
	}

	#say(program: ProgramSound, isHeard: boolean): void {
		if (program.isHeard === isHeard) return;
		program.isHeard = isHeard;
		program.tell(isHeard);
	}
}
