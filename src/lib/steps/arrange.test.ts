import { describe, expect, test } from 'vitest';
import { computeIndentDepths, orderedLinePool, replaceFunctionBody, shuffleLines } from './arrange.ts';
import { exampleSteps } from './fixtures/challenge.ts';

const { lines } = exampleSteps.arrange;
const exampleProgramText = `// The meter.
export function price(minutes: number): number {
	return 1; // }
}

function other() {
	return 2;
}
`;

describe('the pool of lines', () => {
	test('holds every line once, the same for everyone', () => {
		expect([...shuffleLines(exampleSteps.arrange)].sort()).toEqual([...orderedLinePool(exampleSteps.arrange)].sort());
		expect(shuffleLines(exampleSteps.arrange)).toEqual(shuffleLines({ ...exampleSteps.arrange }));
	});

	test('never shows the lines in the right order, even with wrong lines between them', () => {
		for (let number = 0; number < 500; number++) {
			for (const wrong of [[], ['x();'], ['x();', 'y();']]) {
				const step = { id: `step-${number}`, lines: ['a();', 'b();'], wrong };
				expect(shuffleLines(step).filter((line) => step.lines.includes(line))).toEqual(['b();', 'a();']);
			}
		}
	});

	test('leaves a single line as it is', () => {
		expect(shuffleLines({ id: 's', lines: ['a();'], wrong: [] })).toEqual(['a();']);
	});
});

test('indentation comes from the brackets', () => {
	expect(computeIndentDepths(lines)).toEqual([0, 1, 0, 0]);
	expect(computeIndentDepths(['if (a) {', "log('}');", '} else {', 'f(', 'x', ');', '}'])).toEqual([
		0, 1, 0, 1, 2, 1, 0
	]);
	expect(computeIndentDepths(['}', '}', 'a();'])).toEqual([0, 0, 0]);
	expect(computeIndentDepths(['items.forEach((one) => {', 'log(one);', '});'])).toEqual([0, 1, 0]);
});

describe('replacing the body of a function', () => {
	test('puts the arranged lines in place of the old body', () => {
		const replacedBody = replaceFunctionBody(exampleProgramText, 'price', lines);
		expect(replacedBody.kind === 'replaced' && replacedBody.text).toBe(`// The meter.
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return 50;
}

function other() {
	return 2;
}
`);
	});

	test('indents with spaces in a file that is indented with spaces', () => {
		expect(replaceFunctionBody('function a() {\n  x();\n}', 'a', ['if (b) {', 'c();', '}'])).toEqual({
			kind: 'replaced',
			text: 'function a() {\n  if (b) {\n    c();\n  }\n}'
		});
	});

	test.each([
		['function a({ b }: { b: number }): { c: number } {\n\told();\n}'],
		['function a(): { c: number }[] {\n\told();\n}'],
		['function a(): { c: number } | { d: number } {\n\told();\n}'],
		['const a = (b: { c: number }) => {\n\told();\n};'],
		['// function a() {\nfunction a() {\n\told();\n}\n{ block(); }'.replace('\n{ block(); }', '')]
	])('finds the body in %j', (text) => {
		const replacedBody = replaceFunctionBody(text, 'a', ['fresh();']);
		expect(replacedBody).toEqual({ kind: 'replaced', text: text.replace('old', 'fresh') });
	});

	test.each([[''], ['function other() {}'], ['function a() {'], ['// function a() {}']])(
		'finds no body in %j',
		(text) => {
			expect(replaceFunctionBody(text, 'a', lines)).toEqual({ kind: 'missing' });
		}
	);
});
