/** The scene of a bill: its lines, and the prices and total that the program returns. */
import { label, pop, push, scale, translate } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { drawRoundedBox } from '../paper.ts';
import { room } from '../places/room.ts';
import { currentPalette, type Area } from '../stage.ts';
import { receipt } from '../telling/receipt.ts';
import type { ReceiptFields } from './receipt-fields.ts';
import { readHandValue, createKindScene } from './kind-scene.ts';
import { tallLayout, type KindMoment } from './layout.ts';
import { playProgressOf } from './progress.ts';
import { drawReader } from './reader.ts';
import { createReceiptStory, type AnsweredLine, type ReceiptStory } from './receipt-story.ts';
import {
	allRightSentence,
	countSentence,
	firstSentencesOf,
	moneyText,
	oneRightSentence,
	totalSentence,
	totalRemark,
	valueText,
	wrongRemark,
	wrongSentence
} from './sentences.ts';

/** Units of the bill before it is scaled: its width, the height of a line, and the height of everything around the lines. */
const WIDE = 300;
const PITCH = 22;
const AROUND = 108;

/** Makes the scene of a bill, whose prices functions of the program return. */
export function receiptScene(program: object, fields: ReceiptFields) {
	return createKindScene({
		decision: fields.decision,
		backdrop: () => room('shop'),
		prepare: (input) => createReceiptStory(program, fields, readHandValue(fields.hand, input)),
		play: (story, moment) => playReceipt(story, fields, moment),
		describe: (story, language) => receiptInWords(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.title) })
	});
}

const isTotalWrong = ({ total }: ReceiptStory): boolean => total !== undefined && total.verdict !== 'right';

function playReceipt(story: ReceiptStory, fields: ReceiptFields, moment: KindMoment): void {
	const { lines, total, isMoved } = story;
	const { language } = moment;
	const layout = tallLayout();
	const { shown, isDone, current } = playProgressOf(lines, moment, isMoved);
	const size = Math.max(
		0.9,
		Math.min(1.4, layout.sheet.width / WIDE, layout.sheet.height / (AROUND + lines.length * PITCH))
	);
	const most = Math.max(1, Math.floor((layout.sheet.height / size - AROUND) / PITCH));
	const first = Math.max(0, Math.min(current - most + 1, lines.length - most));
	const visible = lines.slice(first, Math.min(shown, first + most));
	bill(layout.sheet, size, {
		title: label(fields.title),
		rows: visible.map((line) => rowOf(line, fields, language)),
		...(isDone &&
			total && {
				total: { words: label(fields.total?.label ?? ''), amount: amountOf(total.answer, fields, language) }
			}),
		...(isDone && total && isTotalWrong(story) && { wrong: `≠ ${moneyText(total.right, fields.unit, language)}` })
	});
	const looked = lines[current];
	const isRight = looked === undefined || looked.verdict === 'right';
	const isAllRight = isRight && !isTotalWrong(story);
	drawReader(layout, {
		who: fields.title,
		isDone,
		isRight: isAllRight,
		words: isRight ? remarkOnRight(story, language) : wrongRemark(looked.words, looked.answer.shown, language),
		expected: isRight ? undefined : valueText(looked.right, language),
		language
	});
}

/** Draws the bill as large as the area allows, in the middle, below the slot that it comes out of. */
function bill({ x, y, width }: Area, size: number, plan: Parameters<typeof receipt>[3]): void {
	const wide = Math.min(WIDE * 1.25, width / size - 24);
	push();
	translate(x + width / 2, y);
	scale(size);
	drawRoundedBox(currentPalette().shade, -wide / 2 - 8, -2, wide + 20, 14, 6);
	drawRoundedBox(currentPalette().metal, -wide / 2 - 10, -6, wide + 20, 14, 6);
	receipt(0, 3, wide, plan);
	pop();
}

function rowOf({ words, answer, right, verdict }: AnsweredLine, fields: ReceiptFields, language: string) {
	const wrong = verdict === 'right' ? undefined : moneyText(right, fields.unit, language);
	return { words, amount: amountOf(answer, fields, language), wrong };
}

/** Returns an amount as a till prints it. A value that is no number is shown as the program returned it. */
const amountOf = ({ number, shown }: AnsweredLine['answer'], { unit }: ReceiptFields, language: string): string =>
	number === null ? shown : moneyText(number, unit, language);

function remarkOnRight({ total, isMoved }: ReceiptStory, language: string): string {
	if (total !== undefined && total.verdict !== 'right') return totalRemark(total, language);
	return isMoved ? oneRightSentence(language) : allRightSentence(language);
}

/** Returns sentences: first the whole bill, then what is wrong. */
function receiptInWords(story: ReceiptStory, fields: ReceiptFields, language: string): string[] {
	const { lines, total } = story;
	const wrong = lines.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrong.map(({ words, answer, right }) =>
		wrongSentence(words, answer.shown, valueText(right, language), language)
	);
	return [
		...(fields.function === undefined ? [] : [countSentence(lines.length - wrong.length, lines.length, language)]),
		...firstSentencesOf(sentences, language),
		...(total && (isTotalWrong(story) || fields.function === undefined)
			? [totalSentence(label(fields.total?.label ?? ''), total, language)]
			: [])
	];
}
