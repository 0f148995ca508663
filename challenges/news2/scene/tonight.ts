/** One night as the program has it: who is called for, who is run to for nothing, and who waits alone. */
import { label, layer, pop, push, scale, translate } from 'braise/draw';
import { SILENT_BED, visitsOf, type BedState } from './beds';
import { bubble, type Speech } from './bubble';
import { clock } from './desk';
import type { Layout } from './layout';
import { row, type Scene } from './lying';
import { nurse } from './nurse';
import type { Palette } from './palette';
import { between } from './paper';
import type { Face } from './person';
import { room } from './room';
import { calls } from './rule';
import { weather } from './weather';
import { walkTo, whereAt, type Whereabouts } from './walk';

export interface Playing {
	beds: BedState[];
	/** Seconds since the program was put on stage. */
	time: number;
	still: boolean;
	/** A hand may set the temperature of the silent bed, which then speaks first. */
	isTurned: boolean;
}

/** The night begins in the middle: whoever has just changed the program sees what it does at once. */
const BEGINS_AT = 3.2;
/** The moment that a picture without motion shows. */
const STILL = 6;
/** How long each thing is said. */
const SAID = 4.4;

function nightOf(layout: Layout, { beds, time, still }: Playing) {
	const visits = visitsOf(beds).map((index) => ({ bed: index, runs: beds[index]?.level === 'continuous' }));
	const walk = walkTo(layout, visits, { walks: 0.34, stays: 1.5 }, 1);
	const lasts = Math.max(11, walk.ends + 2.5);
	const now = still ? STILL : (time + BEGINS_AT) % lasts;
	return { walk, now, nurseAt: whereAt(layout, walk, now) };
}

function faceOf({ measures, verdict, trueLevel }: BedState, reached: boolean): Face {
	if (!measures.alert) return 'faint';
	if (verdict === 'disturbed' && reached) return 'woken';
	return calls(trueLevel) && !reached ? 'ill' : 'asleep';
}

/** What is wrong at a bed, in the words of whoever lies in it; null when nothing is. */
function speechOf({ verdict, number, name, score, trueScore, level, trueLevel }: BedState): Speech | null {
	const who = { bed: number, name, score: score ?? '?', right: trueScore };
	const levels = { said: label(`level-${level ?? 'none'}`), right: label(`level-${trueLevel}`) };
	const scores = score === trueScore ? label('should-do', levels) : label('should-score', who);
	switch (verdict) {
		case 'right':
			return null;
		case 'silent':
			return { words: label('says-silent', who), aside: scores, tone: 'wrong' };
		case 'disturbed':
			return { words: label('says-disturbed', who), aside: scores, tone: 'wrong' };
		case 'unmeasured':
			return { words: label('says-unmeasured', who), aside: scores, tone: 'wrong' };
		case 'off':
			return { words: label('says-off', who), aside: scores, tone: 'wrong' };
	}
}

const gravity = { silent: 4, disturbed: 3, unmeasured: 2, off: 1, right: 0 };

/** The gravest first, and among those whoever is worst. */
export function wrongOf(beds: BedState[]): BedState[] {
	return beds
		.filter(({ verdict }) => verdict !== 'right')
		.sort((one, other) => gravity[other.verdict] - gravity[one.verdict] || other.trueScore - one.trueScore);
}

function speaks(palette: Palette, layout: Layout, playing: Playing, nurseAt: Whereabouts): void {
	const { width, height, letters: size } = layout;
	const isFirst = ({ number }: BedState) => playing.isTurned && number === SILENT_BED;
	const gravest = wrongOf(playing.beds);
	const wrong = [...gravest.filter(isFirst), ...gravest.filter((bed) => !isFirst(bed))];
	const turn = playing.still ? 0 : Math.floor(playing.time / SAID);
	const focus = wrong[turn % Math.max(1, wrong.length)];
	const speech = focus === undefined ? null : speechOf(focus);
	if (focus !== undefined && speech !== null) {
		const { x = 0, y = 0 } = layout.beds[focus.number - 1] ?? {};
		bubble(palette, speech, { x, y: y - 34 * layout.bed, size, width, height, below: false });
	} else if (nurseAt.at !== null) {
		const top = nurseAt.y - 122 * layout.bed;
		bubble(
			palette,
			{ words: label('says-right'), tone: 'right' },
			{ ...nurseAt, y: top, size, width, height, below: false }
		);
	}
}

function atSilentBed(layout: Layout, { beds }: Playing, time: number): void {
	const place = layout.beds[SILENT_BED - 1];
	const bed = beds[SILENT_BED - 1];
	if (place === undefined || bed === undefined) return;
	push();
	translate(place.x, place.y);
	scale(layout.bed);
	weather(bed.measures.temperature, time);
	pop();
}

export function playTonight(palette: Palette, layout: Layout, playing: Playing): void {
	const { walk, now, nurseAt } = nightOf(layout, playing);
	const moving = playing.still ? 0 : playing.time;
	layer('room', palette.name, () => room(palette, layout));
	clock(palette, layout, 3 + now / 60);
	const beds = playing.beds.map((state, index): Scene => {
		const reached = now >= (walk.reached.get(index) ?? Infinity);
		const face = faceOf(state, reached);
		return {
			index,
			place: index,
			measures: state.measures,
			face,
			grey: state.verdict === 'silent' ? between(now, 0.5, 6.5) : 0,
			time: playing.still ? 1.1 : playing.time,
			level: state.level,
			answered: reached,
			score: state.score,
			mark: state.verdict === 'right',
			warm: reached && calls(state.trueLevel),
			sleeps: face === 'asleep' && !calls(state.trueLevel),
			noted: false,
			trend: null
		};
	});
	const walks = () => {
		push();
		translate(nurseAt.x, nurseAt.y);
		scale(layout.bed * 1.12);
		nurse(palette, { ...nurseAt, caring: nurseAt.at !== null, time: moving });
		pop();
	};
	row(palette, layout, 'first row', beds.slice(0, 5));
	if (playing.isTurned) atSilentBed(layout, playing, moving);
	const inFront = nurseAt.y > (layout.beds[5]?.y ?? 0) + layout.bed * 40;
	if (!inFront) walks();
	row(palette, layout, 'second row', beds.slice(5));
	if (inFront) walks();
	speaks(palette, layout, playing, nurseAt);
}
