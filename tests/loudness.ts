import type { Locator, Page } from '@playwright/test';

declare global {
	interface Window {
		/** Analysers of the sound, one for each node that this document connects to its output. */
		analysers?: AnalyserNode[];
		playedSounds?: HTMLMediaElement[];
		/** Tells the test that a note or a sound file was started. */
		tellStarted?: () => void;
	}
}

/**
 * Listens to all documents that this page opens from now on. Returns a function that counts the notes and sound files that were
 * started: unlike this file's other functions, it does not evaluate code in a document, which the browser takes for an act of its
 * user.
 */
export async function startCountingSounds(page: Page): Promise<() => number> {
	let startCount = 0;
	await page.exposeFunction('tellStarted', () => (startCount += 1));
	await page.addInitScript(() => {
		const realPlay = HTMLMediaElement.prototype.play;
		HTMLMediaElement.prototype.play = function () {
			(window.playedSounds ??= []).push(this);
			window.tellStarted?.();
			return realPlay.call(this);
		};
		const realStart = OscillatorNode.prototype.start;
		OscillatorNode.prototype.start = function (when) {
			window.tellStarted?.();
			realStart.call(this, when);
		};
		const realConnect: (this: AudioNode, target: AudioNode, ...more: number[]) => AudioNode =
			AudioNode.prototype.connect;
		Object.assign(AudioNode.prototype, {
			connect(this: AudioNode, target: AudioNode, ...more: number[]) {
				if (target instanceof AudioDestinationNode) {
					const analyser = new AnalyserNode(this.context);
					realConnect.call(this, analyser);
					(window.analysers ??= []).push(analyser);
				}
				return realConnect.call(this, target, ...more);
			}
		});
	});
	return () => startCount;
}

/** Returns the sound's peak amplitude at this moment, where 0 is silence and 1 is full scale, in the document of `body`. */
export function measureLoudness(body: Locator): Promise<number> {
	return body.evaluate(() =>
		Math.max(
			0,
			...(window.analysers ?? []).flatMap((analyser) => {
				const swings = new Float32Array(analyser.fftSize);
				analyser.getFloatTimeDomainData(swings);
				return [...swings].map(Math.abs);
			})
		)
	);
}

/** Returns how many sound files play now and are not muted, in the document of `body`. */
export function countPlayingSoundFiles(body: Locator): Promise<number> {
	return body.evaluate(
		() =>
			(window.playedSounds ?? []).filter(({ paused, muted, currentTime }) => !paused && !muted && currentTime > 0)
				.length
	);
}
