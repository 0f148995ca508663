import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/domain/language.ts';
import { PROGRAM_FILE, projectKindOf } from '#lib/domain/project.ts';
import { BEGINNING_LIBRARIES, PROJECT_BEGINNINGS } from '#lib/domain/ready-made.ts';
import { createExplainer, describeFileContext, type ProgramKind } from '#lib/explanations/index.ts';
import { findReadyBeginning } from '#lib/projects/beginnings/ready-beginnings.ts';
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
	const beginnings = PROJECT_BEGINNINGS.map((beginning) => findReadyBeginning(beginning, language).files);
	const newProjects = (['sketch', 'page', ...BEGINNING_LIBRARIES] as const).map((kind) =>
		makeNewProjectFiles(kind, language)
	);
	return [
		...[...beginnings, ...newProjects].map((files) => ({
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
