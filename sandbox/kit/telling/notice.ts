import {
	fill,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	textLines
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, type Area, stage } from '../stage.ts';
import { drawLandmark, type Landmark } from '../places/town-plan.ts';
import { drawFittedText } from './writing.ts';
import { person, type PersonPlan } from '../people/person.ts';
import { says, type Tone } from './says.ts';

/** Draws a name on a paper whose point is at (x, y). */
export function nameTag(words: string, x: number, y: number, size = 15): void {
	const { paper, ink } = currentPalette();
	textStyle('bold');
	textSize(size);
	const half = (textWidth(words) + size) / 2;
	const top = y - size * 1.5;
	drawPaperPiece(paper, [x - half, top, x + half, top, x + half, y, x + 5, y, x, y + 7, x - 5, y, x - half, y]);
	noStroke();
	fill(ink);
	textAlign('center', 'alphabetic');
	text(words, x, y - size * 0.42);
}

interface SlipPlan {
	tone?: 'right' | 'wrong' | 'doubt';
	size?: number;
	/** The x that the paper stays left of. */
	right?: number;
}

export function slip(
	words: string,
	x: number,
	y: number,
	{ tone = 'right', size = 15, right = Infinity }: SlipPlan = {}
): void {
	const { green, red } = currentPalette();
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size * 1.1;
	const left = Math.max(4, Math.min(right - wide - 6, x - wide / 2));
	drawRoundedBox('#fffaf0', left, y - size * 2.3, wide, size * 1.7, 5);
	drawPaperPiece('#fffaf0', [x - 6, y - size * 0.7, x + 6, y - size * 0.7, x, y]);
	noStroke();
	fill({ right: green, wrong: red, doubt: '#7a5200' }[tone]);
	textAlign('left', 'alphabetic');
	text(words, left + size * 0.55, y - size * 1.12);
}

/** Draws a car's number plate. (x, y) is its upper left corner. */
export function numberPlate(words: string, x: number, y: number, size: number): void {
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size * 1.9;
	const high = size * 1.6;
	drawRoundedBox('#fffdf8', x, y, wide, high, 4);
	drawRoundedBox('#2d5f9e', x, y, size * 0.7, high, 4, 0, 0, 4);
	drawRoundedBox('#f26b21', x + wide - size * 0.5, y, size * 0.5, high, 0, 4, 4, 0);
	noFill();
	stroke('#2a2420');
	strokeWeight(1.4);
	rect(x, y, wide, high, 4);
	noStroke();
	fill('#2a2420');
	textAlign('left', 'alphabetic');
	text(words, x + size, y + size * 1.17);
}

type NoteTone = 'quiet' | 'plain' | 'good' | 'bad';

const TEXT_COLOUR_BY_TONE: Record<NoteTone, string> = {
	quiet: '#5d4c38',
	plain: '#2a2420',
	good: '#1f5c38',
	bad: '#8e1d12'
};

interface NoticePlan {
	heading: string;
	count?: string;
	tone?: 'good' | 'alarming';
	size: number;
}

/** Draws a sheet. Returns the free area under its heading. */
export function notice({ x, y, width, height }: Area, { heading, count = '', tone, size }: NoticePlan): Area {
	const [right, low] = [x + width, y + height];
	drawPaperPiece('rgba(5, 5, 20, 0.45)', [x + 5, y + 8, right + 5, y + 8, right + 5, low + 8, x + 5, low + 8]);
	drawPaperPiece('#f7ecd6', [x, y, right, y, right, low, x, low], 1.5);
	drawRoundedBox('rgba(200, 165, 110, 0.9)', x + width / 2 - 34, y - 7, 68, 15);
	const padding = size * 0.8;
	noStroke();
	textAlign('left', 'alphabetic');
	fill(currentPalette().ink);
	textStyle('bold');
	textSize(size * 1.12);
	const headingWidth = textWidth(heading);
	drawFittedText(heading, x + padding, y + padding + size * 1.05, size * 1.12, width - padding * 2);
	fill(tone === 'good' ? TEXT_COLOUR_BY_TONE.good : '#a33b06');
	const isCountBesideHeading = x + padding + headingWidth + size + textWidth(count) < right - padding;
	if (isCountBesideHeading) textAlign('right', 'alphabetic');
	const countBaseline = y + padding + size * (isCountBesideHeading ? 1.05 : 2.4);
	drawFittedText(
		count,
		isCountBesideHeading ? right - padding : x + padding,
		countBaseline,
		size * 1.12,
		width - padding * 2
	);
	const top = y + padding + size * (isCountBesideHeading ? 1.9 : 3.1);
	return { x: x + padding, y: top, width: width - padding * 2, height: low - top - padding };
}

type PinnedNote = { words: string; tone?: NoteTone; isBold?: boolean; sign?: Landmark } | { plate: string };

export function notes({ x, y, width, height }: Area, list: readonly PinnedNote[], size: number): void {
	let baseline = y;
	for (const note of list) {
		if ('plate' in note) {
			numberPlate(note.plate, x, baseline, size);
			baseline += size * 2;
			continue;
		}
		const { words, tone = 'plain', isBold = true, sign } = note;
		if (y + height - baseline < size * 1.6) return;
		const indent = sign === undefined ? 0 : size * 2.1;
		textStyle(isBold ? 'bold' : 'normal');
		textSize(size);
		const textRows = textLines(words, width - indent);
		if (sign !== undefined)
			drawLandmark(sign, x + size * 0.8, baseline + size * (0.3 + textRows.length * 0.61), size * 1.5);
		textStyle(isBold ? 'bold' : 'normal');
		textSize(size);
		textAlign('left', 'alphabetic');
		noStroke();
		fill(TEXT_COLOUR_BY_TONE[tone]);
		for (const each of textRows) text(each, x + indent, (baseline += size * 1.22));
		baseline += size * (sign === undefined ? 0.7 : 0.55);
	}
}

interface ExhibitPlan {
	heading: string;
	/** Words beside the heading. On a narrow stage they replace the heading. */
	count?: string;
	tone?: 'good' | 'alarming';
	/** The person beside the sheet, if there is room. The person waits before they speak; then their mood follows the verdict. */
	who?: PersonPlan;
	/** The person's words. On a narrow stage they are written at the bottom of the sheet. */
	words?: string | undefined;
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
