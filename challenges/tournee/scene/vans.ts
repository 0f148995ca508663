/** The decision: which homes each van serves, and in which order, with the student's own `nearest` and `twoOpt`. Pure. */
import { planRound } from './answers';
import { depot, homes, isAlone, pointOf, type Place } from './country';
import { drive, lastBack, type Round } from './rounds';

export interface Rule {
	vans: number;
	aloneFirst: boolean;
	/** Minutes spent with someone who is alone, beyond handing over the meal. */
	talk: number;
}

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'shared') return { vans: 2, aloneFirst: false, talk: 0 };
	if (option === 'alone') return { vans: 1, aloneFirst: true, talk: 10 };
	if (option !== 'another') return { vans: 1, aloneFirst: false, talk: 0 };
	const { vans = 2, aloneFirst = 1, talk = 5 } = values;
	return { vans: Math.max(1, Math.round(vans)), aloneFirst: aloneFirst > 0, talk: Math.max(0, talk) };
}

/** A program that returns no round leaves the list as it is. */
const ordered = (from: Place, places: Place[]): Place[] =>
	planRound(from, places).places?.filter((place) => place !== from) ?? places;

function roundOf(group: Place[], { aloneFirst, talk }: Rule): Round {
	if (!aloneFirst) return drive(ordered(depot, group), talk);
	const first = ordered(depot, group.filter(isAlone));
	const others = group.filter((place) => !isAlone(place));
	return drive([...first, ...ordered(first.at(-1) ?? depot, others)], talk);
}

/** The homes around the depot, like the hours of a clock. */
function around(): Place[] {
	const middle = pointOf(depot);
	const angle = (place: Place) => Math.atan2(pointOf(place).y - middle.y, pointOf(place).x - middle.x);
	return [...homes].sort((a, b) => angle(a) - angle(b));
}

/** Cut like a cake into slices of as many homes: of all such cuts, the one whose longest day is the shortest. */
export function roundsOf(rule: Rule): Round[] {
	const ring = around();
	const size = Math.ceil(ring.length / rule.vans);
	let best: Round[] = [];
	for (let turn = 0; turn < (rule.vans === 1 ? 1 : size); turn++) {
		const turned = [...ring.slice(turn), ...ring.slice(0, turn)];
		const rounds = Array.from({ length: rule.vans }, (_, van) => {
			const slice = turned.slice(van * size, (van + 1) * size);
			// In the list's order: what becomes of it is the program's work.
			return roundOf(
				homes.filter((place) => slice.includes(place)),
				rule
			);
		});
		if (best.length === 0 || lastBack(rounds) < lastBack(best)) best = rounds;
	}
	return best;
}
