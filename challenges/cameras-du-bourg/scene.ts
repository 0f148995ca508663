/** The centre of Valcendre: a map with the cameras that the student's program places, and a magpie that tries them. */
import { label } from 'braise/draw';
import { notes, notice, person, says, scene, stage, street, timeline } from 'braise/scene';
import type { Dot, Mood, SceneInput, Tone } from 'braise/scene';
import type { Camera } from './data/town';
import { magpie } from './scene/magpie';
import { along, map } from './scene/map';
import { measure, ruleOf, type Rule } from './scene/measure';
import { camerasAt, filmedBy, placed, watch, type Watched } from './scene/watch';

export { measure } from './scene/measure';

interface Story {
	cameras: Camera[];
	watched: Watched[];
	/** The streets that the magpie visits. */
	visits: Watched[];
	/** Of a decision. */
	rule?: Rule;
	words: { count: string; says: string };
}

const REACTIONS: Record<Watched['verdict'] | 'waiting', { mood: Mood; tone: Tone; note: 'good' | 'bad' | 'plain' }> = {
	waiting: { mood: 'waiting', tone: 'odd', note: 'plain' },
	seen: { mood: 'content', tone: 'right', note: 'good' },
	unseen: { mood: 'puzzled', tone: 'odd', note: 'plain' },
	believed: { mood: 'indignant', tone: 'wrong', note: 'bad' },
	missed: { mood: 'amazed', tone: 'wrong', note: 'bad' }
};
/** Where a neighbour walks on a day. */
const WALK = ['Lavoir', 'Halles', 'Mairie', 'Poste', 'Église', 'École', 'Halles'];
/** The cameras of the tender. */
const TENDER = 5;
const story = timeline({ each: 5, begins: 0.8, still: 2.4 });

function camerasIn({ situation, option = '', values }: SceneInput): Camera[] {
	if (situation === 'predict') return camerasAt('Mairie');
	if (situation === 'sees') return camerasAt('Cale', 'École', 'Gare');
	if (situation !== 'decide') return placed(situation === 'discover' ? (values?.['cameras'] ?? TENDER) : TENDER);
	const { cameras } = ruleOf(option, values);
	return cameras === 0 ? [] : placed(cameras);
}

/** What is wrong comes first. */
function visitsTo(watched: Watched[]): Watched[] {
	const those = (verdict: Watched['verdict'], most: number) =>
		watched.filter((each) => each.verdict === verdict).slice(0, most);
	return [...those('believed', 3), ...those('missed', 2), ...those('unseen', 1), ...those('seen', 1)];
}

function decided(cameras: Camera[], { option = '', values }: SceneInput): Omit<Story, 'cameras'> {
	const rule = ruleOf(option, values);
	const [stolen, filmed] = ['thefts', 'filmed'].map(
		(id) => measure(option, values).find((one) => one.id === id)?.value
	);
	const times = WALK.filter((corner) => cameras.some((camera) => camera.corner === corner)).length;
	const words = label(cameras.length > 0 ? 'says-filmed' : rule.hours > 0 ? 'says-lit' : 'says-dark', { times });
	return { watched: [], visits: [], rule, words: { count: label('count-decision', { stolen, filmed }), says: words } };
}

export const { init, step, draw, describe } = scene<Story>({
	prepare(input) {
		const cameras = camerasIn(input);
		if (input.situation === 'decide') return { cameras, ...decided(cameras, input) };
		const watched = watch(cameras);
		const said = watched.filter((each) => each.said).length;
		const people = input.situation === 'stretch' || input.situation === 'show' ? filmedBy(cameras) : '';
		const counts = { cameras: cameras.length, said, count: watched.length, people };
		const count = label(people === '' ? 'count' : 'count-people', counts);
		return { cameras, watched, visits: visitsTo(watched), words: { count, says: '' } };
	},
	hour: ({ rule }, { theme }) => (rule !== undefined ? 'night' : theme === 'dark' ? 'dusk' : 'day'),
	play({ cameras, watched, visits, rule, words }, { time, still }) {
		const { width, height, narrow, far, front } = stage();
		const { index, now, part, run } = story.at(time, visits.length, still);
		const visit = visits[index];
		street();
		const verdict = now < 1.4 || visit === undefined ? undefined : visit.verdict;
		const { mood, tone, note } = REACTIONS[verdict ?? 'waiting'];
		const shown =
			rule !== undefined
				? words.says
				: verdict === undefined
					? ''
					: label(`says-${verdict}`, { street: visit?.street.name });
		const isDecision = rule !== undefined;
		if (!narrow) {
			const stands = { x: width * 0.29, y: height - 16 * far, size: front };
			const holds = isDecision && rule.hours < 7 ? ({ holds: 'torch' } as const) : {};
			person(stands, isDecision ? { look: 4, mood: 'content', ...holds } : { look: run % 5, mood });
			const grown = isDecision ? 1 : part(1.4, 1.7);
			if (shown !== '') says(stands, shown, { tone: isDecision ? 'odd' : tone, top: 24, grown });
		}
		const size = narrow ? 14.6 : 16;
		const area = narrow
			? { x: 8, y: 12, width: width - 16, height: height - 24 }
			: { x: width * 0.385, y: 18, width: width * 0.615 - 16, height: height - 40 };
		const heading = narrow ? { heading: words.count } : { heading: label('map'), count: words.count };
		const free = notice(area, { ...heading, tone: 'good', size });
		const room = narrow ? size * 2.9 : 0;
		const paper = { ...free, height: free.height - room };
		map(paper, watched, cameras, isDecision ? passages(cameras) : [], (rule?.hours ?? 0) / 7);
		const below = { ...free, y: free.y + paper.height, height: room };
		if (narrow && shown !== '') notes(below, [{ words: shown, tone: isDecision ? 'plain' : note }], size);
		if (visit === undefined) return;
		const [x, y] = along(paper, visit.street, 0.5);
		const [comes, goes] = [part(0.1, 1.3), part(3, 4.4)];
		const bird = Math.max(24, paper.width * 0.07);
		const flap = comes < 1 || goes > 0 ? Math.sin(time * 16) : 0.4;
		magpie(
			x - (1 - comes) * x * 0.6 + goes * (width - x),
			y - 10 - (1 - comes) * y * 0.7 - goes * y,
			bird,
			still ? 0.4 : flap,
			now > 1.3
		);
	},
	describe({ cameras, watched, rule, words }, { input }) {
		if (rule !== undefined) return [words.count, words.says];
		const named = (verdict: Watched['verdict']) =>
			watched.filter((each) => each.verdict === verdict).map(({ street }) => street.name);
		const first = label(input.situation === 'discover' ? 'describe-hand' : 'describe', {
			cameras: cameras.length,
			seen: watched.filter(({ real }) => real).length,
			count: watched.length
		});
		return [
			first,
			...(['believed', 'missed'] as const).flatMap((verdict) => {
				const names = named(verdict).join(', ');
				return names === '' ? [] : [label(`describe-${verdict}`, { names })];
			})
		];
	}
});

/** Somebody's walk, and others who pass, at the corners that have a camera. */
function passages(cameras: Camera[]): Dot[] {
	const has = (corner: string) => cameras.some((camera) => camera.corner === corner);
	const others = cameras.flatMap(({ corner }) => Array.from({ length: 9 }, () => ({ place: corner })));
	return [...WALK.filter(has).map((corner) => ({ place: corner, marked: true })), ...others];
}
