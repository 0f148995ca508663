import type { OwnFiles } from '../../contract.ts';
import type { SoundArrivalByPath, SoundCommand } from '../../sound-command.ts';

/** Upper limit of sounds that play together; further sounds are dropped. */
const MAX_SOUNDS_TOGETHER = 8;

const isSoundFile = ({ type }: Blob): boolean => type.startsWith('audio/');

export const mapSoundsToHasArrived = (files: OwnFiles): SoundArrivalByPath =>
	new Map(
		Object.entries(files)
			.filter(([, content]) => isSoundFile(content))
			.map(([path, { size }]) => [path, size > 0 || null])
	);

export class SoundPlayer {
	readonly #fileByPath: OwnFiles;
	readonly #addressByPath = new Map<string, string>();
	readonly #pathByElement = new Map<HTMLAudioElement, string>();
	/** Loops to begin once sounds may be heard, by path. */
	readonly #waitingLoops = new Map<string, SoundCommand>();
	#isMuted: boolean;

	constructor(files: OwnFiles, isMuted: boolean) {
		this.#fileByPath = files;
		this.#isMuted = isMuted;
	}

	/**
	 * Plays, loops or stops a sound, or sets its volume. While sounds may not be heard, loops wait, and other sounds are dropped.
	 */
	obeyCommand(command: SoundCommand, mayBeHeard: boolean): void {
		switch (command.action) {
			case 'stop':
				this.#waitingLoops.delete(command.path);
				for (const element of this.#elementsOf(command.path)) this.#endSound(element);
				return;
			case 'volume':
				for (const element of this.#elementsOf(command.path)) element.volume = command.volume;
				if (this.#waitingLoops.has(command.path)) this.#waitingLoops.set(command.path, { ...command, action: 'loop' });
				return;
			case 'play':
			case 'loop':
				if (mayBeHeard) this.#startSound(command);
				else if (command.action === 'loop') this.#waitingLoops.set(command.path, command);
		}
	}

	startWaitingLoops(): void {
		for (const command of this.#waitingLoops.values()) this.#startSound(command);
		this.#waitingLoops.clear();
	}

	setMuted(isMuted: boolean): void {
		this.#isMuted = isMuted;
		for (const element of this.#pathByElement.keys()) element.muted = isMuted;
	}

	pause(): void {
		for (const element of this.#pathByElement.keys()) element.pause();
	}

	resume(): void {
		for (const element of this.#pathByElement.keys()) void element.play().catch(() => this.#endSound(element));
	}

	dispose(): void {
		this.#waitingLoops.clear();
		for (const element of this.#pathByElement.keys()) this.#endSound(element);
		for (const address of this.#addressByPath.values()) URL.revokeObjectURL(address);
		this.#addressByPath.clear();
	}

	#startSound({ path, action, volume }: SoundCommand): void {
		const file = Object.hasOwn(this.#fileByPath, path) ? this.#fileByPath[path] : undefined;
		if (file === undefined || !isSoundFile(file) || this.#pathByElement.size >= MAX_SOUNDS_TOGETHER) return;
		const address = this.#addressByPath.get(path) ?? URL.createObjectURL(file);
		this.#addressByPath.set(path, address);
		const element = new Audio(address);
		Object.assign(element, { volume, loop: action === 'loop', muted: this.#isMuted });
		this.#pathByElement.set(element, path);
		element.onended = () => this.#pathByElement.delete(element);
		// A file that the browser cannot play is silent, because the student learned of that when adding the file.
		void element.play().catch(() => this.#pathByElement.delete(element));
	}

	#elementsOf(path: string): HTMLAudioElement[] {
		return [...this.#pathByElement].filter(([, each]) => each === path).map(([element]) => element);
	}

	#endSound(element: HTMLAudioElement): void {
		this.#pathByElement.delete(element);
		element.pause();
	}
}
