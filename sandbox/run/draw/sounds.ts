/** `loadSound`: a sketch plays a sound file of its project, as with p5's sound library. */
import { isVolume, type SoundArrivalByPath, type SoundCommand } from '../../sound-command.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';
import type { ArgumentGuard } from './guard.ts';

const SOUND_ERROR_TEXTS = {
	fr: {
		volume: (shown: string) => `setVolume(${shown}) : il faut un nombre de 0 à 1.`
	},
	en: {
		volume: (shown: string) => `setVolume(${shown}): it must be a number from 0 to 1.`
	}
} as const;

interface SoundHost {
	language(): DrawLanguage;
	soundArrivals(): SoundArrivalByPath;
	guard: ArgumentGuard;
	onSoundCommand(command: SoundCommand): void;
}

/** A sound, as `loadSound` returns it. */
class Sound {
	#volume = 1;
	readonly #path: string;
	readonly #host: SoundHost;

	constructor(path: string, host: SoundHost) {
		this.#path = path;
		this.#host = host;
	}

	/** Plays the sound once, even while it is already playing. */
	play(): void {
		this.#sendCommand('play');
	}
	/** Plays the sound again and again. */
	loop(): void {
		this.#sendCommand('loop');
	}
	stop(): void {
		this.#sendCommand('stop');
	}
	/** Sets how loud the sound is, from 0 to 1, now and from now on. */
	setVolume(volume: number): void {
		if (!isVolume(volume)) throw new DrawError(SOUND_ERROR_TEXTS[this.#host.language()].volume(String(volume)));
		this.#volume = volume;
		this.#sendCommand('volume');
	}

	#sendCommand(action: SoundCommand['action']): void {
		this.#host.onSoundCommand({ path: this.#path, action, volume: this.#volume });
	}
}

export function createSoundFunctions(host: SoundHost) {
	return {
		/** Returns the sound at once. Calls `onload` once the running code has ended, as p5 does. */
		loadSound(path: string, onload?: (sound: Sound) => void): Sound {
			const { path: name } = host.guard.requireFile('sound', path, host.soundArrivals());
			const sound = new Sound(name, host);
			if (typeof onload === 'function') queueMicrotask(() => onload(sound));
			return sound;
		}
	};
}
