/** The scores of the last rounds as little bars, and an arrow where the program says that they rise. */
import { circle, fill, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import type { Palette } from './palette';
import { box } from './paper';

export interface Trend {
	scores: number[];
	/** What the student's function says; null: there is none yet. */
	said: boolean | null;
	right: boolean;
}

export function trend(palette: Palette, { scores, said, right }: Trend): void {
	box('rgba(255, 250, 240, 0.92)', -44, 88, 62, 38, 4);
	scores.forEach((score, index) => {
		const high = 3 + Math.min(10, score) * 2.9;
		const colour = score >= 7 ? palette.levels.continuous : score >= 5 ? palette.levels.hourly : '#5b6b7d';
		box(colour, -40 + index * 11.5, 123 - high, 8.5, high, 1.5);
	});
	if (said === null || (!said && !right)) return;
	const wrong = said !== right;
	noStroke();
	fill(wrong ? palette.red : palette.levels.measure);
	circle(34, 106, 36);
	stroke('#ffffff');
	strokeWeight(4.6);
	if (said) {
		line(26, 114, 42, 98);
		line(42, 98, 31, 98);
		line(42, 98, 42, 109);
	}
	if (wrong) line(24, 98, 44, 116);
}
