/** Draws a sheet in a street or a room, and a person beside it who speaks. */
import { person, type PersonPlan } from '../people/person.ts';
import { stage, type Area } from '../stage.ts';
import { notes, notice } from './notice.ts';
import { says, type Tone } from './says.ts';

interface ExhibitPlan {
	heading: string;
	/** Words beside the heading. On a narrow stage they replace the heading. */
	count?: string;
	tone?: 'good' | 'alarming';
	/** The person beside the sheet, if there is room. The person waits before they speak; then their mood follows the verdict. */
	who?: PersonPlan;
	/** The person's words. On a narrow stage they are written at the bottom of the sheet. */
	words?: string | undefined;
	/** Verdict of the person's words, which decides their colour. */
	verdict?: Tone | 'doubt' | undefined;
	/** How far the words have appeared, from 0 to 1. */
	grown?: number;
}

const SPEAKER_STYLE_BY_VERDICT = {
	right: { mood: 'content', tone: 'right', note: 'good' },
	wrong: { mood: 'indignant', tone: 'wrong', note: 'bad' },
	doubt: { mood: 'amazed', tone: 'wrong', note: 'bad' },
	odd: { mood: 'puzzled', tone: 'odd', note: 'plain' }
} as const;

/** Draws the sheet and the person beside it. Returns the free area of the sheet. */
export function exhibit({ heading, count = '', tone = 'good', who, ...said }: ExhibitPlan): Area {
	const { width, height, narrow, far, front } = stage();
	const { words = '', verdict = 'odd', grown = 1 } = said;
	const manner = SPEAKER_STYLE_BY_VERDICT[verdict];
	const isSpeaking = words !== '' && grown > 0;
	if (!narrow) {
		const place = { x: width * 0.29, y: height - 16 * far, size: front };
		person(place, { mood: isSpeaking ? manner.mood : 'waiting', ...who });
		if (isSpeaking) says(place, words, { tone: manner.tone, top: 24, grown });
		const area = { x: width * 0.385, y: 18, width: width * 0.615 - 16, height: height - 40 };
		return notice(area, { heading, count, tone, size: 16 });
	}
	const size = 14.6;
	const area = { x: 8, y: 12, width: width - 16, height: height - 24 };
	const freeArea = notice(area, { heading: count === '' ? heading : count, tone, size });
	// Room for words at the bottom. This room stays free while nobody speaks, so that the things on the sheet do not move.
	const wordsHeight = size * 2.9;
	const wordsArea = { ...freeArea, y: freeArea.y + freeArea.height - wordsHeight, height: wordsHeight };
	if (isSpeaking) notes(wordsArea, [{ words, tone: manner.note }], size);
	return { ...freeArea, height: freeArea.height - wordsHeight };
}
