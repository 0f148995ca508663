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
		card: { x: edge, y: low - cardHigh, width: Math.min(230, sheet.width * 0.62), height: cardHigh }
	};
}
