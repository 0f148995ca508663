import { label } from 'braise/draw';
import type { TableFields, TableValue, ColumnSharesFields } from './fields.ts';
import {
	rowFaultSentence,
	repeatCountSentence,
	rowCountSentence,
	shareFaultSentence,
	receiverShareRemark,
	rowFaultRemark,
	receivedValueText
} from './same-sentences.ts';
import {
	rightCountSentence,
	limitSentences,
	rowSentence,
	formatTableRow,
	oneRightSentence,
	quoteText,
	wrongRowRemark,
	totalRemark,
	expectedColumnTitle
} from './sentences.ts';
import { type ReceiverShare, type GroupedRow, createRowGroupingStory, createReceiverShares } from './same-story.ts';
import { countRowsThatFit, table } from '../telling/table.ts';
import {
	type CodelessSceneLayout,
	type CodelessSceneMoment,
	sheetProgressAt,
	drawSheetReader,
	createCodelessSceneLayout
} from './layout.ts';
import type { LineTotal } from './line-story.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { type AnsweredTableRow, answerTableRows } from './stories.ts';
import { drawTotalCard } from './sheets.ts';
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import { timeline } from '../timeline.ts';
import { room } from '../places/room.ts';
import { takeFirstItems, readDialValue, createCodelessScene } from './kind-scene.ts';

type DrawnTableRow = AnsweredTableRow & Partial<GroupedRow>;

interface TableStory {
	rows: DrawnTableRow[];
	total: LineTotal | undefined;
	isMoved: boolean;
}

/** Largest number of rows that stay readable. Of a longer table, only the rows around the highlighted row are drawn. */
const MAX_DRAWN_ROWS = 8;

function drawTableStory(
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

function describeTable({ rows, total, isMoved }: TableStory, fields: TableFields, language: string): string[] {
	const wrongRows = rows.filter(({ verdict }) => verdict !== 'right');
	const wrongRowSentence = (row: DrawnTableRow): string => {
		const { fault, group = 0, isStruckOut = false } = row;
		if (fault) return rowFaultSentence({ ...row, fault, group, isStruckOut }, fault, language);
		return rowSentence(
			formatTableRow(row, fields, language),
			fields.given.map((id) => label(id)),
			language
		);
	};
	return [
		...(isMoved ? [rowCountSentence(rows.length, language)] : []),
		...(total ? [repeatCountSentence(label(fields.same?.label ?? ''), total, language)] : []),
		rightCountSentence(rows.length - wrongRows.length, rows.length, language),
		...limitSentences(wrongRows.map(wrongRowSentence), language)
	];
}

function describeReceiverShares(shares: readonly ReceiverShare[], language: string): string[] {
	return shares.map((share) => {
		const fault = shareFaultSentence(share, label, language);
		const remark = receiverShareRemark(share, label, language);
		return fault === undefined ? remark : `${remark} ${fault[0]?.toUpperCase() ?? ''}${fault.slice(1)}.`;
	});
}

const SECONDS_PER_RECEIVER = 6;
const MAX_SHOWN_RECEIVER_ROWS = 8;
const sharesTimeline = timeline({ each: SECONDS_PER_RECEIVER });

function drawReceiverShares(
	shares: readonly ReceiverShare[],
	{ columns }: ColumnSharesFields,
	layout: CodelessSceneLayout,
	{ time, still, language }: CodelessSceneMoment
): void {
	const firstWrongIndex = shares.findIndex(({ isRight }) => !isRight);
	// With reduced motion, the picture shows the first mistake.
	const share = shares[still ? Math.max(0, firstWrongIndex) : sharesTimeline.at(time, shares.length).index];
	if (share === undefined) return;
	const rows = share.rows.slice(0, MAX_SHOWN_RECEIVER_ROWS);
	table(layout.sheet, {
		columns: columns.map((id) =>
			share.extra.includes(id) || share.missing.includes(id) ? `✗ ${label(id)}` : label(id)
		),
		rows: rows.map((row) =>
			columns.map((id) => {
				if (row[id] !== undefined) return receivedValueText(row[id], language);
				return share.missing.includes(id) ? '?' : null;
			})
		),
		marks: Object.fromEntries(rows.map((_, index) => [index, share.isRight ? 'right' : 'wrong'] as const))
	});
	person(layout.person, { look: look(share.to), mood: share.isRight ? 'content' : 'puzzled' });
	says(layout.person, receiverShareRemark(share, label, language), {
		tone: share.isRight ? 'right' : 'wrong',
		aside: shareFaultSentence(share, label, language),
		top: layout.sheet.y + layout.sheet.height + 6
	});
}

type TableOrSharesStory = { kind: 'shares'; shares: ReceiverShare[] } | ({ kind: 'rows' } & TableStory);

export function tableScene(program: object, fields: TableFields) {
	return createCodelessScene<TableOrSharesStory>({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare(input) {
			const shares = fields.shares && createReceiverShares(program, fields.shares, fields.rows);
			if (shares) return { kind: 'shares', shares };
			return { kind: 'rows', ...createTableStory(program, fields, readDialValue(fields.hand, input)) };
		},
		play(story, moment) {
			const layout = createCodelessSceneLayout(false);
			if (story.kind === 'rows') drawTableStory(story, fields, layout, moment);
			else if (fields.shares) drawReceiverShares(story.shares, fields.shares, layout, moment);
		},
		describe(story, language) {
			return story.kind === 'shares'
				? describeReceiverShares(story.shares, language)
				: describeTable(story, fields, language);
		},
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function createTableStory(program: object, fields: TableFields, rowCount: number | undefined): TableStory {
	const rows = takeFirstItems(fields.rows, rowCount);
	const story = fields.same && createRowGroupingStory(program, fields, fields.same, rows);
	return {
		rows: story?.rows ?? answerTableRows(program, { ...fields, rows }),
		total: story?.total,
		isMoved: rowCount !== undefined
	};
}
