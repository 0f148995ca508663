import { label, pop, push, scale, translate } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { drawRoundedBox } from '../paper.ts';
import { room } from '../places/room.ts';
import { currentPalette, type Area } from '../stage.ts';
import { receipt } from '../telling/tickets.ts';
import type { ReceiptFields } from './fields.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { createTallSheetLayout, type CodelessSceneMoment, sheetProgressAt, drawSheetReader } from './layout.ts';
import { createReceiptStory, type AnsweredBillLine, type ReceiptStory } from './stories.ts';
import { allRightSentence, missingFunctionSentence } from './right-sheet-sentences.ts';
import {
	rightCountSentence,
	limitSentences,
	moneyText,
	oneRightSentence,
	totalSentence,
	totalRemark,
	tableValueText,
	wrongAnswerRemark,
	wrongAnswerSentence
} from './sentences.ts';

/** Measures of a bill that is not scaled: its width, the height of a line, and the height of everything around the lines. */
const BILL_WIDTH = 300;
const BILL_LINE_HEIGHT = 22;
const HEIGHT_AROUND_BILL_LINES = 108;

export function receiptScene(program: object, fields: ReceiptFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('shop'),
		prepare: (input) => createReceiptStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawReceiptStory(story, fields, moment),
		describe: (story, language) => describeReceipt(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.title) })
	});
}

const isTotalWrong = ({ total }: ReceiptStory): boolean => total !== undefined && total.verdict !== 'right';

function drawReceiptStory(story: ReceiptStory, fields: ReceiptFields, moment: CodelessSceneMoment): void {
	const { lines, total, isMoved } = story;
	const { language } = moment;
	const layout = createTallSheetLayout();
	const { shownCount, isDone, current } = sheetProgressAt(lines, moment, isMoved);
	const billScale = Math.max(
		0.9,
		Math.min(
			1.4,
			layout.sheet.width / BILL_WIDTH,
			layout.sheet.height / (HEIGHT_AROUND_BILL_LINES + lines.length * BILL_LINE_HEIGHT)
		)
	);
	const maxLines = Math.max(
		1,
		Math.floor((layout.sheet.height / billScale - HEIGHT_AROUND_BILL_LINES) / BILL_LINE_HEIGHT)
	);
	const firstIndex = Math.max(0, Math.min(current - maxLines + 1, lines.length - maxLines));
	const visibleLines = lines.slice(firstIndex, Math.min(shownCount, firstIndex + maxLines));
	drawBill(layout.sheet, billScale, {
		title: label(fields.title),
		rows: visibleLines.map((line) => billRowOf(line, fields, language)),
		...(isDone &&
			total && {
				total: { words: label(fields.total?.label ?? ''), amount: amountText(total.answer, fields, language) }
			}),
		...(isDone && total && isTotalWrong(story) && { wrong: `≠ ${moneyText(total.right, fields.unit, language)}` })
	});
	const lookedLine = lines[current];
	const isRight = lookedLine === undefined || lookedLine.verdict === 'right';
	const isAllRight = isRight && !isTotalWrong(story);
	drawSheetReader(layout, {
		who: fields.title,
		isDone,
		isRight: isAllRight,
		words: isRight
			? remarkOnRightBill(story, fields, language)
			: wrongAnswerRemark(lookedLine.words, lookedLine.answer.shown, language),
		expected: isRight ? undefined : tableValueText(lookedLine.right, language),
		language
	});
}

function drawBill({ x, y, width }: Area, billScale: number, plan: Parameters<typeof receipt>[3]): void {
	const billWidth = Math.min(BILL_WIDTH * 1.25, width / billScale - 24);
	push();
	translate(x + width / 2, y);
	scale(billScale);
	drawRoundedBox(currentPalette().shade, -billWidth / 2 - 8, -2, billWidth + 20, 14, 6);
	drawRoundedBox(currentPalette().metal, -billWidth / 2 - 10, -6, billWidth + 20, 14, 6);
	receipt(0, 3, billWidth, plan);
	pop();
}

function billRowOf({ words, answer, right, verdict }: AnsweredBillLine, fields: ReceiptFields, language: string) {
	const wrong = verdict === 'right' ? undefined : moneyText(right, fields.unit, language);
	return { words, amount: amountText(answer, fields, language), wrong };
}

/** Returns an amount as a till prints it. A value that is no number is shown as the program returned it. */
const amountText = ({ number, shown }: AnsweredBillLine['answer'], { unit }: ReceiptFields, language: string): string =>
	number === null ? shown : moneyText(number, unit, language);

function remarkOnRightBill({ total, isMoved }: ReceiptStory, fields: ReceiptFields, language: string): string {
	if (total !== undefined && total.verdict !== 'right') return totalRemark(total, language);
	if (isMoved) return oneRightSentence(language);
	// An undefined `total` means that the program does not have the function for the total yet.
	const functionNames = [fields.function, total && fields.total?.function].filter((name) => name !== undefined);
	return functionNames.length === 0
		? missingFunctionSentence(fields.total?.function ?? '', language)
		: allRightSentence(functionNames, language);
}

function describeReceipt(story: ReceiptStory, fields: ReceiptFields, language: string): string[] {
	const { lines, total } = story;
	const wrongLines = lines.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrongLines.map(({ words, answer, right }) =>
		wrongAnswerSentence(words, answer.shown, tableValueText(right, language), language)
	);
	return [
		...(fields.function === undefined
			? []
			: [rightCountSentence(lines.length - wrongLines.length, lines.length, language)]),
		...limitSentences(sentences, language),
		...(total && (isTotalWrong(story) || fields.function === undefined)
			? [totalSentence(label(fields.total?.label ?? ''), total, language)]
			: [])
	];
}
