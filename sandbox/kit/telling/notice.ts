/** Draws a pinned sheet of paper with a heading, and notes on it. */
import { fill, noStroke, text, textAlign, textLines, textSize, textStyle, textWidth } from 'braise/draw';
import { drawLandmark, type Landmark } from '../places/landmark.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './fitted.ts';
import { numberPlate } from './tags.ts';

type NoteTone = 'quiet' | 'plain' | 'good' | 'bad';

const TEXT_COLOUR_BY_TONE: Record<NoteTone, string> = {
	quiet: '#5d4c38',
	plain: '#2a2420',
	good: '#1f5c38',
	bad: '#8e1d12'
};

interface NoticePlan {
	heading: string;
	/** Words beside the heading, or under it when they are too long. */
	count?: string;
	tone?: 'good' | 'alarming';
	/** Size of the text, in pixels. */
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

/** Writes notes below each other, as many as fit. */
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
