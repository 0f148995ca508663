/** The sources that the lab compiles: a program, 20 checks and one of two scenes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files, Sources } from '#sandbox/contract.ts';

const CHECKS = 'checks/bench.ts';
const CHECKS_COUNT = 20;
/** `plain` has the size of a first sketch (five files, under 300 lines); `street` is the challenge's scene. */
export type Scene = 'plain' | 'street';

const folder = fileURLToPath(new URL('../../../challenges/horodateur/', import.meta.url));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Each edit changes this number, so that no two bundles are equal. */
const main = `export const edition = 1000;\n\n${read('private/solution/main.ts')}`;

function checks(): string {
	const tests = Array.from({ length: CHECKS_COUNT }, (_, at) => {
		const minutes = at * 7;
		const cents = minutes <= 20 ? 0 : Math.ceil(minutes / 30) * 50;
		return `test('after ${minutes} minutes', () => {\n\texpect(price(${minutes})).toBe(${cents});\n\texpect(price(${minutes}) % 50).toBe(0);\n});`;
	});
	return [`import { expect, test } from 'vitest';`, `import { price } from './main';`, ...tests].join('\n\n');
}

const plain = `import { background, circle, fill, fit, rect, textSize, text } from 'braise/draw';
import { edition, price } from './main';
import { tonight } from './data/tickets';

interface State { steps: number }

export function init(): State {
	return { steps: 0 };
}
export function step(state: State): State {
	return { steps: state.steps + 1 };
}
export function draw(state: State): void {
	fit(320, 200);
	background('#f4efe6');
	for (let minute = 0; minute < 60; minute++) {
		fill(minute <= 20 ? '#2f6f4e' : '#c2410c');
		rect(10 + minute * 5, 180 - price(minute), 4, price(minute));
	}
	fill('#222222');
	circle(160 + 100 * Math.cos(state.steps / 30), 60 + (edition % 10), 20);
	textSize(12);
	text(String(tonight + edition), 10, 20);
}
`;

function street(): Files {
	const parts = readdirSync(join(folder, 'scene')).map((name) => `scene/${name}`);
	return Object.fromEntries(['scene.ts', ...parts].map((path) => [path, read(path)]));
}

export function sourcesOf(scene: Scene): Sources {
	const files: Files = {
		'main.ts': main,
		'given.ts': read('start/fr/given.ts'),
		'data/tickets.ts': read('data/tickets.ts'),
		[CHECKS]: checks(),
		...(scene === 'plain' ? { 'scene.ts': plain } : street())
	};
	return { files, program: 'main.ts', scene: 'scene.ts', checks: [CHECKS] };
}
