import { beforeEach, expect, test, vi } from 'vitest';
import type { SceneInput } from '../../contract.ts';
import type { MessageFromWorker } from '../../protocol.ts';
import type { DrawModule } from '../draw/index.ts';
import type { ProgramClock } from './clock.ts';
import { WorkerStage } from './stage.ts';

const fakeBrowser = vi.hoisted(() => ({
	time: 0,
	nextFrame: undefined as (() => void) | undefined,
	messages: [] as unknown[]
}));

vi.mock('./worker-globals.ts', () => ({
	originalNow: () => fakeBrowser.time,
	callOnNextFrame: (callback: () => void) => (fakeBrowser.nextFrame = callback),
	callWhenPromisesSettle: () => undefined,
	sendToFrame: (message: unknown) => fakeBrowser.messages.push(message)
}));

const FRAME_MILLISECONDS = 20;

/** Plays frames until so many milliseconds have passed, and returns the descriptions that were sent, each with its time. */
function playFrames(milliseconds: number): [time: number, description: string][] {
	const end = fakeBrowser.time + milliseconds;
	const descriptions: [number, string][] = [];
	while (fakeBrowser.time < end) {
		fakeBrowser.time += FRAME_MILLISECONDS;
		fakeBrowser.messages = [];
		fakeBrowser.nextFrame?.();
		for (const message of fakeBrowser.messages as MessageFromWorker[])
			if (message.type === 'drawn' && message.description)
				descriptions.push([fakeBrowser.time, message.description.join()]);
	}
	return descriptions;
}

const createSceneInput = (price: number): SceneInput => ({
	labels: {},
	language: 'en',
	theme: 'light',
	situation: 'a',
	values: { price },
	reducedMotion: false
});

/** Starts a scene whose description is the value `price`, and sends its first description. */
function startPricedScene(): WorkerStage {
	const draw = {
		setLanguage: () => undefined,
		setLabels: () => undefined,
		beginFrame: () => undefined,
		endFrame: () => undefined
	} as unknown as DrawModule;
	const clock = { elapsedMilliseconds: 0, advance: () => undefined } as unknown as ProgramClock;
	const stage = new WorkerStage(draw, clock, (thrown) => {
		throw thrown;
	});
	const scene = {
		init: () => ({}),
		step: (state: unknown) => state,
		draw: () => undefined,
		describe: (_: unknown, { values }: SceneInput) => `price ${values?.['price']}`
	};
	const bundle = { program: () => ({}), scene: () => scene, checks: {} };
	stage.start(() => bundle, { kind: 'scene', seed: 1, input: createSceneInput(1) });
	return stage;
}

beforeEach(() => {
	vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
	fakeBrowser.time = 0;
	fakeBrowser.messages = [];
});

test('the scene is described a quarter of a second after a dial is turned once', () => {
	const stage = startPricedScene();
	playFrames(100);
	stage.updateSceneInput(createSceneInput(2));
	expect(playFrames(240)).toEqual([]);
	expect(playFrames(40)).toEqual([[360, 'price 2']]);
	expect(playFrames(3000)).toEqual([]);
});

test('the scene is described once a second while a dial is dragged, and when it rests', () => {
	const stage = startPricedScene();
	const descriptions: [number, string][] = [];
	for (let price = 2; price <= 24; price++) {
		stage.updateSceneInput(createSceneInput(price));
		descriptions.push(...playFrames(100));
	}
	expect(descriptions.map(([time]) => time)).toEqual([1000, 2000]);
	expect(playFrames(1000)).toEqual([[2460, 'price 24']]);
});
