import { expect, test } from 'vitest';
import { createDrawModule, type DrawingContext } from './index.ts';

function createRecordingCanvases() {
	const drawCalls: unknown[][] = [];
	const createRecordingContext = (canvas: string): DrawingContext => {
		const savedAlphas: number[] = [];
		const context = {
			globalAlpha: 1,
			fillStyle: '',
			save: () => void savedAlphas.push(context.globalAlpha),
			restore: () => void (context.globalAlpha = savedAlphas.pop() ?? 1),
			setTransform: () => undefined,
			drawImage: (source: { name: string }, ...numbers: number[]) =>
				void drawCalls.push([canvas, source.name, context.globalAlpha, ...numbers]),
			fillRect: () => void drawCalls.push([canvas, context.fillStyle])
		};
		return context as unknown as DrawingContext;
	};
	const makeCanvas = (width: number, height: number) =>
		({
			name: 'tinted',
			width,
			height,
			getContext: () => createRecordingContext('tinted')
		}) as unknown as OffscreenCanvas;
	return { drawn: drawCalls, createRecordingContext, makeCanvas };
}

function startDrawing(language: 'fr' | 'en' = 'en') {
	const { drawn, createRecordingContext, makeCanvas } = createRecordingCanvases();
	const draw = createDrawModule({ language, makeCanvas });
	draw.attachContext(createRecordingContext('sheet'), 400, 200);
	draw.beginFrame(0);
	const createFakeBitmap = (name: string) => ({ name, width: 100, height: 50 }) as unknown as ImageBitmap;
	draw.setPictures(
		new Map([
			['cat.png', createFakeBitmap('cat')],
			['late.png', null]
		])
	);
	return { drawn, draw, p: draw.module };
}

test('a sheet of createGraphics knows the labels of the scene', () => {
	const { draw, p } = startDrawing();
	draw.setLabels({ minutes: '{minutes} min' });
	const sheet = p.createGraphics(10, 10) as typeof p;
	expect(sheet.label('minutes', { minutes: 10 })).toBe('10 min');
});

test('loadImage gives a picture at once by its path, with or without await', async () => {
	const { p } = startDrawing();
	const cat = p.loadImage('cat.png');
	expect([cat.width, cat.height]).toEqual([100, 50]);
	expect(p.loadImage('./cat.png')).toBe(cat);
	expect(await p.loadImage('cat.png')).toBe(cat);
});

test('a callback gets its picture after the line that loads it, and before setup', async () => {
	const { p, draw } = startDrawing();
	const events: string[] = [];
	const loadImageAndNote = (name: string) => {
		const picture: unknown = p.loadImage('cat.png', (given: unknown) => events.push(`${name} ${given === picture}`));
		events.push(`after ${name}`);
	};
	loadImageAndNote('first');
	loadImageAndNote('second');
	expect(events).toEqual(['after first', 'after second']);
	await Promise.resolve();
	expect(events).toEqual(['after first', 'after second', 'first true', 'second true']);
	events.length = 0;
	// `callWaitingCallbacks` is called between `preload` and `setup`.
	loadImageAndNote('early');
	draw.callWaitingCallbacks();
	events.push('setup');
	await Promise.resolve();
	expect(events).toEqual(['after early', 'early true', 'setup']);
});

test('a picture is drawn in its own size, in another size, by its middle, or in part', () => {
	const { p, drawn } = startDrawing();
	const cat = p.loadImage('cat.png');
	p.image(cat, 10, 20);
	p.image(cat, 10, 20, 50);
	p.image(cat, 10, 20, 30, 40);
	p.imageMode('center');
	p.image(cat, 100, 100, 30, 40);
	p.imageMode('corner');
	p.image(cat, 0, 0, 10, 10, 50, 25, 20, 15);
	expect(drawn.map((call) => call.slice(3))).toEqual([
		[0, 0, 100, 50, 10, 20, 100, 50],
		[0, 0, 100, 50, 10, 20, 50, 25],
		[0, 0, 100, 50, 10, 20, 30, 40],
		[0, 0, 100, 50, 85, 80, 30, 40],
		[50, 25, 20, 15, 0, 0, 10, 10]
	]);
});

test('a tint colours a picture, transparent white only fades it, and noTint ends the tint', () => {
	const { p, drawn } = startDrawing();
	const cat = p.loadImage('cat.png');
	p.tint(255, 255, 255, 51);
	p.image(cat, 0, 0);
	p.tint('#ff0000');
	p.image(cat, 0, 0);
	p.image(cat, 5, 0);
	p.noTint();
	p.image(cat, 0, 0);
	const [faded, ...rest] = drawn;
	expect(faded?.slice(0, 3)).toEqual(['sheet', 'cat', 0.2]);
	expect(rest.map(([canvas, source]) => [canvas, source])).toEqual([
		['tinted', 'cat'],
		['tinted', 'rgb(255, 0, 0)'],
		['tinted', 'cat'],
		['sheet', 'tinted'],
		['sheet', 'tinted'],
		['sheet', 'cat']
	]);
});

test.each([
	['en', 'dog.png', 'There is no picture “dog.png” in this project. It has: cat.png, late.png.'],
	['fr', 'dog.png', 'Il n’y a pas d’image « dog.png » dans ce projet. Il a : cat.png, late.png.'],
	['en', 'late.png', 'The picture “late.png” has not reached this computer yet.'],
	['en', 'https://example.org/dog.png', 'Nothing is loaded from the internet here: https://example.org/dog.png.']
] as const)('a picture that cannot be loaded is named in the error, %s %s', (language, path, words) => {
	const { p } = startDrawing(language);
	expect(() => p.loadImage(path)).toThrow(words);
});

test('a picture is found by its name, whichever folder or address the sketch writes before it', () => {
	const { p } = startDrawing();
	const { width } = p.loadImage('cat.png') as { width: number };
	for (const path of ['/assets/Cat.png', 'https://example.org/cat.png?large'])
		expect(p.loadImage(path)).toMatchObject({ width });
});

test('image() refuses a value that is not a picture, and names the value', () => {
	const { p } = startDrawing();
	const image = p.image as (...values: unknown[]) => void;
	expect(() => image('cat.png', 0, 0)).toThrow("'cat.png' is not a picture");
});
