/** Positions in a scene without code: a sheet on the wall, a person below it, a thing beside. */
import { stage, type Area, type Place } from '../stage.ts';

/** The time at which a picture of a scene without code is drawn, and the picture's language. */
export interface CodelessSceneMoment {
	/** Seconds since the story began. */
	time: number;
	/** True when motion is reduced, so that the picture stands still. */
	still: boolean;
	language: string;
}

export interface CodelessSceneLayout {
	sheet: Area;
	/** Place of the person who looks at the sheet. */
	person: Place;
	/** Place of the thing beside the person. */
	thing: Place;
	/** Area of a card in the foreground, on the left. */
	card: Area;
	/** A speech bubble stays below `top` and right of `left`. */
	speech: { top: number; left?: number };
}

/** Heights of a person and of a thing, and the width of a thing, at scale 1. */
const UNSCALED_PERSON_HEIGHT = 214;
const UNSCALED_THING_HEIGHT = 304;
const UNSCALED_THING_WIDTH = 136;

/** Returns the layout. With `hasThing`, there is room for a thing on the right. */
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

/** Share of a wide stage's width that a tall sheet takes. */
const TALL_SHEET_WIDTH_SHARE = 0.64;

/**
 * Returns the layout for a tall sheet, which takes the whole height, with the person beside the sheet. On a narrow stage, the
 * person stands below the sheet.
 */
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
