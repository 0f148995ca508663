/** `loadSound`: a sketch plays a sound file of its project, as with p5's sound library. */
import { isVolume, type SoundOrder } from '../../sound-order.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';

const TEXTS = {
	fr: {
		missing: (name: string) => `Il n’y a pas de son « ${name} » dans ce projet.`,
		names: (names: string) => `Il a : ${names}.`,
		none: 'Ajoute-le avec le bouton « Images et sons », au-dessus du code.',
		elsewhere: (name: string) =>
			`Ici, rien ne se charge d’Internet : ${name}. Ajoute le son au projet avec le bouton « Images et sons ».`,
		awaited: (name: string) =>
			`Le son « ${name} » n’est pas encore arrivé sur cet ordinateur. Avec Internet, relance dans un moment.`,
		volume: (shown: string) => `setVolume(${shown}) : il faut un nombre de 0 à 1.`
	},
	en: {
		missing: (name: string) => `There is no sound “${name}” in this project.`,
		names: (names: string) => `It has: ${names}.`,
		none: 'Add it with the button “Pictures and sounds”, above the code.',
		elsewhere: (name: string) =>
			`Nothing is loaded from the internet here: ${name}. Add the sound to the project with the button “Pictures and sounds”.`,
		awaited: (name: string) =>
			`The sound “${name}” has not reached this computer yet. With the internet, run again in a moment.`,
		volume: (shown: string) => `setVolume(${shown}): it must be a number from 0 to 1.`
	}
} as const;

/** Whether each sound of the project has arrived in this browser, by path. */
export type SoundArrivals = ReadonlyMap<string, boolean>;

interface SoundHost {
	language(): DrawLanguage;
	sounds(): SoundArrivals;
	onOrder(order: SoundOrder): void;
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

	/** Plays the sound once, also beside itself. */
	play(): void {
		this.#order('play');
	}
	/** Plays the sound again and again. */
	loop(): void {
		this.#order('loop');
	}
	stop(): void {
		this.#order('stop');
	}
	/** Sets how loud the sound is, from 0 to 1, now and from now on. */
	setVolume(volume: number): void {
		if (!isVolume(volume)) throw new DrawError(TEXTS[this.#host.language()].volume(String(volume)));
		this.#volume = volume;
		this.#order('volume');
	}

	#order(action: SoundOrder['action']): void {
		this.#host.onOrder({ path: this.#path, action, volume: this.#volume });
	}
}

export function soundFunctions(host: SoundHost) {
	return {
		/** Returns the sound at once; a function that is passed is called after the running code, as p5 does. */
		loadSound(path: string, onload?: (sound: Sound) => void): Sound {
			const name = String(path).replace(/^(?:\.?\/)+/, '');
			const texts = TEXTS[host.language()];
			const hasArrived = host.sounds().get(name);
			if (hasArrived === false) throw new DrawError(texts.awaited(name));
			if (hasArrived === undefined) {
				if (/^[a-z]+:/i.test(name)) throw new DrawError(texts.elsewhere(name));
				const names = [...host.sounds().keys()].join(', ');
				throw new DrawError(`${texts.missing(name)} ${names === '' ? texts.none : texts.names(names)}`);
			}
			const sound = new Sound(name, host);
			if (typeof onload === 'function') queueMicrotask(() => onload(sound));
			return sound;
		}
	};
}
