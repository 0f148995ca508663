/** The lamp and the little monitor beside a bed: what the program says to do, and the pulse as it beats. */
import {
	circle,
	fill,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import type { Palette } from './palette';
import { box, glow } from './paper';
import { hairline } from './trace';
import type { Level } from './rule';

export interface Lamp {
	/** Null: the program says nothing that could be done. */
	level: Level | null;
	pulse: number | null;
	time: number;
	/** Somebody is there: the call has been answered. */
	answered: boolean;
}

/** The shape tells the level too, not the colour alone. */
function sign(palette: Palette, level: Level | null): void {
	const words: Partial<Record<Level, string>> = { continuous: '!!', hourly: '!', measure: '?' };
	const shown = level === null ? '×' : (words[level] ?? '');
	noStroke();
	if (shown === '') return;
	fill('#ffffff');
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(26);
	text(shown, 70, 2);
	fill(palette.ink);
}

const isUrgent = (level: Level | null) => level === 'continuous' || level === 'hourly';

/** The light of a call that nobody has answered yet, and the heart on the screen. */
export function beating(palette: Palette, { level, pulse, time, answered }: Lamp): void {
	hairline(pulse, time, { x: 52, y: 34, wide: 38, high: 22 }, pulse === null ? palette.levels.none : '#7de8a8');
	if (!isUrgent(level) || answered) return;
	const beat = 0.5 + 0.5 * Math.sin(time * (level === 'continuous' ? 9 : 5));
	noFill();
	stroke(palette.levels[level ?? 'none']);
	strokeWeight(4);
	circle(70, -7, 42 + beat * 22);
}

export function lamp(palette: Palette, { level, answered }: Lamp): void {
	if (isUrgent(level) && !answered) {
		glow(level === 'continuous' ? '255, 70, 50' : '255, 140, 40', 70, -7, 100, 0.6);
	}
	// The stand, its screen, and the lamp on top.
	box(palette.bedframeDark, 66, 10, 7, 92, 3);
	box(palette.shade, 52, 19, 44, 36, 5);
	box(palette.screen, 49, 16, 44, 36, 5);
	noStroke();
	fill(palette.shade);
	circle(72, -5, 34);
	fill(palette.levels[level ?? 'none']);
	circle(70, -7, isUrgent(level) ? 36 : level === 'routine' ? 24 : 32);
	if (level === 'watch') {
		fill('#ffffff');
		circle(70, -7, 11);
	}
	sign(palette, level);
}
