import { expect, test } from 'vitest';
import { readRubricForm, rubricInLanguage, rubricOfChallenge, type Rubric } from './rubric.ts';

const OWN_RUBRIC: Rubric = [
	{
		id: 'reads',
		title: { fr: 'Lit le programme', en: 'Reads the program' },
		levels: [
			{ id: 'not-yet', text: { fr: 'Pas encore.', en: 'Not yet.' } },
			{ id: 'alone', text: { fr: 'Seul.', en: 'Alone.' } }
		]
	},
	{
		id: 'edges',
		title: { fr: 'Pense aux limites', en: 'Thinks of edges' },
		levels: [
			{ id: 'not-yet', text: { fr: 'Non.', en: 'No.' } },
			{ id: 'alone', text: { fr: 'Oui.', en: 'Yes.' } }
		]
	}
];

const toRubricFields = (rubric: Rubric, language: 'fr' | 'en'): [string, string][] =>
	rubric.flatMap(({ id, title, levels }) => [
		[`criterion.${id}`, title[language]] as [string, string],
		...levels.map((level): [string, string] => [`level.${id}.${level.id}`, level.text[language]])
	]);

test('the rubric of a challenge joins its French and English texts', () => {
	const teacherTexts = {
		fr: { rubric: rubricInLanguage(OWN_RUBRIC, 'fr') },
		en: { rubric: rubricInLanguage(OWN_RUBRIC, 'en') }
	};
	expect(rubricOfChallenge(teacherTexts)).toEqual(OWN_RUBRIC);
});

test('a rubric sent back unchanged stays unchanged, whichever language it was read in', () => {
	expect(readRubricForm(toRubricFields(OWN_RUBRIC, 'en'), OWN_RUBRIC, 'en')).toEqual({
		rubric: OWN_RUBRIC,
		problem: null
	});
	expect(readRubricForm(toRubricFields(OWN_RUBRIC, 'fr'), OWN_RUBRIC, 'fr')).toEqual({
		rubric: OWN_RUBRIC,
		problem: null
	});
});

test('a changed text becomes the same in both languages, and the other texts keep their translations', () => {
	const fields = toRubricFields(OWN_RUBRIC, 'fr').map(([name, text]): [string, string] => [
		name,
		name === 'level.edges.alone' ? '  Oui,\r\nsans aide. ' : text
	]);
	const { rubric } = readRubricForm(fields, OWN_RUBRIC, 'fr');
	expect(rubric[1]?.levels[1]).toEqual({ id: 'alone', text: { fr: 'Oui, sans aide.', en: 'Oui, sans aide.' } });
	expect(rubric[0]).toEqual(OWN_RUBRIC[0]);
});

test('a rubric follows the order of its fields, without untitled criteria and empty levels', () => {
	const [reads, edges] = [toRubricFields(OWN_RUBRIC.slice(0, 1), 'fr'), toRubricFields(OWN_RUBRIC.slice(1), 'fr')];
	expect(readRubricForm([...edges, ...reads], OWN_RUBRIC, 'fr').rubric.map(({ id }) => id)).toEqual(['edges', 'reads']);
	const fieldsWithoutEdges = [...reads, ...edges].map(([name, text]): [string, string] => [
		name,
		name === 'criterion.edges' ? ' ' : text
	]);
	expect(readRubricForm(fieldsWithoutEdges, OWN_RUBRIC, 'fr').rubric.map(({ id }) => id)).toEqual(['reads']);
	expect(readRubricForm([...reads, ['level.reads.third', '']], OWN_RUBRIC, 'fr').rubric[0]?.levels).toHaveLength(2);
});

test('a new criterion and each of its levels get their own ids', () => {
	const fields: [string, string][] = [
		['criterion.new-1', 'Explique à Awa'],
		['level.new-1.new-1', 'Non'],
		['level.new-1.new-2', 'Oui']
	];
	const { rubric } = readRubricForm(fields, OWN_RUBRIC, 'fr');
	expect(rubric).toHaveLength(1);
	expect(rubric[0]?.id).not.toContain('new');
	expect(new Set(rubric[0]?.levels.map(({ id }) => id)).size).toBe(2);
});

test('too few levels, a very long text and too many criteria are each reported as a problem', () => {
	const oneCriterionFields: [string, string][] = [
		['criterion.reads', 'Lit'],
		['level.reads.alone', 'Seul']
	];
	expect(readRubricForm(oneCriterionFields, OWN_RUBRIC, 'fr')).toMatchObject({
		problem: { kind: 'few-levels', criterion: 'Lit' },
		rubric: [{ id: 'reads' }]
	});
	const longFields: [string, string][] = [...oneCriterionFields, ['level.reads.not-yet', 'x'.repeat(301)]];
	expect(readRubricForm(longFields, OWN_RUBRIC, 'fr').problem?.kind).toBe('too-long');
	const manyFields = Array.from({ length: 11 }, (_, at) =>
		toRubricFields(
			OWN_RUBRIC.slice(0, 1).map((one) => ({ ...one, id: `c${at}` })),
			'fr'
		)
	).flat();
	expect(readRubricForm(manyFields, OWN_RUBRIC, 'fr').problem?.kind).toBe('too-many');
});

test.each([
	[['criterion.__proto__.x', 'a']],
	[['criterion.', 'a']],
	[['criterion.a b', 'a']],
	[['level.reads.alone', 'a']],
	[['criterion.reads', new File([], 'x')]]
] as [[string, unknown]][])('%j is not read as a criterion', (field) => {
	expect(readRubricForm([field], OWN_RUBRIC, 'fr').rubric).toEqual([]);
});
