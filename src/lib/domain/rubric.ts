/** The criteria of a review with their levels, lowest first; reviews refer to both by id. */
import * as v from 'valibot';
import { newId } from './identity.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { TeacherText } from './challenge.ts';

/** A text in each language; a text written in only one language is repeated in the other. */
export type BilingualText = Record<Language, string>;

export type RubricInLanguage = TeacherText['rubric'];

export const MOST_RUBRIC_CRITERIA = 10;
export const MOST_CRITERION_LEVELS = 6;
export const LONGEST_CRITERION = 120;
export const LONGEST_LEVEL_TEXT = 300;

const RUBRIC_ID_PATTERN = /^[a-zA-Z0-9][\w-]{0,63}$/;
const rubricIdSchema = v.pipe(v.string(), v.regex(RUBRIC_ID_PATTERN));
export const bilingualTextSchema = v.object({ fr: v.string(), en: v.string() });

export const rubricSchema = v.array(
	v.object({
		id: rubricIdSchema,
		title: bilingualTextSchema,
		levels: v.array(v.object({ id: rubricIdSchema, text: bilingualTextSchema }))
	})
);
export type Rubric = v.InferOutput<typeof rubricSchema>;

export function rubricOfChallenge(teacherTexts: Record<Language, Pick<TeacherText, 'rubric'>>): Rubric {
	const englishCriterionById = new Map(teacherTexts.en.rubric.map((criterion) => [criterion.id, criterion]));
	return teacherTexts.fr.rubric.map(({ id, title, levels }) => {
		const englishCriterion = englishCriterionById.get(id);
		return {
			id,
			title: { fr: title, en: englishCriterion?.title ?? title },
			levels: levels.map((level) => ({
				id: level.id,
				text: { fr: level.text, en: englishCriterion?.levels.find((one) => one.id === level.id)?.text ?? level.text }
			}))
		};
	});
}

export function rubricInLanguage(rubric: Rubric, language: Language): RubricInLanguage {
	return rubric.map(({ id, title, levels }) => ({
		id,
		title: title[language],
		levels: levels.map((level) => ({ id: level.id, text: level.text[language] }))
	}));
}

/** A fault in a rubric's form. `few-levels`: a criterion needs at least two levels. */
export interface RubricProblem {
	kind: 'too-many' | 'too-long' | 'few-levels';
	criterion: string;
}

/** Name of a criterion's form field. The order of the fields in the form is the criteria's order in the rubric. */
export const criterionFieldName = (criterion: string): string => `criterion.${criterion}`;
export const levelFieldName = (criterion: string, level: string): string => `level.${criterion}.${level}`;

/**
 * Reads a rubric from a form filled in one language. An unchanged text keeps its translation; a changed text replaces the text of both
 * languages. Criteria without a title and levels without words are removed.
 */
export function readRubricForm(
	fields: Iterable<readonly [string, unknown]>,
	previousRubric: Rubric,
	language: Language
): { rubric: Rubric; problem: RubricProblem | null } {
	const entries = [...fields].flatMap(([name, value]) =>
		typeof value === 'string' ? [{ path: name.split('.'), text: toOneLine(value) }] : []
	);
	const titleEntries = entries.filter(({ path }) => path[0] === 'criterion' && path.length === 2);
	const criteria = titleEntries.flatMap(({ path: [, id = ''], text }) => {
		if (text === '' || !RUBRIC_ID_PATTERN.test(id)) return [];
		const oldCriterion = previousRubric.find((criterion) => criterion.id === id);
		const levels = entries
			.filter(({ path, text }) => path[0] === 'level' && path[1] === id && path.length === 3 && text !== '')
			.flatMap(({ path: [, , level = ''], text }) => {
				if (!RUBRIC_ID_PATTERN.test(level)) return [];
				const oldLevel = oldCriterion?.levels.find((one) => one.id === level);
				return [{ id: oldLevel?.id ?? replaceNewRowId(level), text: setBilingualText(text, oldLevel?.text, language) }];
			});
		return [
			{
				id: oldCriterion?.id ?? replaceNewRowId(id),
				title: setBilingualText(text, oldCriterion?.title, language),
				levels
			}
		];
	});
	return { rubric: criteria, problem: findRubricProblem(criteria, language) };
}

function findRubricProblem(rubric: Rubric, language: Language): RubricProblem | null {
	if (rubric.length > MOST_RUBRIC_CRITERIA) return { kind: 'too-many', criterion: '' };
	for (const { title, levels } of rubric) {
		const criterion = title[language];
		const isLong = levels.some(({ text }) => text[language].length > LONGEST_LEVEL_TEXT);
		if (levels.length > MOST_CRITERION_LEVELS) return { kind: 'too-many', criterion };
		if (isLong || criterion.length > LONGEST_CRITERION) return { kind: 'too-long', criterion };
		if (levels.length < 2) return { kind: 'few-levels', criterion };
	}
	return null;
}

/** Returns the id of a row; the id of a row added in the form begins with new- and is replaced by a unique one. */
const replaceNewRowId = (id: string): string => (id.startsWith('new-') ? newId() : id);

const toOneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

function setBilingualText(text: string, previousText: BilingualText | undefined, language: Language): BilingualText {
	if (previousText && previousText[language] === text) return previousText;
	return Object.fromEntries(LANGUAGES.map((each) => [each, text])) as BilingualText;
}
