import {
	LONGEST_ASSIGNMENT_TITLE,
	LONGEST_ASSIGNMENT_NOTE,
	type AssignmentFormProblem
} from '#lib/domain/assignment.ts';
import { MOST_RUBRIC_CRITERIA, MOST_CRITERION_LEVELS, type RubricProblem } from '#lib/domain/rubric.ts';
import { m } from '#lib/paraglide/messages.js';

/** An error text for each invalid field; under `criterion`, the title of the rubric's invalid criterion. */
export type FormProblemTexts = Partial<Record<AssignmentFormProblem['field'] | 'criterion', string>>;

export function formProblemTexts(problems: readonly AssignmentFormProblem[]): FormProblemTexts {
	const texts: FormProblemTexts = Object.fromEntries(problems.map((one) => [one.field, describeFormProblem(one)]));
	const criterion = problems.find((one) => one.field === 'rubric')?.problem.criterion;
	return criterion ? { ...texts, criterion } : texts;
}

function describeFormProblem(one: AssignmentFormProblem): string {
	switch (one.field) {
		case 'title':
			return one.problem === 'empty'
				? m.give_wrong_title()
				: m.give_wrong_title_long({ most: LONGEST_ASSIGNMENT_TITLE });
		case 'note':
			return m.give_wrong_note({ most: LONGEST_ASSIGNMENT_NOTE });
		case 'members':
			return m.give_wrong_members();
		case 'opens':
			return m.give_wrong_date();
		case 'due':
			return one.problem === 'no-date' ? m.give_wrong_date() : m.give_wrong_order();
		case 'rubric':
			return rubricProblemText(one.problem);
	}
}

function rubricProblemText({ kind, criterion }: RubricProblem): string {
	if (kind === 'too-many')
		return m.give_wrong_rubric_many({ criteria: MOST_RUBRIC_CRITERIA, levels: MOST_CRITERION_LEVELS });
	return kind === 'too-long' ? m.give_wrong_rubric_long({ criterion }) : m.give_wrong_rubric_few({ criterion });
}
