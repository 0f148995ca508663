/** A sheet in the street or in a room, and somebody beside it who says something about it. */
import { person, type PersonPlan } from '../people/person.ts';
import { stage, type Area } from '../stage.ts';
import { notes, notice } from './notice.ts';
import { says, type Tone } from './says.ts';

interface ExhibitPlan {
	heading: string;
	/** Beside the heading; where the stage is narrow, in its place. */
	count?: string;
	tone?: 'good' | 'alarming';
	/** Who stands beside the sheet, where there is room; waiting until they speak, and then in a mood that fits. */
	who?: PersonPlan;
	/** What they say. Where the stage is narrow, it is written at the foot of the sheet. */
	words?: string | undefined;
	/** Of what they say. */
	verdict?: Tone | 'doubt' | undefined;
	/** How far the words have come, from 0 to 1. */
	grown?: number;
}

const TELLING = {
	right: { mood: 'content', tone: 'right', note: 'good' },
	wrong: { mood: 'indignant', tone: 'wrong', note: 'bad' },
	doubt: { mood: 'amazed', tone: 'wrong', note: 'bad' },
	odd: { mood: 'puzzled', tone: 'odd', note: 'plain' }
} as const;

/** Draws the sheet and who stands beside it, and returns what is free of the sheet. */
export function exhibit({ heading, count = '', tone = 'good', who, ...said }: ExhibitPlan): Area {
	const { width, height, narrow, far, front } = stage();
	const { words = '', verdict = 'odd', grown = 1 } = said;
	const telling = TELLING[verdict];
	const speaks = words !== '' && grown > 0;
	if (!narrow) {
		const place = { x: width * 0.29, y: height - 16 * far, size: front };
		person(place, { mood: speaks ? telling.mood : 'waiting', ...who });
		if (speaks) says(place, words, { tone: telling.tone, top: 24, grown });
		const area = { x: width * 0.385, y: 18, width: width * 0.615 - 16, height: height - 40 };
		return notice(area, { heading, count, tone, size: 16 });
	}
	const size = 14.6;
	const area = { x: 8, y: 12, width: width - 16, height: height - 24 };
	const free = notice(area, { heading: count === '' ? heading : count, tone, size });
	// Kept free even where nobody speaks, so that what stands on the sheet does not move.
	const foot = size * 2.9;
	const below = { ...free, y: free.y + free.height - foot, height: foot };
	if (speaks) notes(below, [{ words, tone: telling.note }], size);
	return { ...free, height: free.height - foot };
}
