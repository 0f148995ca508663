/** A sheet with the figures of one option of the decision. */
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
	const free = notice(area, { heading: shortened(heading, area.width - size * 2, size), size });
	const row = Math.min(size * 3, free.height / Math.max(1, figures.length));
	const letters = Math.min(size, row * 0.55);
	for (const [index, figure] of figures.entries()) {
		const base = free.y + row * (index + 0.62);
		const right = free.x + free.width;
		noStroke();
		textStyle('bold');
		textSize(letters * 1.15);
		textAlign('right', 'alphabetic');
		fill(currentPalette().ink);
		const value = figureText(figure, language);
		text(value, right, base);
		const end = right - textWidth(value) - 10;
		textStyle('normal');
		textAlign('left', 'alphabetic');
		fill('#4a3d2e');
		textSize(letters);
		const name = shortened(names(figure.id), end - free.x - 8, letters);
		text(name, free.x, base);
		const dots: number[] = [];
		for (let x = free.x + textWidth(name) + 8; x < end; x += 6) dots.push(x, base - 2, x + 1.5, base - 2);
		drawHairlines('rgba(90, 70, 45, 0.6)', 1.5, dots);
	}
}

/** Shortens words that are too long to those on their first line. */
function shortened(words: string, room: number, size: number): string {
	textSize(size);
	const [first = '', ...more] = textLines(words, Math.max(20, room));
	return more.length === 0 ? first : `${first}…`;
}
