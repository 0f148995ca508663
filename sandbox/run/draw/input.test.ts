import { expect, test } from 'vitest';
import { createDrawModule } from './index.ts';

test('each new pointer shape is reported once, and an unknown shape never', () => {
	const shapes: string[] = [];
	const { module: p } = createDrawModule({ onCursor: (shape) => shapes.push(shape) });
	p.cursor();
	p.noCursor();
	p.noCursor();
	p.cursor(p.HAND);
	p.cursor('url(https://elsewhere.example/hand.png)');
	p.cursor();
	expect(shapes).toEqual(['none', 'pointer', 'default']);
});

test('the pixel density stays 1, whatever density a sketch asks for', () => {
	const { module: p } = createDrawModule();
	expect([p.pixelDensity(), p.pixelDensity(2), p.pixelDensity()]).toEqual([1, 1, 1]);
});
