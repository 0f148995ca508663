/** Computes the story of a table: the program's answer for each row. */
import { ask, verdict, type Answer, type Verdict } from '../ask.ts';
import type { TableRow } from './fields.ts';

export interface AnsweredTableRow extends TableRow {
	answer: Answer;
	verdict: Verdict;
}

/** Calls the program for each row. */
export function answerTableRows<Row extends TableRow>(
	program: object,
	{ rows, function: name }: { rows: readonly Row[]; function: string }
): (Row & AnsweredTableRow)[] {
	return rows.map((row) => {
		const answer = ask(program, name, ...row.given);
		return { ...row, answer, verdict: verdict(answer, row.right) };
	});
}
