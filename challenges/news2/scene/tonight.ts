/** One night as the program has it: who is called for, who is run to for nothing, and who waits alone. */
import { label } from 'braise/draw';
import { between, nurseRound, remark, ward, wardPlan, type BedPlan } from 'braise/scene';
import { bedOf, DELAY, SILENT_BED, type BedState, calls, type Level } from './beds';

export interface Tonight {
	beds: BedState[];
	/** A hand may set the temperature of the silent bed, which then speaks first. */
	isTurned: boolean;
}

/** The night begins in the middle: whoever has just changed the program sees what it does at once. */
const BEGINS_AT = 3.2;
/** The moment that a picture without motion shows. */
const STILL = 6;
/** How long each thing is said. */
const SAID = 4.4;

const HOT = 41;
const COLD = 34;

export const weatherOf = ({ measures: { temperature } }: BedState) =>
	temperature > HOT ? 'hot' : temperature < COLD ? 'cold' : undefined;

const URGENCY: Record<Level, number> = { continuous: 3, hourly: 2, measure: 1, watch: 0, routine: 0 };
const urgencyOf = ({ level }: BedState) => (level === null ? 0 : URGENCY[level]);

/** Whom the nurse goes to: the most urgent first, then bed by bed. */
const visitsTo = (beds: BedState[]) =>
	beds
		.filter((bed) => urgencyOf(bed) > 0)
		.sort((one, other) => urgencyOf(other) - urgencyOf(one))
		.map(({ number, level }) => ({ bed: number - 1, runs: level === 'continuous' }));

const GRAVITY = { silent: 4, disturbed: 3, unmeasured: 2, off: 1, right: 0 };

/** The gravest first, and among those whoever is worst. */
export const wrongOf = (beds: BedState[]): BedState[] =>
	beds
		.filter(({ verdict }) => verdict !== 'right')
		.sort((one, other) => GRAVITY[other.verdict] - GRAVITY[one.verdict] || other.right.score - one.right.score);

function bedAt(state: BedState, isReached: boolean, now: number): BedPlan {
	const { number, measures, score, level, right, verdict } = state;
	const isIll = calls(right.level);
	const isWoken = verdict === 'disturbed' && isReached;
	const rest = !measures.alert ? 'faint' : isWoken ? 'woken' : isIll && !isReached ? 'ill' : 'asleep';
	const plan = bedOf(measures, level, score);
	return {
		...plan,
		number,
		who: number - 1,
		rest,
		waits: verdict === 'silent' ? between(now, 0.5, 6.5) : 0,
		isAnswered: isReached,
		isLit: isReached && isIll,
		dreams: rest === 'asleep' && !isIll,
		chart: { shows: plan.chart?.shows ?? '', verdict: verdict === 'right' ? 'right' : 'wrong' },
		weather: weatherOf(state)
	};
}

/** What is wrong at a bed, in the words of whoever lies in it. */
function speakFor({ verdict, number, name, score, level, right }: BedState): void {
	const { x, y, size } = wardPlan().beds[number - 1] ?? { x: 0, y: 0, size: 1 };
	const levels = { said: label(`level-${level ?? 'none'}`), right: label(`level-${right.level}`) };
	const aside =
		score === right.score
			? label('should-do', levels)
			: label('should-score', { score: score ?? '?', right: right.score });
	remark(x, y - 34 * size, label(`says-${verdict}`, { bed: number, name }), { tone: 'wrong', aside });
}

export function playTonight({ beds, isTurned }: Tonight, time: number, still: boolean): void {
	const round = nurseRound(visitsTo(beds), { begins: 1 });
	const lasts = Math.max(11, round.ends + 2.5);
	const now = still ? STILL : (time + BEGINS_AT) % lasts;
	const nurse = round.at(now);
	ward({
		beds: beds.map((bed, index) => {
			const later = still ? STILL : (time + BEGINS_AT - index * DELAY) % lasts;
			return bedAt(bed, later >= (round.reached.get(index) ?? Infinity), later);
		}),
		nurse,
		minutes: 3 * 60 + now
	});
	const isFirst = ({ number }: BedState) => isTurned && number === SILENT_BED;
	const wrong = wrongOf(beds).sort((one, other) => Number(isFirst(other)) - Number(isFirst(one)));
	const speaker = wrong[still ? 0 : Math.floor(time / SAID) % Math.max(1, wrong.length)];
	if (speaker) speakFor(speaker);
	else if (nurse.bed !== null) remark(nurse.x, nurse.y - 122 * nurse.size, label('says-right'), { tone: 'right' });
}
