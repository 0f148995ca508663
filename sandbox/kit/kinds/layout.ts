/** Where things stand in a scene without code: a sheet on the wall, somebody below it, a thing beside it. */
import { stage, type Area, type Place } from '../stage.ts';

/** When a picture of a scene without code is drawn, and in which language. */
export interface KindMoment {
	/** Seconds since the story began. */
	time: number;
	/** Motion is reduced: the picture stands still. */
	still: boolean;
	language: string;
}

export interface KindLayout {
	sheet: Area;
	/** Somebody who looks at the sheet. */
	person: Place;
	/** What stands beside it. */
	thing: Place;
	/** A card in front, on the left. */
	card: Area;
	/** What is said stays below this height, and right of this. */
	speech: { top: number; left?: number };
}

/** How tall somebody and a thing are, in their own units. */
const PERSON_HEIGHT = 214;
const THING_HEIGHT = 304;
const THING_WIDTH = 136;

/** `hasThing` keeps room for it on the right. */
export function kindLayout(hasThing: boolean): KindLayout {
	const { width, height, narrow } = stage();
	const edge = narrow ? 8 : 18;
	const low = height - (narrow ? 8 : 14);
	const size = Math.min((height * 0.8) / THING_HEIGHT, (width * (narrow ? 0.24 : 0.27)) / THING_WIDTH);
	const column = hasThing ? size * THING_WIDTH + edge : 0;
	const sheet = { x: edge, y: edge, width: width - edge * 2 - column, height: height * 0.62 - edge };
	const bottom = sheet.y + sheet.height;
	const tall = Math.min(1.05, (low - bottom + 14) / PERSON_HEIGHT);
	const cardHigh = Math.max(40, Math.min(58, (low - bottom) * 0.36));
	return {
		sheet,
		person: { x: width - edge - column - 46 * tall - (hasThing ? 6 : 30), y: low, size: tall },
		thing: { x: width - edge - (size * THING_WIDTH) / 2, y: low, size },
		card: { x: edge, y: low - cardHigh, width: Math.min(230, sheet.width * 0.62), height: cardHigh },
		speech: { top: bottom + 6 }
	};
}

/** How much of a wide stage a tall sheet takes. */
const TALL_SHEET = 0.64;

/** Gives a sheet the whole height, and whoever looks at it the rest of the width. On a narrow stage they stand below it. */
export function tallLayout(): KindLayout {
	const { width, height, narrow } = stage();
	if (narrow) return kindLayout(false);
	const edge = 18;
	const sheet = { x: edge, y: edge, width: width * TALL_SHEET - edge, height: height - edge * 2.4 };
	const size = Math.min(1.05, (height * 0.62) / PERSON_HEIGHT);
	return {
		...kindLayout(false),
		sheet,
		person: { x: width - 62 * size, y: height - 14, size },
		speech: { top: edge, left: sheet.x + sheet.width + 8 }
	};
}
