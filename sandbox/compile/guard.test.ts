import { describe, expect, test } from 'vitest';
import { evaluateBundle, placeOfError } from './evaluate.ts';
import { compileInNode } from './node/index.ts';
import { createTurnGuard, EndlessCodeError, TURN_LIMIT_MILLISECONDS } from '../run/page/guard.ts';
import type { Bundle } from '../contract.ts';
import type { SourcePlace } from '../report.ts';

async function compileProgram(main: string, more: Record<string, string> = {}): Promise<Bundle> {
	const files = { 'main.ts': main, 'index.html': '<p>', ...more };
	const result = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (result.kind !== 'bundle') throw new Error(JSON.stringify(result));
	return result.bundle;
}

/** Runs a guarded bundle with a clock that moves by a millisecond each time it is read. */
function runGuardedBundle(bundle: Bundle) {
	let time = 0;
	const places: (SourcePlace | undefined)[] = [];
	const guard = createTurnGuard({
		now: () => (time += 1),
		callAfterTurn: () => undefined,
		onEndlessCode: (place) => places.push(place)
	});
	const { program } = evaluateBundle(bundle, { 'braise/guard': guard });
	return { program, places };
}

const listEndlessLoopPlaces = (bundle: Bundle) => {
	const { program, places } = runGuardedBundle(bundle);
	expect(program).toThrow(EndlessCodeError);
	return places.map((place) => `${place?.file ?? ''}:${place?.line ?? 0}`);
};

describe('endless code is stopped and its line is named', () => {
	test.each([
		['a loop with an empty block', 'const a = 1;\nwhile (true) {\n}', 'main.ts:2'],
		['a loop without a block', '\n\nlet n = 0;\nfor (;;) n++;', 'main.ts:4'],
		['a loop without a body', 'while (true);', 'main.ts:1'],
		['a do loop', 'let n = 0;\ndo n++;\nwhile (n > 0);', 'main.ts:2'],
		[
			'a for-of loop over an endless generator',
			'function* ones() {\n\tfor (;;) yield 1;\n}\n\nfor (const one of ones()) void one;',
			'main.ts:5'
		],
		[
			'a spread endless generator',
			'function* ones() {\n\tfor (;;) yield 1;\n}\nconsole.log([...ones()].length);',
			'main.ts:2'
		],
		['the outer of two loops', 'while (true) {\n\tfor (let n = 0; n < 9; n++) void n;\n}', 'main.ts:1'],
		['the inner of two loops', 'for (let n = 0; n < 9; n++) {\n\twhile (n < 3) {\n\t}\n}', 'main.ts:2'],
		[
			'a loop that calls a function with a short loop',
			'const f = () => {\n\tfor (let n = 0; n < 9; n++) void n;\n};\n\nwhile (true) f();',
			'main.ts:5'
		],
		[
			'an arrow function that calls itself',
			'const down = (n: number): number => n === 0 ? 0 : down(n - 1) + down(n - 1);\n\ndown(40);',
			'main.ts:1'
		],
		['a loop in a loop that catches errors', 'for (;;) {\n\ttry {\n\t\tfor (;;);\n\t} catch {}\n}', 'main.ts:3'],
		['a loop in a callback', '[1].forEach(() => {\n\twhile (true) {}\n});', 'main.ts:2']
	])('%s', async (_, main, place) => {
		expect(listEndlessLoopPlaces(await compileProgram(main))).toEqual([place]);
	});

	test('a loop in an imported file, with the name of that file', async () => {
		const bundle = await compileProgram('import { wait } from "./wait";\nwait();', {
			'wait.ts': '// Waits.\nexport function wait() {\n\twhile (true) {}\n}'
		});
		expect(listEndlessLoopPlaces(bundle)).toEqual(['wait.ts:3']);
	});
});

test('guards do not change the result of a program that ends', async () => {
	const main = `
		const list: number[] = [];
		for (let n = 0; n < 3; n++) if (n % 2 === 0) list.push(n); else for (const x of [7]) list.push(x);
		outer: for (const a of [1, 2]) for (const b of [3, 4]) { if (b === 4) continue outer; list.push(a * b); }
		let n = 0;
		do n++; while (n < 5);
		const pick = (a: number) => ({ a });
		const twice = (f: (x: number) => number) => (x: number) => f(f(x));
		class Box { static size = 0; static { for (const s of [1, 2]) Box.size += s; } #x = 1; get x() { return this.#x; } }
		async function* slow() { yield 1; }
		export const result = [list.join(), n, pick(4).a, twice((x) => x + 1)(1), Box.size, new Box().x, typeof slow];
	`;
	expect(runGuardedBundle(await compileProgram(main)).program()['result']).toEqual([
		'0,7,2,3,6',
		5,
		4,
		3,
		3,
		1,
		'function'
	]);
});

test('an error in a guarded program keeps its place in the source', async () => {
	const bundle = await compileProgram(
		'for (let n = 0; n < 3; n++) {\n\tif (n === 2) {\n\t\tthrow new Error("here");\n\t}\n}'
	);
	const thrownError = (() => {
		try {
			runGuardedBundle(bundle).program();
		} catch (error) {
			return error;
		}
		return undefined;
	})();
	expect(placeOfError(thrownError, bundle)).toEqual({ file: 'main.ts', line: 3, column: 9 });
});

test('the time limit applies to each turn of the event loop, not to their sum', () => {
	let time = 0;
	let endTurn: () => void = () => undefined;
	const pass = createTurnGuard({
		now: () => time,
		callAfterTurn: (callback) => (endTurn = callback),
		onEndlessCode: () => undefined
	})([]);
	for (let turn = 0; turn < 5; turn++) {
		pass(0);
		time += TURN_LIMIT_MILLISECONDS - 1;
		pass(0);
		endTurn();
	}
	pass(0);
	time += TURN_LIMIT_MILLISECONDS * 2;
	expect(() => {
		for (let n = 0; n < 10; n++) pass(0);
	}).toThrow(EndlessCodeError);
});
