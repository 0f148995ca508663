/** Builds the progress and review tables for a spreadsheet; names come from the teacher's browser. */
import type { Language } from '#lib/domain/language.ts';
import type { AssignmentResults, ClassMember } from '#lib/wire/results.ts';
import { rubricInLanguage } from '#lib/domain/rubric.ts';
import { writeSpreadsheetText } from '#lib/classroom/roster/write-table.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/ui/decimal.ts';
import { assignmentStateText } from './assignment-state-text.ts';

type NameOf = (key: string) => string | undefined;

/** Returns the heading and a row for each student and assignment. */
export function progressTable(
	students: readonly ClassMember[],
	assignments: readonly AssignmentResults[],
	language: Language,
	nameOf: NameOf
): string {
	const heading = [
		...who.heading(),
		m.export_column_assignment(),
		m.export_column_progress(),
		m.export_column_steps(),
		m.export_column_steps_of(),
		m.export_column_turn(),
		m.export_column_handed_in(),
		m.export_column_passed(),
		m.export_column_checks(),
		m.export_column_share(),
		m.export_column_caught(),
		m.export_column_caught_of()
	];
	const rows = students.flatMap((student) =>
		assignments.flatMap(({ title, results }) => {
			const result = results.find(({ member }) => member === student.id);
			if (!result) return [];
			const { state, steps, handedIn } = result;
			const { tally, caught } = handedIn ?? {};
			return [
				[
					...who.cells(student, nameOf),
					title[language],
					assignmentStateText(state),
					String(steps.done),
					String(steps.of),
					handedIn ? String(handedIn.turn) : '',
					handedIn ? momentOf(handedIn.at) : '',
					tally ? String(tally.passed) : '',
					tally ? String(tally.total) : '',
					tally && tally.total > 0 ? formatDecimal((100 * tally.passed) / tally.total, language) : '',
					caught ? String(caught.caught) : '',
					caught ? String(caught.total) : ''
				]
			];
		})
	);
	return writeSpreadsheetText(heading, rows, language);
}

/** Returns a row for each criterion that has a level, and one for the general comment. */
export function feedbackTable(
	students: readonly ClassMember[],
	assignments: readonly AssignmentResults[],
	language: Language,
	nameOf: NameOf
): string {
	const heading = [
		...who.heading(),
		m.export_column_assignment(),
		m.export_column_criterion(),
		m.export_column_level(),
		m.export_column_level_nth(),
		m.export_column_level_of()
	];
	const rows = students.flatMap((student) =>
		assignments.flatMap(({ title, rubric, results }) => {
			const answer = results.find(({ member }) => member === student.id)?.answer;
			if (!answer) return [];
			const begins = [...who.cells(student, nameOf), title[language]];
			const levels = rubricInLanguage(rubric, language).flatMap((criterion) => {
				const nth = criterion.levels.findIndex(({ id }) => id === answer.rubric[criterion.id]);
				const level = criterion.levels[nth];
				if (!level) return [];
				return [[...begins, criterion.title, level.text, String(nth + 1), String(criterion.levels.length)]];
			});
			const whole = answer.comment.trim();
			return whole === '' ? levels : [...levels, [...begins, m.export_comment(), whole, '', '']];
		})
	);
	return writeSpreadsheetText(heading, rows, language);
}

const who = {
	heading: () => [m.class_pseudonym(), m.export_column_name()],
	cells: ({ pseudonym, key }: ClassMember, nameOf: NameOf) => [pseudonym, nameOf(key) ?? '']
};

/** Formats a moment so that every spreadsheet reads it. */
function momentOf(milliseconds: number): string {
	const date = new Date(milliseconds);
	const two = (number: number) => String(number).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
