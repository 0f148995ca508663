/** Pauses, resumes, steps and mutes a page, with everything that moves or sounds in it. */
import type { PagePause } from './page-pause.ts';
import type { PageSound } from './page-sound.ts';

export class PagePlayer {
	readonly #pagePause: PagePause;
	readonly #sound: PageSound;
	#isMuted: boolean;
	/** Functions that resume the animations and media elements that the pause has stopped. */
	#resumptions: (() => void)[] = [];

	constructor(pagePause: PagePause, sound: PageSound, isMuted: boolean) {
		this.#pagePause = pagePause;
		this.#sound = sound;
		this.#isMuted = isMuted;
	}

	setMuted(isMuted: boolean): void {
		this.#isMuted = isMuted;
		this.#sound.setMuted(isMuted || this.#pagePause.isPaused);
	}

	pause(): void {
		if (this.#pagePause.isPaused) return;
		this.#pagePause.pause();
		// An audio graph cannot be stopped from outside, so it is muted.
		this.#sound.setMuted(true);
		for (const animation of document.getAnimations()) {
			if (animation.playState !== 'running') continue;
			animation.pause();
			this.#resumptions.push(() => animation.play());
		}
		this.#resumptions.push(...this.#sound.pauseMediaElements());
	}

	resume(): void {
		this.#pagePause.resume();
		this.#sound.setMuted(this.#isMuted);
		for (const resume of this.#resumptions.splice(0)) resume();
	}

	step(): void {
		this.#pagePause.step();
	}
}
