import { fill, noStroke, textAlign, textStyle } from 'braise/draw';
import { timeText, drawFittedText } from '../telling/writing.ts';
import type { WeekEntry, WeekFields } from './fields.ts';
import { rightCountSentence, limitSentences, tableValueText, wrongAnswerSentence } from './sentences.ts';
import type { WeekStory } from './stories.ts';
import { drawHairlines } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawPinnedSheet } from './sheets.ts';

const DAY_NAMES: Record<'fr' | 'en', readonly string[]> = {
	fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
	en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
};

/** Returns the name of a day; days count from 1. */
const dayName = (day: number, language: string): string => DAY_NAMES[language === 'fr' ? 'fr' : 'en'][day - 1] ?? '';

export function weekEntryText({ who, day, from, to }: WeekEntry, language: string): string {
	const hoursText = `${timeText(from, language)}\u2009–\u2009${timeText(to, language)}`;
	return [who, ...(day === undefined ? [] : [dayName(day, language)]), hoursText].join(', ');
}

export function describeWeek({ entries }: WeekStory, language: string): string[] {
	const wrongEntries = entries.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrongEntries.map((entry) =>
		wrongAnswerSentence(
			weekEntryText(entry, language),
			entry.answer.shown,
			tableValueText(entry.right, language),
			language
		)
	);
	return [
		rightCountSentence(entries.length - wrongEntries.length, entries.length, language),
		...limitSentences(sentences, language)
	];
}

const MINUTES_PER_HOUR = 60;

export interface WeekScale {
	plot: Area;
	size: number;
	/** Width of a day, in pixels. */
	wide: number;
	y(minute: number): number;
}

export function createWeekScale(area: Area, { opens, closes }: WeekFields, dayCount: number): WeekScale {
	const size = Math.max(12.5, Math.min(17, area.width / 30));
	const plot = {
		x: area.x + size * 3.4,
		y: area.y + size * 4,
		width: area.width - size * 4.2,
		height: area.height - size * 4.8
	};
	const shownMinutes = Math.max(MINUTES_PER_HOUR, closes - opens);
	return {
		plot,
		size,
		wide: plot.width / dayCount,
		y: (minute) => plot.y + (plot.height * (minute - opens)) / shownMinutes
	};
}

interface WeekSheetPlan {
	area: Area;
	scale: WeekScale;
	fields: WeekFields;
	heading: string;
	days: number;
	language: string;
}

export function drawWeekSheet({ area, scale, fields, heading, days, language }: WeekSheetPlan): void {
	const { plot, size, wide, y } = scale;
	drawPinnedSheet(area);
	noStroke();
	fill(currentPalette().ink);
	textAlign('left', 'alphabetic');
	textStyle('bold');
	drawFittedText(heading, area.x + size * 0.9, area.y + size * 1.75, size * 1.1, area.width - size * 1.8);
	const lines: number[] = [];
	const { opens, closes } = fields;
	const hourStep = [1, 2, 3, 4, 6].find((hours) => y(opens + hours * MINUTES_PER_HOUR) - plot.y > size * 1.25) ?? 6;
	for (
		let minute = Math.ceil(opens / MINUTES_PER_HOUR) * MINUTES_PER_HOUR;
		minute <= closes;
		minute += hourStep * MINUTES_PER_HOUR
	) {
		lines.push(plot.x, y(minute), plot.x + plot.width, y(minute));
		fill('#5d4c38');
		textStyle('normal');
		textAlign('right', 'center');
		drawFittedText(timeText(minute % (24 * MINUTES_PER_HOUR), language), plot.x - 5, y(minute), size * 0.82, size * 3);
	}
	for (let day = 0; day <= days; day++)
		lines.push(plot.x + wide * day, plot.y, plot.x + wide * day, plot.y + plot.height);
	drawHairlines('rgba(70, 50, 30, 0.22)', 1, lines);
	noStroke();
	fill(currentPalette().ink);
	textStyle('bold');
	textAlign('center', 'center');
	for (let day = 1; day <= days; day++) {
		const name = dayName(day, language);
		drawFittedText(
			wide < size * 6 ? name.slice(0, 3) : name,
			plot.x + wide * (day - 0.5),
			plot.y - size * 0.9,
			size * 0.92,
			wide - 4
		);
	}
}
