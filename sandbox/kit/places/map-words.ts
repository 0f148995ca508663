/** Writes words on a map. A halo around the letters keeps them readable over anything. */
import {
	fill,
	noFill,
	noStroke,
	stroke,
	strokeJoin,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import { countrysideColoursAt } from '../countryside-colours.ts';
import { currentPalette, stage, type Place } from '../stage.ts';
import type { CountryMap, CountryPlan } from './country-plan.ts';
import { mapTextSize } from './country.ts';

interface WordsPlan {
	/** Number of lines by which the words stand below the name. */
	line?: number;
	tone?: 'right' | 'wrong';
}

/** Writes words below a place on a map. */
export function mapWords({ x, y, size }: Place, words: string, { line = 0, tone }: WordsPlan = {}): void {
	const { green, red, hour } = currentPalette();
	const [ink, halo] =
		tone === undefined ? countrysideColoursAt(hour).writing : [tone === 'right' ? green : red, '#fffaf0'];
	const high = mapTextSize(size);
	const base = y + 17 * size + high * (1 + line * 1.1);
	textStyle('bold');
	textSize(high);
	textAlign('center', 'alphabetic');
	strokeJoin('round');
	noFill();
	stroke(halo);
	strokeWeight(high * 0.3);
	text(words, x, base);
	noStroke();
	fill(ink);
	text(words, x, base);
}

/** Writes the names of villages, the kitchen's first. Leaves out names that would cover another or be cut off. */
export function villageNames({ villages }: CountryPlan, map: CountryMap): void {
	const boxes: { left: number; right: number; bottom: number; high: number }[] = [];
	const { height } = stage();
	for (const village of [...villages].sort((a, b) => Number(b.isKitchen ?? 0) - Number(a.isKitchen ?? 0))) {
		const { name } = village;
		const at = map.place(village);
		const high = mapTextSize(at.size);
		textStyle('bold');
		textSize(high);
		const half = textWidth(name) / 2 - 1;
		const box = { left: at.x - half, right: at.x + half, bottom: at.y + 17 * at.size + high, high: high * 0.7 };
		const covers = boxes.some(
			(other) =>
				box.left < other.right &&
				other.left < box.right &&
				Math.abs(box.bottom - other.bottom) < Math.max(box.high, other.high)
		);
		if (box.bottom > height || covers) continue;
		boxes.push(box);
		mapWords(at, name);
	}
}
