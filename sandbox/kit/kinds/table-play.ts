/** Plays a table: fills in row after row, then highlights the program's first mistake. */
import { label } from 'braise/draw';
import { countRowsThatFit, table } from '../telling/table.ts';
import type { TableFields, TableValue } from './fields.ts';
import type { CodelessSceneLayout, CodelessSceneMoment } from './layout.ts';
import type { LineTotal } from './line-story.ts';
import { sheetProgressAt } from './progress.ts';
import { drawSheetReader } from './reader.ts';
import { formatTableRow } from './row-words.ts';
import { rowFaultRemark } from './same-sentences.ts';
import type { GroupedRow } from './same-story.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { oneRightSentence, quoteText, wrongRowRemark, totalRemark, expectedColumnTitle } from './sentences.ts';
import type { AnsweredTableRow } from './table-story.ts';
import { drawTotalCard } from './total-card.ts';

/** A row as it is drawn. Only a row of a story about repeated rows has a group number and a fault. */
export type DrawnTableRow = AnsweredTableRow & Partial<GroupedRow>;

export interface TableStory {
	rows: DrawnTableRow[];
	/** The number of rows that repeat an earlier row. */
	total: LineTotal | undefined;
	/** True when the dial sets how many rows there are. */
	isMoved: boolean;
}

/** Largest number of rows that stay readable. Of a longer table, only the rows around the highlighted row are drawn. */
const MAX_DRAWN_ROWS = 8;

export function drawTableStory(
	story: TableStory,
	fields: TableFields,
	layout: CodelessSceneLayout,
	moment: CodelessSceneMoment
): void {
	const { rows, total, isMoved } = story;
	const { language } = moment;
	const { shownCount, isDone, current } = sheetProgressAt(rows, moment, isMoved);
	const maxRows = Math.min(MAX_DRAWN_ROWS, countRowsThatFit(layout.sheet));
	const firstIndex = Math.max(0, Math.min(current - Math.min(3, maxRows - 1), rows.length - maxRows));
	const visibleRows = rows.slice(firstIndex, firstIndex + maxRows);
	const filledRows = visibleRows.slice(0, Math.max(0, shownCount - firstIndex));
	table(layout.sheet, {
		columns: [
			...fields.given.map((id) => label(id)),
			label(fields.returns),
			fields.same ? label(fields.same.title) : expectedColumnTitle(language)
		],
		rows: visibleRows.map((row, index) => rowCellsOf(row, fields, index < filledRows.length, language)),
		marks: Object.fromEntries(
			filledRows.map(({ verdict }, index) => [index, verdict === 'right' ? 'right' : 'wrong'] as const)
		),
		struck: filledRows.flatMap(({ isStruckOut }, index) => (isStruckOut ? [index] : [])),
		current: current - firstIndex
	});
	const lookedRow = rows[current];
	const isRight = lookedRow === undefined || lookedRow.verdict === 'right';
	const isAllRight = isRight && (total === undefined || total.verdict === 'right');
	if (total !== undefined && (isDone || isMoved))
		drawTotalCard(layout.card, label(fields.same?.label ?? ''), total, language);
	drawSheetReader(layout, {
		who: fields.function,
		isDone,
		isRight: isAllRight,
		words: isRight ? remarkOnRightTable(story, fields, language) : remarkOnRow(lookedRow, fields, language),
		expected: isRight || fields.same ? undefined : formatTableRow(lookedRow, fields, language).right,
		language
	});
}

function remarkOnRightTable({ total, isMoved }: TableStory, fields: TableFields, language: string): string {
	if (total !== undefined && total.verdict !== 'right') return totalRemark(total, language);
	return isMoved
		? oneRightSentence(language)
		: allRightSentence([fields.function, ...(total && fields.same ? [fields.same.function] : [])], language);
}

function remarkOnRow(row: DrawnTableRow, fields: TableFields, language: string): string {
	const { fault, group = 0, isStruckOut = false } = row;
	if (fault) return rowFaultRemark({ ...row, fault, group, isStruckOut }, fault, language);
	return wrongRowRemark(formatTableRow(row, fields, language), language);
}

/** Returns the cells of a row. Numbers are aligned, with two decimals at most, and are written as in a program. */
function rowCellsOf(row: DrawnTableRow, fields: TableFields, isShown: boolean, language: string): (string | number)[] {
	const rowTexts = formatTableRow(row, fields, language);
	const formatCell = (value: TableValue | null, writtenText: string, column: string) =>
		typeof value === 'number' && !fields.times?.includes(column) ? Math.round(value * 100) / 100 : writtenText;
	const { number, value } = row.answer;
	const returnedCell =
		typeof value === 'string' ? quoteText(value) : formatCell(number, rowTexts.returned, fields.returns);
	return [
		...fields.given.map((column, index) => formatCell(row.given[index] ?? '', rowTexts.given[index] ?? '', column)),
		isShown ? returnedCell : '…',
		isShown ? (row.group ?? formatCell(row.right, rowTexts.right, fields.returns)) : '…'
	];
}
