/** Tests which wrong programs are made from a solution, and how they are described. */
import { expect, test } from 'vitest';
import { makeAutomaticMutants } from './automatic-mutants.ts';

const wrapInFunction = (body: string) => `export function price(minutes: number): number {\n\t${body}\n}\n`;
const BODY_OFFSET = wrapInFunction('').indexOf('\n}');

/** Returns the mutants of a function with this body: new text, description and advice of each. */
function listMutantTexts(body: string): string[] {
	return makeAutomaticMutants(wrapInFunction(body)).map(({ text, description, advice, line }) => {
		expect(line).toBe(2);
		expect(description).toContain(' instead of ');
		return `${text.slice(BODY_OFFSET, text.lastIndexOf('\n}'))} | ${advice}`;
	});
}

test('comparisons are mutated, with the advice to add an example at the limit', () => {
	expect(listMutantTexts('return minutes < limit;')).toEqual([
		'return minutes <= limit; | add an example where both sides are equal'
	]);
	expect(listMutantTexts('return minutes >= limit;')).toEqual([
		'return minutes > limit; | add an example where both sides are equal'
	]);
	expect(listMutantTexts('return minutes <= 20;')).toEqual([
		'return minutes < 20; | add an example where `minutes` is 20',
		'return minutes <= 21; | add an example where `minutes` is 21',
		'return minutes <= 19; | add an example where `minutes` is 20'
	]);
	expect(listMutantTexts('return minutes > -5;')[0]).toBe(
		'return minutes >= -5; | add an example where `minutes` is -5'
	);
});

test('operators are mutated, except a plus that joins texts', () => {
	const differenceAdvice = 'add an example where that makes a difference';
	expect(listMutantTexts('return a + b;')).toEqual([`return a - b; | ${differenceAdvice}`]);
	expect(listMutantTexts('return a / b;')).toEqual([`return a * b; | ${differenceAdvice}`]);
	expect(listMutantTexts('return a || b;')).toEqual([`return a && b; | ${differenceAdvice}`]);
	expect(listMutantTexts('a -= b;')).toEqual([`a += b; | ${differenceAdvice}`]);
	expect(listMutantTexts("return 'a' + b;")).toEqual([]);
});

test('numbers are mutated to one more and one less', () => {
	expect(listMutantTexts('return minutes - 0.5;').slice(1)).toEqual([
		'return minutes - 1.5; | add an example where that makes a difference',
		'return minutes - (-0.5); | add an example where that makes a difference'
	]);
});

test('conditions are mutated so that their branch is never taken', () => {
	const branchAdvice = 'add an example that needs this branch';
	expect(listMutantTexts('if (free) return a; return b;')).toEqual([
		`if (false) return a; return b; | ${branchAdvice}`
	]);
	expect(listMutantTexts('return free ? a : b;')).toEqual([`return false ? a : b; | ${branchAdvice}`]);
});

test('a loop is mutated to end one round later, and to begin one round later or earlier', () => {
	expect(listMutantTexts('for (let at = 1; at < many; at++) add(at);')).toEqual([
		'for (let at = 1; at <= many; at++) add(at); | add an example where both sides are equal',
		'for (let at = 2; at < many; at++) add(at); | add an example where that makes a difference',
		'for (let at = 0; at < many; at++) add(at); | add an example where that makes a difference'
	]);
});

test('nothing is mutated outside functions, in types, in texts or in comments', () => {
	const source = `// a < b
import { rule } from './given.ts';
const cents = 50;
type Level = 1 | 2;
export function name(level: 1 | 2): string {
	return \`\${level} < 3\`;
}
`;
	expect(makeAutomaticMutants(source)).toEqual([]);
});

test('functions that students are given are not mutated', () => {
	const startText = 'export function orders(homes: number): number {\n  return homes * 2;\n}\n';
	const ownText = 'export const price = (minutes: number) => minutes / 5;\n';
	const source = startText.replace('  return', '\treturn') + ownText;
	expect(makeAutomaticMutants(source, `// The start\n${startText}`).map(({ line }) => line)).toEqual([4, 4, 4]);
});

test('each mutant is described with the old and new expression and its line, comparisons first', () => {
	const source = `const free = 20;\nexport const price = (minutes: number) =>\n\tminutes * 5 +\n\t(minutes <= free ? 0 : 50);\n`;
	expect(makeAutomaticMutants(source).map(({ line, description }) => `${line}: ${description}`)).toEqual([
		'4: `minutes < free` instead of `minutes <= free`',
		'4: `false ? 0 : 50` instead of `minutes <= free ? 0 : 50`',
		'3: `minutes * 5 - (minutes <= free ? 0 : 50)` instead of `minutes * 5 + (minutes <= free ? 0 : 50)`',
		'3: `minutes / 5` instead of `minutes * 5`',
		'3: `minutes * 6` instead of `minutes * 5`',
		'3: `minutes * 4` instead of `minutes * 5`',
		'4: `minutes <= free ? 1 : 50` instead of `minutes <= free ? 0 : 50`',
		'4: `minutes <= free ? (-1) : 50` instead of `minutes <= free ? 0 : 50`',
		'4: `minutes <= free ? 0 : 51` instead of `minutes <= free ? 0 : 50`',
		'4: `minutes <= free ? 0 : 49` instead of `minutes <= free ? 0 : 50`'
	]);
});

test('an unfinished program causes no error', () => {
	expect(makeAutomaticMutants('export function price( { return 1 <')).toBeInstanceOf(Array);
});
