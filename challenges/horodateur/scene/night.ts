import { label } from 'braise/draw';
import {
	between,
	notes,
	notice,
	parkedCars,
	pavement,
	person,
	slip,
	stage,
	street,
	townMap,
	type Area,
	type Note,
	type TownPlan
} from 'braise/scene';
import { stays, type Zone } from '../data/tickets';
import { platesTold, ruleOf, storedTonight } from './measure';

export interface Memory {
	count: number;
	told: number;
	/** Every passage stored, by place. */
	dots: { zone: Zone; mine: boolean }[];
	/** The plate that tells the most. */
	plate: string | null;
	places: boolean;
	/** Places where this plate came at least twice: enough to suppose a habit. */
	habits: Zone[];
	typed: boolean;
}

/** As often as makes a stranger suppose a habit. */
const HABIT = 2;

/** How much a habit there says about someone: health, belief and where they sleep say most. */
const TELLS: Record<Zone, number> = { pharmacy: 3, worship: 3, home: 3, townhall: 2, market: 1, station: 1 };

/** Whoever shows the most telling habits; then whoever was seen most. */
function mostTelling(stored: { plate: string; zone: Zone }[]): string | null {
	const byPlate = new Map<string, Map<Zone, number>>();
	for (const { plate, zone } of stored) {
		const zones = byPlate.get(plate) ?? new Map<Zone, number>();
		byPlate.set(plate, zones.set(zone, (zones.get(zone) ?? 0) + 1));
	}
	const worth = (zones: Map<Zone, number>) =>
		[...zones].reduce((sum, [zone, times]) => sum + times + (times >= HABIT ? 100 * TELLS[zone] : 0), 0);
	return [...byPlate].sort(([, a], [, b]) => worth(b) - worth(a))[0]?.[0] ?? null;
}

export function memoryOf(option: string, values: Record<string, number> = {}): Memory {
	const rule = ruleOf(option, values);
	const stored = storedTonight(rule);
	const usual = mostTelling(stays.filter((stay) => stay.minutes > 0));
	const plate = stored.some((stay) => stay.plate === usual) ? usual : mostTelling(stored);
	const mine = stored.filter((stay) => stay.plate === plate);
	const often = new Map<Zone, number>();
	for (const { zone } of mine) often.set(zone, (often.get(zone) ?? 0) + 1);
	return {
		count: stored.length,
		told: platesTold(rule, stored).length,
		dots: stored.map((stay) => ({ zone: stay.zone, mine: stay.plate === plate })),
		plate,
		places: rule.places,
		habits: rule.places
			? [...often]
					.filter(([, times]) => times >= HABIT)
					.sort(([a, times], [b, others]) => TELLS[b] - TELLS[a] || others - times)
					.map(([zone]) => zone)
			: [],
		typed: rule.days !== null
	};
}

const town: TownPlan = {
	places: {
		pharmacy: [0.27, 0.3],
		worship: [0.58, 0.2],
		townhall: [0.52, 0.56],
		market: [0.83, 0.4],
		station: [0.8, 0.8],
		home: [0.2, 0.76]
	},
	roads: [
		...['pharmacy-worship', 'pharmacy-townhall', 'worship-market', 'townhall-market'],
		...['townhall-station', 'market-station', 'home-townhall', 'home-pharmacy']
	]
};

export function playNight(memory: Memory, time: number, still: boolean): void {
	const { width, height, narrow, far } = stage();
	const [first, second] = narrow ? [width * 0.34, width * 0.78] : [84 * far, 262 * far];
	street({ sign: label('zone-pharmacy') });
	const roofs = parkedCars([
		{ model: 1, x: first },
		{ model: 4, x: second }
	]);
	// Walks to the first car, reads, walks to the second, reads, and begins again.
	const round = still ? 7 : time % 14;
	const part = (from: number, seconds: number) => Math.min(1, Math.max(0, (round - from) / seconds));
	const [comes, goesOn, goes] = [part(0.2, 1.6), part(5, 2), part(11.6, 2.2)];
	const there = -90 * far + (first + 50 * far) * comes + (second - first) * goesOn;
	person(pavement(there + goes * (width + 200 * far - there)), {
		look: 1,
		mood: 'paying',
		walks: [comes, goesOn, goes].some((each) => each > 0 && each < 1),
		holds: 'torch'
	});
	const low = roofs - (narrow ? (height > 330 ? 52 : 34) : 0);
	const area = narrow
		? { x: 8, y: 12, width: width - 16, height: low }
		: { x: width * 0.41, y: 22, width: width * 0.59 - 16, height: height * 0.84 };
	sheet(area, memory, still ? 60 : time, narrow ? 14.6 : 16);
	const look = { size: Math.max(narrow ? 15 : 14, 15 * far), right: narrow ? width : area.x };
	if (round > 2.2 && round < 6.5)
		slip(memory.typed ? label('right') : label('paper-ticket', { time: '19:40' }), first, roofs, look);
	// The second driver found a paper ticket with time left on it. Only a typed plate shows that.
	if (round > 6.9 && round < 12) {
		const words = label(memory.typed ? 'noticed' : 'passed-on');
		slip(words, second, roofs, { ...look, tone: memory.typed ? 'wrong' : 'doubt' });
	}
}

/** A map with every passage still stored, and what a stranger makes of one plate. */
function sheet(area: Area, memory: Memory, time: number, size: number): void {
	const { count, dots, places } = memory;
	const free = notice(area, {
		heading: label('memory'),
		count: count === 0 ? label('memory-empty') : label('memory-count', { count }),
		tone: count === 0 ? 'good' : 'alarming',
		size
	});
	const shown = Math.ceil(dots.length * Math.min(1, time / 2.4));
	const marks = dots.slice(0, shown).map(({ zone, mine }) => ({ place: places ? zone : undefined, marked: mine }));
	const map = area.width * 0.56 - (free.x - area.x);
	townMap({ ...free, width: map }, town, marks);
	const left = free.x + map + size * 0.9;
	const beside = { x: left, y: free.y - size * 0.3, width: free.x + free.width - left, height: free.height };
	notes(beside, readings(memory, time), size);
}

function readings({ plate, places, habits }: Memory, time: number): Note[] {
	const stranger: Note = { words: label('stranger'), tone: 'quiet', isBold: false };
	if (plate === null) return [stranger, { words: label('stranger-nothing'), tone: 'good' }];
	if (!places) return [stranger, { plate }, { words: label('without-place') }];
	const guesses = habits.filter((_, index) => between(time, 2.2 + index * 0.7, 2.6 + index * 0.7) > 0);
	return [
		stranger,
		{ plate },
		...guesses.map((zone): Note => ({ words: label(`guess-${zone}`), tone: 'bad', sign: zone }))
	];
}
