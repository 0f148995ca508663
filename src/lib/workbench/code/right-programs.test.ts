import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/domain/language.ts';
import { PROGRAM_FILE, projectKindOf } from '#lib/domain/project.ts';
import { TEMPLATE_LIBRARIES, PROJECT_TEMPLATES } from '#lib/domain/ready-made.ts';
import { createExplainer, describeFileContext, type ProgramKind } from '#lib/explanations/index.ts';
import { findReadyTemplate } from '#lib/projects/templates/ready-templates.ts';
import { makeNewProjectFiles } from '#lib/projects/new-project-files.ts';
import { ideaGroups } from '../ideas/groups.ts';
import { appendPageIdea, insertIdea } from '../ideas/insertion.ts';
import { writePreviewSketch } from '../ideas/preview.ts';

interface ProgramWithoutProblems {
	kind: ProgramKind;
	text: string;
}

const programsWithoutProblems = LANGUAGES.flatMap((language): ProgramWithoutProblems[] => {
	const listIdeas = (kind: 'sketch' | 'page') => ideaGroups(language, kind).flatMap(({ ideas }) => ideas);
	const templates = PROJECT_TEMPLATES.map((template) => findReadyTemplate(template, language).files);
	const newProjects = (['sketch', 'page', ...TEMPLATE_LIBRARIES] as const).map((kind) =>
		makeNewProjectFiles(kind, language)
	);
	return [
		...[...templates, ...newProjects].map((files) => ({
			kind: projectKindOf(files),
			text: files[PROGRAM_FILE] ?? ''
		})),
		{ kind: 'p5', text: makeNewProjectFiles('p5', language)[PROGRAM_FILE] ?? '' },
		...listIdeas('sketch').flatMap((idea): ProgramWithoutProblems[] => [
			{ kind: 'sketch', text: insertIdea('', 0, idea).text },
			{ kind: 'sketch', text: writePreviewSketch(idea) }
		]),
		...listIdeas('page').map((idea): ProgramWithoutProblems => ({ kind: 'page', text: appendPageIdea('', idea).text }))
	];
});

test('correct programs of projects and ideas get no explanation of a mistake', async () => {
	const explainer = await createExplainer('en');
	for (const { kind, text } of programsWithoutProblems)
		expect([text, explainer.explainFile(text, [], describeFileContext(kind))]).toEqual([text, []]);
});
