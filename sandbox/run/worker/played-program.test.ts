import { expect, test } from 'vitest';
import { createDrawModule } from '../draw/index.ts';
import { defineDrawNames } from './played-program.ts';

test('all drawing names are defined, and mouseX always gives the current value', () => {
	const target: Record<string, unknown> = {};
	const draw = createDrawModule();
	defineDrawNames(draw.module, target);
	expect(Object.getOwnPropertyNames(target).sort()).toEqual(Object.keys(draw.module).sort());
	expect(target['mouseX']).toBe(0);
	draw.pointer({ type: 'move', x: 30, y: 40 });
	expect(target['mouseX']).toBe(30);
});

test('a program may replace a name such as mouseX by its own value', () => {
	const target: Record<string, unknown> = {};
	defineDrawNames(createDrawModule().module, target);
	target['mouseX'] = 5;
	expect(target['mouseX']).toBe(5);
});
