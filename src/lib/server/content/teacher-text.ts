import type { Language } from '#lib/domain/language.ts';
import { LESSON_MINUTES, LESSON_MODES, type RubricCriterionIds, type TeacherText } from '#lib/domain/challenge.ts';
import { findDroppedHtml, markdownToHtml, typesetText } from './markdown.ts';
import { lineOfSection, readSectionListItems, readHeadingOutline, type OutlineSection } from './outline.ts';
import { createDroppedHtmlProblems, type ContentProblem } from './content-problem.ts';

const TEACHER_SECTIONS = ['plan', 'mistakes', 'debate', 'rubric'];
const DEBATE_QUESTION_COUNT_LIMITS = { least: 4, most: 6 };

export interface ParsedTeacherText {
	text: TeacherText;
	root: OutlineSection;
	problems: ContentProblem[];
}

export function teacherTextPath(language: Language): string {
	return `teacher.${language}.md`;
}

/** Reads the teacher's text. For an exercise only the rubric is needed. */
export function readTeacherText(
	language: Language,
	source: string,
	{ rubric, exercise = false }: { rubric: RubricCriterionIds[]; exercise?: boolean }
): ParsedTeacherText {
	const file = teacherTextPath(language);
	const outline = readHeadingOutline(file, source);
	const root = outline.root ?? { level: 1, id: 'title', title: '', line: 1, body: '', sections: [] };
	const problems = [...outline.problems];
	const addProblem = (line: number, message: string) => problems.push({ file, line, message });
	const typesetPlainText = (text: string) => typesetText(text.trim().replace(/\s+/g, ' '), language);
	const renderHtml = (section: OutlineSection) => {
		problems.push(...createDroppedHtmlProblems(file, section.line, findDroppedHtml(section.body)));
		return markdownToHtml(section.body, language);
	};
	const subsectionsOf = (id: string) => root.sections.find((section) => section.id === id)?.sections ?? [];
	const readListEntries = (section: OutlineSection | undefined) => {
		const list = section ? readSectionListItems(file, section) : { entries: [], problems: [] };
		problems.push(...list.problems);
		return list.entries.map(({ id, text, line }) => ({ id, text: typesetPlainText(text), line }));
	};
	const titleOf = (section: OutlineSection) => {
		if (section.title === '') addProblem(section.line, `"${section.id}" needs a title: "${section.id}: …"`);
		return typesetPlainText(section.title);
	};

	for (const { id, line } of root.sections) {
		if (!TEACHER_SECTIONS.includes(id)) addProblem(line, `"## ${id}" is not one of ${TEACHER_SECTIONS.join(', ')}`);
	}
	const isSectionNeeded = (id: string) =>
		!exercise || id === 'rubric' || root.sections.some((section) => section.id === id);
	for (const id of TEACHER_SECTIONS) {
		if (isSectionNeeded(id) && !root.sections.some((section) => section.id === id))
			addProblem(root.line, `"## ${id}" is missing`);
	}

	const plan = subsectionsOf('plan').map((section) => {
		const [minutes = '', mode = '', title = '', ...rest] = section.title.split('|').map((part) => part.trim());
		const lessonMode = LESSON_MODES.find((one) => one === mode);
		if (!/^\d+$/.test(minutes) || lessonMode === undefined || title === '' || rest.length > 0) {
			addProblem(section.line, `a moment of the plan is "### id: minutes | ${LESSON_MODES.join(' or ')} | title"`);
		}
		return {
			id: section.id,
			minutes: Number(minutes) || 0,
			mode: lessonMode ?? 'working',
			title: typesetPlainText(title),
			body: renderHtml(section)
		};
	});
	const minuteSum = plan.reduce((all, { minutes }) => all + minutes, 0);
	if (isSectionNeeded('plan') && minuteSum !== LESSON_MINUTES) {
		addProblem(
			lineOfSection(root, 'plan'),
			`the moments of the plan last ${minuteSum} minutes together, a lesson ${LESSON_MINUTES}`
		);
	}
	if (isSectionNeeded('plan') && !plan.some(({ mode }) => mode === 'together')) {
		addProblem(lineOfSection(root, 'plan'), 'the class never talks: no moment of the plan is "together"');
	}

	const mistakes = subsectionsOf('mistakes').map((section) => ({
		id: section.id,
		title: titleOf(section),
		body: renderHtml(section)
	}));
	if (isSectionNeeded('mistakes') && mistakes.length === 0)
		addProblem(lineOfSection(root, 'mistakes'), 'no mistake has its "### id: title" and its answer');

	const debate = readListEntries(root.sections.find(({ id }) => id === 'debate')).map(({ id, text }) => ({
		id,
		question: text
	}));
	if (
		isSectionNeeded('debate') &&
		(debate.length < DEBATE_QUESTION_COUNT_LIMITS.least || debate.length > DEBATE_QUESTION_COUNT_LIMITS.most)
	) {
		addProblem(
			lineOfSection(root, 'debate'),
			`${debate.length} questions; a debate has ${DEBATE_QUESTION_COUNT_LIMITS.least} to ${DEBATE_QUESTION_COUNT_LIMITS.most}`
		);
	}

	const criteria = subsectionsOf('rubric').map((section) => {
		return { id: section.id, line: section.line, title: titleOf(section), levels: readListEntries(section) };
	});
	const formatCriteriaShape = (all: RubricCriterionIds[]) =>
		all.map(({ id, levels }) => `${id} (${levels.join(', ')})`).join(', ');
	const criteriaShape = formatCriteriaShape(
		criteria.map(({ id, levels }) => ({ id, levels: levels.map((level) => level.id) }))
	);
	if (criteriaShape !== formatCriteriaShape(rubric)) {
		addProblem(
			lineOfSection(root, 'rubric'),
			`the criteria are ${criteriaShape || 'none'}, in challenge.yaml ${formatCriteriaShape(rubric)}`
		);
	}
	return {
		text: {
			purpose: renderHtml(root),
			plan,
			mistakes,
			debate,
			rubric: criteria.map(({ id, title, levels }) => {
				// Levels are shown and edited as plain text, so the backticks of Markdown are removed.
				return { id, title, levels: levels.map(({ id, text }) => ({ id, text: text.replaceAll('`', '') })) };
			})
		},
		root,
		problems
	};
}
