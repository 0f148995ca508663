import {
	drawingContext,
	fill,
	noStroke,
	pop,
	push,
	rect,
	rotate,
	stroke,
	strokeWeight,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate,
	label,
	layer
} from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { look, person } from '../people/person.ts';
import { currentPalette, type Area, stage } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';
import { drawVerdictMark, WRONG_INK_COLOUR } from '../telling/marks.ts';
import { type WeekScale, createWeekScale, drawWeekSheet, weekEntryText, describeWeek } from './week-sheet.ts';
import { type AnsweredWeekEntry, countShownDays, createWeekStory, type WeekStory } from './stories.ts';
import { room } from '../places/room.ts';
import type { WeekFields } from './fields.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { createTallSheetLayout, type CodelessSceneMoment, sheetProgressAt, drawSheetReader } from './layout.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { oneRightSentence, tableValueText, wrongAnswerRemark } from './sentences.ts';

/** Colours of the blocks. The same name always has the same colour. */
const WEEK_BLOCK_COLOURS = ['#cfe3ea', '#f5dfae', '#dbe8c4', '#ead6e8', '#f6d3c0'];
const MIN_NAME_TEXT_PIXELS = 9;

function drawWeekBlock(
	scale: WeekScale,
	entries: readonly AnsweredWeekEntry[],
	index: number,
	isCurrent: boolean
): void {
	const entry = entries[index];
	if (entry?.shownOn === undefined) return;
	const { who, isIn, answer, right, verdict } = entry;
	const area = weekBlockArea(scale, entry, entry.shownOn, entries, index);
	const isRight = verdict === 'right';
	if (isIn) {
		drawRoundedBox('rgba(60, 40, 20, 0.22)', area.x + 1.5, area.y + 2.5, area.width, area.height, 4);
		drawRoundedBox(
			WEEK_BLOCK_COLOURS[look(who) % WEEK_BLOCK_COLOURS.length] ?? '',
			area.x,
			area.y,
			area.width,
			area.height,
			4
		);
	}
	drawBlockOutline(
		area,
		isCurrent ? currentPalette().ember : isRight ? '#8b7a62' : WRONG_INK_COLOUR,
		isIn,
		isCurrent ? 3 : 1.6
	);
	noStroke();
	fill(isIn ? currentPalette().ink : '#6d6153');
	textStyle(isIn ? 'bold' : 'normal');
	const words = isIn && typeof right === 'string' && typeof answer.value === 'string' ? `${who}, ${answer.value}` : who;
	writeBlockName(area, words, scale.size);
	if (!isRight) drawVerdictMark(false, area.x + area.width - 3, area.y + 3, scale.size * 0.5);
}

const overlapsOnSameDay = (one: AnsweredWeekEntry, other: AnsweredWeekEntry): boolean =>
	one !== other && one.shownOn === other.shownOn && one.from < other.to && other.from < one.to;

/** Returns the area of a block. Entries at the same time share the width of their day, the later one on the right. */
function weekBlockArea(
	{ plot, size, wide, y }: WeekScale,
	entry: AnsweredWeekEntry,
	day: number,
	entries: readonly AnsweredWeekEntry[],
	index: number
): Area {
	const isShared = entries.some((other) => overlapsOnSameDay(entry, other));
	const isLater = entries.slice(0, index).some((other) => overlapsOnSameDay(entry, other));
	const top = Math.max(plot.y, y(entry.from));
	const bottom = Math.min(plot.y + plot.height, y(entry.to));
	return {
		x: plot.x + wide * (day - 1) + (isLater ? wide * 0.5 + 1 : 3),
		y: top + 1,
		width: isShared ? wide * 0.5 - 4 : wide - 6,
		height: Math.max(size * 1.1, bottom - top - 2)
	};
}

function writeBlockName({ x, y, width, height }: Area, words: string, size: number): void {
	textAlign('center', 'center');
	textSize(size * 0.9);
	const isUpright = textWidth(words) > width * 1.25 && height > width * 1.2;
	const [room, high] = isUpright ? [height - 5, width] : [width - 5, height];
	push();
	translate(x + width / 2, y + height / 2);
	if (isUpright) rotate(-Math.PI / 2);
	textSize(MIN_NAME_TEXT_PIXELS);
	let cutWords = words;
	while (cutWords.length > 2 && textWidth(cutWords) > room) cutWords = cutWords.slice(0, -1);
	drawFittedText(cutWords === words ? words : `${cutWords}.`, 0, 0, Math.min(size * 0.95, high * 0.72), room);
	pop();
}

function drawBlockOutline({ x, y, width, height }: Area, colour: string, isWhole: boolean, weight: number): void {
	push();
	drawingContext.setLineDash(isWhole ? [] : [5, 4]);
	fill(isWhole ? 'rgba(0, 0, 0, 0)' : 'rgba(255, 250, 240, 0.82)');
	stroke(colour);
	strokeWeight(weight);
	rect(x, y, width, height, 4);
	drawingContext.setLineDash([]);
	pop();
}

export function weekScene(program: object, fields: WeekFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createWeekStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawWeekStory(story, fields, moment),
		describe: (story, language) => describeWeek(story, language),
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function drawWeekStory({ entries, isMoved }: WeekStory, fields: WeekFields, moment: CodelessSceneMoment): void {
	const { language } = moment;
	const layout = createTallSheetLayout();
	const dayCount = countShownDays(fields);
	const scale = createWeekScale(layout.sheet, fields, dayCount);
	const { width, height } = stage();
	layer('week', JSON.stringify([currentPalette().hour, width, height, language]), () =>
		drawWeekSheet({ area: layout.sheet, scale, fields, heading: label(fields.title), days: dayCount, language })
	);
	const { shownCount, isDone, current } = sheetProgressAt(entries, moment, isMoved);
	const visibleEntries = entries.slice(0, shownCount);
	visibleEntries.forEach((_, index) => drawWeekBlock(scale, visibleEntries, index, index === current));
	const lookedEntry = entries[current];
	const isRight = lookedEntry === undefined || lookedEntry.verdict === 'right';
	drawSheetReader(layout, {
		who: fields.function,
		isDone,
		isRight,
		words: isRight
			? isMoved
				? oneRightSentence(language)
				: allRightSentence([fields.function], language)
			: wrongAnswerRemark(weekEntryText(lookedEntry, language), lookedEntry.answer.shown, language),
		expected: isRight ? undefined : tableValueText(lookedEntry.right, language),
		language
	});
}
