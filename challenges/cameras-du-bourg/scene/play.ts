/** A magpie tries one street after another, and somebody beside the map says whether a camera saw it. */
import { label } from 'braise/draw';
import { notes, notice, person, says, stage, street, timeline } from 'braise/scene';
import type { Area, Dot, Mood, Moment, Tone } from 'braise/scene';
import type { Camera } from '../data/town';
import { magpie } from './magpie';
import { along, feathers, map } from './map';
import type { StreetView } from './views';

export interface Story {
	cameras: Camera[];
	views: StreetView[];
	/** The streets that the magpie visits. */
	visits: StreetView[];
	/** Over the map. */
	count: string;
	/** Of a decision, which is shown by night: what somebody says, hours of lamps, and what is stolen in a year. */
	night?: { speech: string; hours: number; thefts: number };
}

type Verdict = StreetView['verdict'] | 'waiting';

const REACTIONS: Record<Verdict, { mood: Mood; tone: Tone; note: 'good' | 'bad' | 'plain' }> = {
	waiting: { mood: 'waiting', tone: 'odd', note: 'plain' },
	seen: { mood: 'content', tone: 'right', note: 'good' },
	unseen: { mood: 'puzzled', tone: 'odd', note: 'plain' },
	believed: { mood: 'indignant', tone: 'wrong', note: 'bad' },
	missed: { mood: 'amazed', tone: 'wrong', note: 'bad' }
};
/** Where a neighbour walks on a day. */
export const WALK = ['Lavoir', 'Halles', 'Mairie', 'Poste', 'Église', 'École', 'Halles'];
const NIGHT = 7;
const trial = timeline({ each: 5, begins: 0.8, still: 2.4 });
/** Seconds from the start of a visit until the magpie has stolen. */
const STOLEN = 1.4;

export function playStory(story: Story, time: number, still: boolean): void {
	const { width, height, narrow, far, front } = stage();
	const moment = trial.at(time, story.visits.length, still);
	const visit = story.visits[moment.index];
	const verdict: Verdict = visit === undefined || moment.now < STOLEN ? 'waiting' : visit.verdict;
	const { mood, tone, note } = REACTIONS[verdict];
	const about = verdict === 'waiting' ? '' : label(`says-${verdict}`, { street: visit?.street.name });
	const { speech, hours, thefts } = story.night ?? { speech: about, hours: NIGHT, thefts: 0 };
	street();
	if (!narrow) {
		const place = { x: width * 0.29, y: height - 16 * far, size: front };
		const neighbour = story.night ? { look: 4, mood: 'content' as const } : { look: moment.run % 5, mood };
		person(place, { ...neighbour, ...(hours < NIGHT ? { holds: 'torch' } : {}) });
		const grown = story.night ? 1 : moment.part(STOLEN, STOLEN + 0.3);
		if (speech !== '') says(place, speech, { tone, top: 24, grown });
	}
	const size = narrow ? 14.6 : 16;
	const area = narrow
		? { x: 8, y: 12, width: width - 16, height: height - 24 }
		: { x: width * 0.385, y: 18, width: width * 0.615 - 16, height: height - 40 };
	const words = narrow ? { heading: story.count } : { heading: label('map'), count: story.count };
	const isWrong = story.views.some((view) => view.verdict === 'believed' || view.verdict === 'missed');
	const free = notice(area, { ...words, tone: isWrong ? 'alarming' : 'good', size });
	// Where nobody fits beside the map, their words stand under it.
	const room = narrow ? size * 2.9 : 0;
	const paper = { ...free, height: free.height - room };
	map(paper, story, story.night ? passages(story.cameras) : [], story.night ? hours / NIGHT : 0);
	feathers(paper, thefts);
	const below = { ...free, y: free.y + paper.height, height: room };
	if (narrow && speech !== '') notes(below, [{ words: speech, tone: note }], size);
	if (visit !== undefined) flight(paper, visit, moment, still ? 0 : Math.sin(time * 16));
}

/** The magpie comes from above, takes a loaf and leaves on the right. */
function flight(paper: Area, { street }: StreetView, { now, part }: Moment, flap: number): void {
	const [x, y] = along(paper, street, 0.5);
	const [comes, goes] = [part(0.1, 1.3), part(3, 4.4)];
	const left = x - (1 - comes) * x * 0.6 + goes * (stage().width - x);
	const top = y - 10 - (1 - comes) * y * 0.7 - goes * y;
	const isFlying = comes < 1 || goes > 0;
	magpie(left, top, Math.max(24, paper.width * 0.07), isFlying ? flap : 0.4, now > 1.3);
}

/** Somebody's walk, and others who pass, at the corners that have a camera. */
function passages(cameras: Camera[]): Dot[] {
	const corners = cameras.map(({ corner }) => corner);
	const walk = WALK.filter((corner) => corners.includes(corner)).map((place) => ({ place, marked: true }));
	return [...walk, ...corners.flatMap((place) => Array.from({ length: 9 }, () => ({ place })))];
}
