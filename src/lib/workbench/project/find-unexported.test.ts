import { expect, test } from 'vitest';
import { findUnexported } from './find-unexported.ts';

test.each([
	['export function draw() {}', null],
	['function draw() {}', 'draw'],
	['function helper() {}', null],
	['function setup() {}\nfunction draw() {}\nexport { setup, draw };', null],
	['function setup() {}\nfunction draw() {}\nexport { setup };', 'draw'],
	['export function draw() {\n\tfunction setup() {}\n}', null],
	['', null]
])('%j', (program, name) => {
	expect(findUnexported({ 'main.ts': program })).toBe(name);
});
