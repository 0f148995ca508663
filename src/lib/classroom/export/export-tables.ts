import type { Language } from '#lib/domain/language.ts';
import type { AssignmentResults, ClassMember, ExportedReview } from '#lib/wire/results.ts';
import { rubricInLanguage } from '#lib/domain/rubric.ts';
import { writeSpreadsheetText } from '#lib/classroom/roster/spreadsheet-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/ui/format-number.ts';
import { assignmentStateText } from './assignment-state-text.ts';

type RealNameLookup = (key: string) => string | undefined;

export function writeProgressTable(
	students: readonly ClassMember[],
	assignments: readonly AssignmentResults[],
	language: Language,
	nameOf: RealNameLookup
): string {
	const heading = [
		...studentColumns.heading(),
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
			const studentResult = results.find(({ member }) => member === student.id);
			if (!studentResult) return [];
			const { state, steps, handedIn } = studentResult;
			const { tally, caught } = handedIn ?? {};
			return [
				[
					...studentColumns.cells(student, nameOf),
					title[language],
					assignmentStateText(state),
					String(steps.done),
					String(steps.of),
					handedIn ? String(handedIn.turn) : '',
					handedIn ? formatSpreadsheetMoment(handedIn.at) : '',
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

/** Returns the table of reviews: a row for each criterion with a level, each general comment and each comment on a line. */
export function writeReviewTable(
	students: readonly ClassMember[],
	assignments: readonly AssignmentResults[],
	language: Language,
	nameOf: RealNameLookup
): string {
	const heading = [
		...studentColumns.heading(),
		m.export_column_assignment(),
		m.export_column_reviewed_turn(),
		m.export_column_criterion(),
		m.export_column_level(),
		m.export_column_level_nth(),
		m.export_column_level_of(),
		m.export_column_comment()
	];
	const rows = students.flatMap((student) =>
		assignments.flatMap(({ title, rubric, results }) => {
			const reviews = results.find(({ member }) => member === student.id)?.reviews ?? [];
			const cells = [...studentColumns.cells(student, nameOf), title[language]];
			return reviews.flatMap((review) => {
				const firstCells = [...cells, String(review.turn)];
				return reviewRowsOf(review, rubricInLanguage(rubric, language)).map((lastCells) => [
					...firstCells,
					...lastCells
				]);
			});
		})
	);
	return writeSpreadsheetText(heading, rows, language);
}

function reviewRowsOf(review: ExportedReview, rubric: ReturnType<typeof rubricInLanguage>): string[][] {
	const levels = rubric.flatMap((criterion) => {
		const nth = criterion.levels.findIndex(({ id }) => id === review.rubric[criterion.id]);
		const level = criterion.levels[nth];
		return level ? [[criterion.title, level.text, String(nth + 1), String(criterion.levels.length), '']] : [];
	});
	const comments = [
		{ about: m.export_comment(), text: review.comment },
		...review.lines.map(({ file, line, text }) => ({ about: m.review_line_of({ file, line }), text }))
	];
	const writtenComments = comments.filter(({ text }) => text.trim() !== '');
	return [...levels, ...writtenComments.map(({ about, text }) => [about, '', '', '', text.trim()])];
}

const studentColumns = {
	heading: () => [m.class_pseudonym(), m.export_column_name()],
	cells: ({ pseudonym, key }: ClassMember, nameOf: RealNameLookup) => [pseudonym, nameOf(key) ?? '']
};

/** Formats a date and time so that every spreadsheet recognises it. */
function formatSpreadsheetMoment(milliseconds: number): string {
	const date = new Date(milliseconds);
	const formatTwoDigits = (number: number) => String(number).padStart(2, '0');
	const day = `${date.getFullYear()}-${formatTwoDigits(date.getMonth() + 1)}-${formatTwoDigits(date.getDate())}`;
	return `${day} ${formatTwoDigits(date.getHours())}:${formatTwoDigits(date.getMinutes())}`;
}
