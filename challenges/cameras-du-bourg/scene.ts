/** The centre of Valcendre: a map with the cameras that the student's program places, and a magpie that tries them. */
import { label } from 'braise/draw';
import { ask, bird, exhibit, scene, street, timeline, townMap, type PersonPlan, type SceneInput } from 'braise/scene';
import { rows as places } from './data/corners';
import { camerasAt, streets, thefts } from './data/town';
import * as program from './main';
import { measure, NIGHT, ruleOf, compareViews, placeCameras, type StreetView } from './scene/measure';

export { measure } from './scene/measure';

/** Cameras that are given; elsewhere the program places the five of the tender, or as many as a hand sets. */
const GIVEN: Record<string, string[]> = { predict: ['Mairie'], sees: ['Cale', 'École', 'Gare'] };
/** How many streets of each tone the magpie visits at most; what is wrong comes first. */
const VISITS = { wrong: 3, doubt: 2, odd: 1, right: 1 };
const trial = timeline({ each: 5, begins: 0.8, still: 2.4 });
/** Where a neighbour walks on a day. */
const WALK = ['Lavoir', 'Halles', 'Mairie', 'Poste', 'Église', 'École', 'Halles'];

const among = (roads: StreetView[], ...tones: string[]) => roads.filter(({ tone = '' }) => tones.includes(tone));

function trialStory({ situation, values }: SceneInput) {
	const given = GIVEN[situation];
	const cameras = given ? camerasAt(...given) : placeCameras(values?.['cameras'] ?? 5);
	const roads = compareViews(cameras);
	// The last of each tone, among which rue du Phare is as long as only its length counts.
	const visits = Object.entries(VISITS).flatMap(([tone, most]) => among(roads, tone).slice(-most).reverse());
	const isCounted = 'countPeople' in program && ['stretch', 'show'].includes(situation);
	const people = isCounted ? ask(program, 'countPeople', cameras, streets).shown : '';
	const claims = among(roads, 'right', 'wrong').length;
	const count = label(isCounted ? 'count-people' : 'count', { claims, count: roads.length, people });
	return { cameras, roads, visits, count, night: undefined };
}

/** By night a neighbour stands beside the map, and dots are those who pass the cameras. */
function decisionStory({ option = '', values }: SceneInput) {
	const { cameras, hours } = ruleOf(option, values);
	const figures = Object.fromEntries(measure(option, values).map(({ id, value }) => [id, value]));
	const left = thefts.slice(0, figures['thefts']);
	const eventsIn = (name: string) => left.filter(({ street }) => street === name).length;
	const roads: StreetView[] = streets.map((road) => ({ ...road, lit: hours / NIGHT, events: eventsIn(road.name) }));
	const walk = WALK.filter((place) => cameras.some(({ corner }) => corner === place));
	const says = cameras.length > 0 ? 'says-filmed' : hours > 0 ? 'says-lit' : 'says-dark';
	const words = label(says, { times: walk.length });
	const who: PersonPlan = { look: 4, mood: 'content', ...(hours < NIGHT && { holds: 'torch' }) };
	const others = cameras.flatMap(({ corner }) => Array.from({ length: 9 }, () => ({ place: corner })));
	const dots = [...walk.map((place) => ({ place, marked: true })), ...others];
	return { cameras, roads, visits: [], count: label('count-decision', figures), night: { who, words, dots } };
}

export const { init, step, draw, describe } = scene({
	prepare: (input) => (input.situation === 'decide' ? decisionStory(input) : trialStory(input)),
	hour: ({ night }, { theme }) => (night ? 'night' : theme === 'dark' ? 'dusk' : 'day'),
	play({ cameras, roads, visits, count, night }, { time, still }) {
		const { run, index, now, part } = trial.at(time, visits.length, still);
		const visit = visits[index];
		const words = visit && label(`says-${visit.tone ?? 'odd'}`, { street: visit.name });
		const said = { words, verdict: visit?.tone, grown: part(1.4, 1.7), who: { look: run % 5 } };
		const tone = among(roads, 'wrong', 'doubt').length > 0 ? 'alarming' : 'good';
		street();
		const free = exhibit({ heading: label('map'), count, tone, ...(night ?? said) });
		const plan = { places, roads, hasNames: true, cameras: cameras.map(({ corner }) => corner) };
		const map = townMap(free, plan, night?.dots);
		const carries = now > 1.3 ? 'bread' : undefined;
		if (visit) bird(map.along(visit, 0.5), { comes: part(0.1, 1.3), goes: part(3, 4.4), carries });
	},
	describe({ cameras, roads, count, night }) {
		if (night) return [count, night.words];
		const seen = among(roads, 'right', 'doubt').length;
		const mistakes = (['wrong', 'doubt'] as const).flatMap((tone) => {
			const names = among(roads, tone).map(({ name }) => name);
			return names.length === 0 ? [] : [label(`describe-${tone}`, { names: names.join(', ') })];
		});
		return [label('describe', { cameras: cameras.length, seen, count: roads.length }), ...mistakes];
	}
});
