/** Positions in a scene without code: a sheet on the wall, a person below it, a thing beside. */
import { stage, type Area, type Place } from '../stage.ts';

/** The time at which a picture of a scene without code is drawn, and the picture's language. */
export interface KindMoment {
	/** Seconds since the story began. */
	time: number;
	/** True when motion is reduced, so that the picture stands still. */
	still: boolean;
	language: string;
}

export interface KindLayout {
	sheet: Area;
	/** Place of the person who looks at the sheet. */
	person: Place;
	/** Place of the thing beside the person. */
	thing: Place;
	/** Area of a card in front, on the left. */
	card: Area;
	/** A speech bubble stays below `top` and right of `left`. */
	speech: { top: number; left?: number };
}

/** Heights of a person and of a thing, and the width of a thing, at scale 1. */
const PERSON_HEIGHT = 214;
const THING_HEIGHT = 304;
const THING_WIDTH = 136;

/** Returns the layout. With `hasThing`, there is room for a thing on the right. */
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

/** Share of a wide stage's width that a tall sheet takes. */
const TALL_SHEET = 0.64;

/**
 * Returns the layout for a tall sheet, which takes the whole height; the person stands beside it. On a narrow stage the person
 * stands below it.
 */
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
