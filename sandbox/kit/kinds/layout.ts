import { stage, type Area, type Place } from '../stage.ts';
import type { Verdict } from '../ask.ts';
import { timeline } from '../timeline.ts';
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import { expectedAnswerSentence } from './sentences.ts';

export interface CodelessSceneMoment {
	/** Seconds since the story began. */
	time: number;
	/** True when motion is reduced, so that the picture stands still. */
	still: boolean;
	language: string;
}

export interface CodelessSceneLayout {
	sheet: Area;
	person: Place;
	thing: Place;
	card: Area;
	/** A speech bubble stays below `top` and right of `left`. */
	speech: { top: number; left?: number };
}

/** Heights of a person and of a thing, and the width of a thing, at scale 1. */
const UNSCALED_PERSON_HEIGHT = 214;
const UNSCALED_THING_HEIGHT = 304;
const UNSCALED_THING_WIDTH = 136;

export function createCodelessSceneLayout(hasThing: boolean): CodelessSceneLayout {
	const { width, height, narrow } = stage();
	const margin = narrow ? 8 : 18;
	const floorY = height - (narrow ? 8 : 14);
	const thingSize = Math.min(
		(height * 0.8) / UNSCALED_THING_HEIGHT,
		(width * (narrow ? 0.24 : 0.27)) / UNSCALED_THING_WIDTH
	);
	const thingColumnWidth = hasThing ? thingSize * UNSCALED_THING_WIDTH + margin : 0;
	const sheet = { x: margin, y: margin, width: width - margin * 2 - thingColumnWidth, height: height * 0.62 - margin };
	const sheetBottom = sheet.y + sheet.height;
	const personSize = Math.min(1.05, (floorY - sheetBottom + 14) / UNSCALED_PERSON_HEIGHT);
	const cardHeight = Math.max(40, Math.min(58, (floorY - sheetBottom) * 0.36));
	return {
		sheet,
		person: {
			x: width - margin - thingColumnWidth - 46 * personSize - (hasThing ? 6 : 30),
			y: floorY,
			size: personSize
		},
		thing: { x: width - margin - (thingSize * UNSCALED_THING_WIDTH) / 2, y: floorY, size: thingSize },
		card: { x: margin, y: floorY - cardHeight, width: Math.min(230, sheet.width * 0.62), height: cardHeight },
		speech: { top: sheetBottom + 6 }
	};
}

const TALL_SHEET_WIDTH_SHARE = 0.64;

/** The sheet takes the whole height, with the person beside it, or on a narrow stage below it. */
export function createTallSheetLayout(): CodelessSceneLayout {
	const { width, height, narrow } = stage();
	if (narrow) return createCodelessSceneLayout(false);
	const margin = 18;
	const sheet = { x: margin, y: margin, width: width * TALL_SHEET_WIDTH_SHARE - margin, height: height - margin * 2.4 };
	const personSize = Math.min(1.05, (height * 0.62) / UNSCALED_PERSON_HEIGHT);
	return {
		...createCodelessSceneLayout(false),
		sheet,
		person: { x: width - 62 * personSize, y: height - 14, size: personSize },
		speech: { top: margin, left: sheet.x + sheet.width + 8 }
	};
}

interface SheetProgress {
	shownCount: number;
	isDone: boolean;
	current: number;
}

/**
 * Seconds from one row to the next, the most seconds until all rows are shown, and the seconds that the whole sheet then stays.
 */
const SECONDS_PER_ROW = 0.7;
const MAX_SECONDS_UNTIL_ALL_ROWS = 4.2;
const FINISHED_SHEET_SECONDS = 6;

/** Returns the state of the sheet. With `isMoved`, which a dial sets, all rows are visible and the last is highlighted. */
export function sheetProgressAt(
	rows: readonly { verdict: Verdict }[],
	{ time, still }: Pick<CodelessSceneMoment, 'time' | 'still'>,
	isMoved: boolean
): SheetProgress {
	const secondsPerRow = Math.min(SECONDS_PER_ROW, MAX_SECONDS_UNTIL_ALL_ROWS / Math.max(1, rows.length));
	const { now } = timeline({
		each: rows.length * secondsPerRow + FINISHED_SHEET_SECONDS,
		begins: secondsPerRow,
		still: rows.length * secondsPerRow + 1
	}).at(time, 1, still);
	const visibleRowCount = isMoved ? rows.length : Math.min(rows.length, Math.ceil(now / secondsPerRow));
	const isDone = visibleRowCount === rows.length;
	const firstWrongIndex = rows.findIndex(({ verdict }) => verdict !== 'right');
	return {
		shownCount: visibleRowCount,
		isDone,
		current: isDone && firstWrongIndex >= 0 && !isMoved ? firstWrongIndex : Math.max(0, visibleRowCount - 1)
	};
}

interface SheetReaderPlan {
	/** Text that decides how the person looks: the same text always gives the same look. */
	who: string;
	isDone: boolean;
	isRight: boolean;
	words: string;
	expected?: string | undefined;
	language: string;
}

export function drawSheetReader(
	layout: CodelessSceneLayout,
	{ who, isDone, isRight, words, expected, language }: SheetReaderPlan
): void {
	const mood = !isDone ? 'waiting' : isRight ? 'content' : 'puzzled';
	person(layout.person, { look: look(who), mood });
	if (!isDone) return;
	says(layout.person, words, {
		tone: isRight ? 'right' : 'wrong',
		...(expected !== undefined && { aside: expectedAnswerSentence(expected, language) }),
		...layout.speech
	});
}
