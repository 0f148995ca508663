import { expect, test } from 'vitest';
import type { Challenge, ChallengeText } from './challenge.ts';
import { listChallengeFacts, splitIntoTextBlocks, findPlainFunctionSignatures } from './challenge-facts.ts';

test('an HTML text is cut into paragraphs and list items, without tags and entities', () => {
	expect(
		splitIntoTextBlocks(
			'<p>« Un <strong>frigo</strong> &amp; deux.</p>\n<ul>\n<li>5 &lt; 8 <code>ok</code>.</li><li>—</li></ul>'
		)
	).toEqual(['« Un frigo & deux.', '5 < 8 ok.']);
	expect(splitIntoTextBlocks('')).toEqual([]);
});

const challengeText = {
	title: 'La nuit du frigo',
	summary: 'Le frigo est tombé en panne.',
	person: { name: 'Inès', role: 'préparatrice' },
	brief:
		'<p>« Le frigo est tombé en panne.</p><p>Le voyant était vert.</p><p>Le voyant était vert.</p><p>« Non », dit-elle.</p><p>Tu m’aides ? »</p>',
	options: { cancel: { title: 'Annuler', body: '<p>On appelle.</p>' } },
	values: { celsius: { label: 'Température', unit: '°C' } },
	labels: { alarme: 'Alarme' },
	checks: { alarm: 'Au-dessus de 8, il sonne', cold: "En dessous de 2, alarme renvoie 'froid'" },
	sources: '<ul><li>Entre 2 et 8 °C.</li></ul>'
} as unknown as ChallengeText;
const challenge = {
	languages: ['fr'],
	steps: [
		{ kind: 'discover', hand: [{ id: 'celsius', min: -20, max: 45.5, step: 0.5, start: 0 }] },
		{ kind: 'decide' }
	],
	decision: { options: ['cancel'], another: [{ id: 'far', min: 0, max: 20, step: 5, start: 5 }] },
	text: { fr: challengeText, en: challengeText }
} as unknown as Challenge;

test('a challenge’s facts are story, rules, figures and sources, each once, without questions, in the author’s language', () => {
	expect(listChallengeFacts(challenge, 'en', ['alarme']).map((fact) => `${fact.group}: ${fact.text}`)).toEqual([
		'story: Inès, préparatrice',
		'story: Le frigo est tombé en panne.',
		'story: Le voyant était vert.',
		'story: « Non », dit-elle.',
		'rule: Au-dessus de 8, il sonne',
		'rule: En dessous de 2, alarme donne «\u00a0froid\u00a0»',
		'figures: Température\u00a0: de -20 à 45,5\u00a0°C',
		'figures: Far\u00a0: de 0 à 20',
		'figures: Annuler — On appelle.',
		'sources: Entre 2 et 8 °C.'
	]);
});

test('exported functions of plain values are found, with the names and kinds of their parameters', () => {
	const program = `
export function status(celsius: number): 'ok' | "warm" {
	return 'ok';
}
export function minutesOut(readings: number[], isLong: boolean): number {
	return 0;
}
export function greet(name, times = 2) {
	return name;
}
`;
	expect(findPlainFunctionSignatures(program)).toEqual([
		{ name: 'status', parameters: [{ name: 'celsius', kind: 'number' }], returns: 'text' },
		{
			name: 'minutesOut',
			parameters: [
				{ name: 'readings', kind: 'numbers' },
				{ name: 'isLong', kind: 'yes-no' }
			],
			returns: 'number'
		},
		{
			name: 'greet',
			parameters: [
				{ name: 'name', kind: 'any' },
				{ name: 'times', kind: 'any' }
			],
			returns: 'any'
		}
	]);
});

test.each([
	['export function route(stops: Stop[]): Stop {\n}'],
	['export function price({ minutes }: Ticket): number {\n}'],
	['export function today(): number {\n}'],
	['function hidden(one: number): number {\n}'],
	['export const square = (one: number): number => one * one;']
])('a function without plain parameters, or without the keywords export function, is left out: %s', (program) => {
	expect(findPlainFunctionSignatures(program)).toEqual([]);
});

test('two million spaces in a program do not slow down the search', () => {
	// This text is so long that a search in quadratic time would exceed the time limit of tests.
	const spaces = ' '.repeat(2_000_000);
	const program = `
export function one(first: a${spaces}b): number {
}
export function two(first:${spaces}number): number {
}
export function three(first: number): a${spaces}`;
	expect(findPlainFunctionSignatures(program)).toEqual([
		{ name: 'two', parameters: [{ name: 'first', kind: 'number' }], returns: 'number' }
	]);
});
