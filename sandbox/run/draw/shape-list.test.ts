import { expect, test } from 'vitest';
import type { ColourChannels } from './constants.ts';
import { createDrawModule, type DrawHost, type DrawingContext } from './index.ts';
import { colourNameOf } from './shape-list.ts';

/** A context that knows its transformation, and draws nothing. */
function createContext(): DrawingContext {
	const savedTransforms: DOMMatrixReadOnlyInit[] = [];
	type DOMMatrixReadOnlyInit = { a: number; b: number; c: number; d: number; e: number; f: number };
	let transform: DOMMatrixReadOnlyInit = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
	const methods: Record<string, unknown> = {
		setTransform: (a: number, b: number, c: number, d: number, e: number, f: number) =>
			(transform = { a, b, c, d, e, f }),
		getTransform: () => transform,
		translate: (x: number, y: number) =>
			(transform = { ...transform, e: transform.e + x * transform.a, f: transform.f + y * transform.d }),
		save: () => savedTransforms.push(transform),
		restore: () => (transform = savedTransforms.pop() ?? transform)
	};
	const target = new Proxy(methods, { get: (_, name: string) => methods[name] ?? (() => undefined) });
	return target as unknown as DrawingContext;
}

function startDrawing(host: DrawHost = {}) {
	const descriptions: string[] = [];
	const draw = createDrawModule({
		makeCanvas: () => undefined,
		onDescribe: (text) => descriptions.push(text),
		...host
	});
	draw.attachContext(createContext(), 300, 300, 2);
	draw.beginFrame(0);
	return { draw, p: draw.module, said: descriptions };
}

test('after `textOutput`, each shape is described by its colour and place', () => {
	const { draw, p, said: descriptions } = startDrawing({ language: 'fr' });
	p.circle(10, 10, 5);
	p.textOutput();
	p.fill('#ff0000');
	p.circle(20, 20, 10);
	p.noFill();
	p.line(0, 290, 300, 290);
	p.translate(150, 150);
	p.fill(255);
	p.square(-5, -5, 10);
	p.triangle(100, -100, 110, -100, 105, -120);
	draw.endFrame();
	expect(descriptions).toEqual([
		'4 formes\u00a0:\nrond rouge en haut à gauche\nligne noire en bas\ncarré blanc au milieu\ntriangle blanc en haut à droite'
	]);
});

test('the sketch’s own description comes before the shapes, and a frame without drawing changes nothing', () => {
	const { draw, p, said: descriptions } = startDrawing({ language: 'en' });
	p.textOutput();
	p.describe('A ball.');
	p.beginShape();
	p.vertex(0, 140);
	p.vertex(20, 160);
	p.endShape();
	draw.endFrame();
	draw.beginFrame(16);
	draw.endFrame();
	expect(descriptions).toEqual(['A ball.', 'A ball.\n1 shape:\nwhite shape on the left']);
	draw.beginFrame(32);
	p.background(0);
	draw.endFrame();
	expect(descriptions.at(-1)).toBe('A ball.');
});

test('parts of the picture are described by name, and a new description replaces the earlier one', () => {
	const { p, said: descriptions } = startDrawing({ language: 'en' });
	p.describe('A street.');
	p.describeElement('sun', 'The sun rises.');
	p.describeElement('car', 'A car waits.');
	p.describeElement('sun', 'The sun is up.');
	p.describeElement('sun', 'The sun is up.');
	expect(descriptions).toHaveLength(4);
	expect(descriptions.at(-1)).toBe('A street.\nThe sun is up.\nA car waits.');
});

test('invisible shapes are not described: without colour, outside the canvas, or painted over', () => {
	const { draw, p, said: descriptions } = startDrawing({ language: 'en' });
	p.textOutput();
	p.square(10, 10, 10);
	p.background(255);
	p.noStroke();
	p.line(0, 0, 300, 300);
	p.circle(-500, 150, 10);
	p.noFill();
	p.circle(150, 150, 10);
	p.fill('#ff0000');
	p.circle(150, 150, 10);
	draw.endFrame();
	expect(descriptions).toEqual(['1 shape:\nred circle in the middle']);
});

test('of many shapes only the first are described, with the count of all', () => {
	const { draw, p, said: descriptions } = startDrawing({ language: 'fr' });
	p.textOutput();
	for (let at = 0; at < 40; at++) p.point(150, 150);
	draw.endFrame();
	const lines = descriptions[0]?.split('\n');
	expect(lines?.[0]).toBe('40 formes, dont\u00a0:');
	expect(lines).toHaveLength(13);
});

test.each<[string, ColourChannels]>([
	['white', [255, 255, 255, 1]],
	['black', [5, 5, 5, 1]],
	['grey', [120, 125, 120, 1]],
	['red', [200, 20, 30, 1]],
	['orange', [242, 107, 33, 1]],
	['brown', [110, 60, 20, 1]],
	['yellow', [250, 220, 40, 1]],
	['green', [40, 160, 60, 1]],
	['turquoise', [40, 200, 200, 1]],
	['blue', [40, 80, 220, 1]],
	['purple', [120, 40, 200, 1]],
	['pink', [250, 110, 190, 1]],
	['pink', [255, 192, 203, 1]],
	['purple', [128, 0, 128, 1]],
	['blue', [173, 216, 230, 1]]
])('the colour name %s is found for the channels %j', (name, channels) => {
	expect(colourNameOf(channels)).toBe(name);
});
