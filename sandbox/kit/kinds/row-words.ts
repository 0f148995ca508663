/** Writes a row's given values, its answer and the right answer. */
import { timeText } from '../telling/numbers.ts';
import type { TableFields, TableValue } from './fields.ts';
import { tableValueText, type TableRowTexts } from './sentences.ts';
import type { AnsweredTableRow } from './table-story.ts';

type RowColumns = Pick<TableFields, 'given' | 'times'> & { returns?: string };

const MINUTES_PER_DAY = 24 * 60;

/** Writes the values of a row. In a column of times, numbers are written as hours if they are minutes of a day. */
export function formatTableRow(
	{ given, answer, right }: AnsweredTableRow,
	{ given: columns, returns = '', times = [] }: RowColumns,
	language: string
): TableRowTexts {
	const formatValue = (value: TableValue, column: string) =>
		times.includes(column) && isMinuteOfDay(value) ? timeText(value, language) : tableValueText(value, language);
	const { number, shown } = answer;
	const isTime = times.includes(returns) && isMinuteOfDay(number);
	return {
		given: given.map((value, index) => formatValue(value, columns[index] ?? '')),
		returned: isTime ? formatValue(number, returns) : shown,
		right: formatValue(right, returns)
	};
}

function isMinuteOfDay(value: TableValue | null): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MINUTES_PER_DAY;
}
