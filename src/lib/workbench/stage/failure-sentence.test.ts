import { afterAll, beforeAll, expect, test } from 'vitest';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { writeFailureSentence } from './failure-sentence.ts';

const getLocaleBeforeTests = getLocale;
beforeAll(() => overwriteGetLocale(() => 'fr'));
afterAll(() => overwriteGetLocale(getLocaleBeforeTests));

const FAILURE_SENTENCES = {
	paid: '{minutes} min : il faut payer.',
	price: '{minutes} min : il faut {expected} centimes, mais ta fonction renvoie {received}.',
	'thirty-costs-50': '30 min : il faut 50 centimes, mais le prix est {received}.'
};

function writeSentence(
	expected: string,
	received: string,
	check = 'first',
	failures: Record<string, string> = {},
	matcher = 'toEqual'
) {
	const problem = { kind: 'assertion' as const, matcher, message: 'expected', expected, received };
	return writeFailureSentence(problem, check, failures)?.replaceAll('\u00a0', ' ') ?? null;
}

test('the author’s sentence is found by the value that differs, or by the check', () => {
	expect(
		writeSentence('{ minutes: 21, paid: true }', '{ minutes: 21, paid: false }', 'charged', FAILURE_SENTENCES)
	).toBe('21 min : il faut payer.');
	expect(writeSentence('{ minutes: 21, price: 50 }', '{ minutes: 21, price: 5 }', 'first', FAILURE_SENTENCES)).toBe(
		'21 min : il faut 50 centimes, mais ta fonction renvoie 5.'
	);
	expect(writeSentence('50', '60', 'thirty-costs-50', FAILURE_SENTENCES)).toBe(
		'30 min : il faut 50 centimes, mais le prix est 60.'
	);
});

test('without an author’s sentence, the given, expected and received values are named', () => {
	expect(writeSentence('{ score: 1, letter: "B" }', '{ score: 1, letter: "A" }')).toBe(
		'score 1 : il faut B, mais ta fonction renvoie A.'
	);
	expect(writeSentence('{ grams: 2, euros: 0.5 }', '{ grams: 2, euros: 1e-7 }')).toBe(
		'grams 2 : il faut 0.5, mais ta fonction renvoie 1e-7.'
	);
	expect(writeSentence('111.19', '0.5', 'km', {}, 'toBeCloseTo')).toBe(
		'Il faut environ 111.19, mais ta fonction renvoie 0.5.'
	);
});

test.each([
	[
		'{ minutes: 30, price: 50 }',
		'{ minutes: 30, price: NaN }',
		/30 min : .* NaN, qui n’est pas un nombre : un calcul a reçu un texte/
	],
	['{ minutes: 30, price: 50 }', '{ minutes: 30, price: undefined }', /rien : il manque un return/],
	['{ minutes: 30, price: 50 }', '{ minutes: 30, price: "50" }', /le texte "50" : enlève les guillemets/]
])('a received value that is not a number is explained: %s, %s', (expected, received, words) => {
	expect(writeSentence(expected, received, 'first', FAILURE_SENTENCES)).toMatch(words);
});

test('a missing function is explained as not there yet', () => {
	expect(writeSentence('"function"', '"undefined"', 'own', {}, 'toBe')).toMatch(/pas encore là/);
});

test('an author’s sentence is used for lists only if it names no values', () => {
	const failures = { once: 'Un lieu manque, ou il revient.', first: 'Il faut {expected}.' };
	expect(writeSentence('["a", "b"]', '["a"]', 'once', failures)).toBe('Un lieu manque, ou il revient.');
	expect(writeSentence('["a", "b"]', '["a"]', 'first', failures)).toBeNull();
});

test('an author’s sentence can name the values that a check was given', () => {
	const failures = { lost: '{given} : il faut {expected} points, mais ta fonction renvoie {received}.' };
	expect(writeSentence('{ salt: 0.3, lost: 1 }', '{ salt: 0.3, lost: 0 }', 'first', failures)).toBe(
		'salt 0.3 : il faut 1 points, mais ta fonction renvoie 0.'
	);
});

test('differences that a single sentence cannot express get no sentence', () => {
	expect(writeSentence('[1, 2]', '[2, 1]')).toBeNull();
	expect(writeSentence('{ a: 1, b: 2 }', '{ a: 2, b: 1 }')).toBeNull();
	expect(writeSentence('{ a: [1], b: 2 }', '{ a: [1], b: 1 }')).toBeNull();
	expect(writeSentence('{ name: "a, b: 3", letter: "B" }', '{ name: "a, b: 3", letter: "A" }')).toBe(
		'name a, b: 3 : il faut B, mais ta fonction renvoie A.'
	);
	expect(writeSentence('30', '20', 'recipe', {}, 'toBeGreaterThan')).toBeNull();
});

test('malformed values of a manipulated frame get no sentence, or a generic one', () => {
	expect(writeSentence(String.raw`"\q"`, '"a"')).toBeNull();
	expect(writeSentence('"a\nb"', '"a"')).toBeNull();
	expect(writeSentence('{ constructor: 1 }', '{ constructor: 2 }', 'toString')).toBe(
		'Il faut 1, mais ta fonction renvoie 2.'
	);
});
