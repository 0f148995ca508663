/** Draws a sheet with the figures of one option of the decision. */
import { fill, noStroke, textAlign, textLines, textSize, textStyle, textWidth, text } from 'braise/draw';
import { drawHairlines } from '../paper.ts';
import { currentPalette, stage, type Area } from '../stage.ts';
import { notice } from '../telling/notice.ts';
import type { SceneFigure } from './fields.ts';
import { figureText } from './sentences.ts';

interface FigureSheetPlan {
	heading: string;
	figures: readonly SceneFigure[];
	/** Returns the words for a figure's id. */
	names: (id: string) => string;
	language: string;
}

/** Draws the figures below each other, with dots between name and value. */
export function drawFigureSheet(area: Area, { heading, figures, names, language }: FigureSheetPlan): void {
	const { narrow } = stage();
	const size = narrow ? 15 : 18;
	const freeArea = notice(area, { heading: shortenToOneLine(heading, area.width - size * 2, size), size });
	const rowHeight = Math.min(size * 3, freeArea.height / Math.max(1, figures.length));
	const letterSize = Math.min(size, rowHeight * 0.55);
	for (const [index, figure] of figures.entries()) {
		const baseline = freeArea.y + rowHeight * (index + 0.62);
		const rightEdge = freeArea.x + freeArea.width;
		noStroke();
		textStyle('bold');
		textSize(letterSize * 1.15);
		textAlign('right', 'alphabetic');
		fill(currentPalette().ink);
		const value = figureText(figure, language);
		text(value, rightEdge, baseline);
		const dotsEnd = rightEdge - textWidth(value) - 10;
		textStyle('normal');
		textAlign('left', 'alphabetic');
		fill('#4a3d2e');
		textSize(letterSize);
		const name = shortenToOneLine(names(figure.id), dotsEnd - freeArea.x - 8, letterSize);
		text(name, freeArea.x, baseline);
		const dots: number[] = [];
		for (let x = freeArea.x + textWidth(name) + 8; x < dotsEnd; x += 6)
			dots.push(x, baseline - 2, x + 1.5, baseline - 2);
		drawHairlines('rgba(90, 70, 45, 0.6)', 1.5, dots);
	}
}

/** Returns the words that fit on the first line, with "…" if there are more. */
function shortenToOneLine(words: string, maxWidth: number, size: number): string {
	textSize(size);
	const [first = '', ...more] = textLines(words, Math.max(20, maxWidth));
	return more.length === 0 ? first : `${first}…`;
}
