/** Declarations of `braise/scene`, whose comments the editor shows on hover, in English. */
declare module 'braise/scene' {
	// The frame of a scene
	/** What a scene receives: the step, the option, the labels, the theme. */
	export interface SceneInput {
		labels: Record<string, string>;
		language: string;
		theme: 'light' | 'dark';
		situation: string;
		option?: string;
		values?: Record<string, number>;
		reducedMotion: boolean;
	}
	/** The light of the picture. */
	export type Hour = 'day' | 'dusk' | 'night';
	/** What a scene does. */
	export interface ScenePlan<Story> {
		/** Makes all that is played, once for each situation, option and set of values. */
		prepare(input: SceneInput): Story;
		/** Draws the story, so many seconds after it began. */
		play(story: Story, moment: { time: number; still: boolean; input: SceneInput }): void;
		/** One sentence for the situation, then only what is wrong. `before` is the story before the last change. */
		describe(story: Story, context: { input: SceneInput; before: Story | undefined }): string[];
		/** By default, day in the light theme and dusk in the dark one. */
		hour?(story: Story, input: SceneInput): Hour;
	}
	/** Where a scene stands. */
	export interface SceneState<Story> {
		about: string;
		steps: number;
		story: Story;
		before?: Story;
	}
	/**
	 * Makes the functions that a scene exports.
	 * @example
	 * export const { init, step, draw, describe } = scene({ prepare, play, describe });
	 */
	export function scene<Story>(plan: ScenePlan<Story>): {
		init(seed: number, input: SceneInput): SceneState<Story>;
		step(state: SceneState<Story>, input: SceneInput): SceneState<Story>;
		draw(state: SceneState<Story>, input: SceneInput): void;
		describe(state: SceneState<Story>, input: SceneInput): string[];
	};
	/** What a function returned, which may be anything: `number` is null unless it is a finite number. */
	export interface Answer {
		shown: string;
		number: number | null;
		odd: boolean;
		value?: unknown;
	}
	/**
	 * Calls a function of the program by its name. Never throws; the same call is not made twice.
	 * @example
	 * const answer = ask(program, 'price', 30);
	 */
	export function ask(program: object, name: string, ...args: unknown[]): Answer;
	/**
	 * The list that a function returns, or an empty one. The program gets copies of what it is given.
	 * @example
	 * askList(program, 'place', 5, spots).length;
	 */
	export function askList(program: object, name: string, ...args: unknown[]): unknown[];
	/** A question to the program, and its answer. */
	export interface ProgramCall {
		name: string;
		args: readonly unknown[];
		answer: Answer;
	}
	/**
	 * The calls that were made of a program's functions, in order; a repeated call is listed once.
	 * @example
	 * callsOf(program).length;
	 */
	export function callsOf(program: object): ProgramCall[];
	/** `odd` is an answer of another type than what is right. */
	export type Verdict = 'right' | 'wrong' | 'odd';
	/**
	 * Compares an answer with what is right.
	 * @example
	 * verdict(ask(program, 'price', 30), 50);
	 */
	export function verdict(answer: Answer, right: number | string | boolean): Verdict;
	/** A moment of a story. */
	export interface Moment {
		/** Stories that are over. */
		run: number;
		/** Which of the stories is played. */
		index: number;
		/** Seconds into this story. */
		now: number;
		/** How far it is between two moments, from 0 to 1, smoothly. */
		part(from: number, to: number): number;
	}
	/**
	 * Divides time into stories that follow each other. `each`, `begins` and `still` are in seconds; a still picture shows
	 * the moment `still`.
	 * @example
	 * const { index, part } = timeline({ each: 7 }).at(time, 3);
	 */
	export function timeline(plan: { each: number; begins?: number; still?: number }): {
		at(time: number, stories: number, isStill?: boolean): Moment;
	};
	/**
	 * How far `time` is between two moments, from 0 to 1, smoothly.
	 * @example
	 * const arrived = between(time, 1, 2);
	 */
	export function between(time: number, from: number, to: number): number;

	// The stage
	/** Size of the stage; `far` and `front` are the scales of what is far away and of what stands in front. */
	export interface Stage {
		width: number;
		height: number;
		narrow: boolean;
		far: number;
		front: number;
	}
	/** Where something stands: the point between its feet, and its scale. */
	export interface Place {
		x: number;
		y: number;
		size: number;
	}
	/** A rectangle to draw in. */
	export interface Area {
		x: number;
		y: number;
		width: number;
		height: number;
	}
	/**
	 * The stage as it is now.
	 * @example
	 * const { narrow } = stage();
	 */
	export function stage(): Stage;
	/**
	 * A place in front. `steps` counts persons away from that side.
	 * @example
	 * person(place('left', 1));
	 */
	export function place(side: 'left' | 'middle' | 'right', steps?: number): Place;
	/**
	 * Sets the light of all that is drawn from now on. A scene need not call it.
	 * @example
	 * light('night');
	 */
	export function light(hour: Hour): void;

	// Places
	/** What is behind a door of the street. */
	export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';
	/**
	 * A street of a small town. `shops` from the left; `sign` is written over a pharmacy.
	 * @example
	 * street({ shops: ['door', 'bakery'] });
	 */
	export function street(plan?: { shops?: ShopKind[]; sign?: string }): void;
	/**
	 * A place on the pavement, in front of parked cars.
	 * @example
	 * person(pavement(200));
	 */
	export function pavement(x: number): Place;
	/** The round sign of a place on a map. */
	export type Landmark = 'pharmacy' | 'worship' | 'townhall' | 'market' | 'station' | 'home';
	/** A place of a town by its name, with `x` and `y` from 0 to 1 over the map; `sign` may be a landmark. */
	export interface TownPlace {
		name: string;
		x: number;
		y: number;
		sign?: string | undefined;
	}
	/** A road from one place to another. `right` is a full line, `wrong` and `doubt` are dashed, with a cross. `lit`, from 0 to 1, lights its lamps, and `events` counts small strokes along it. */
	export interface TownRoad {
		from: string;
		to: string;
		tone?: Tone | 'doubt' | undefined;
		lit?: number;
		events?: number;
	}
	/** Places of a map, by name or in a list, and roads: `market-station`, or a list of ends. A name that is a landmark brings its sign. A camera for each place of `cameras`. */
	export interface TownPlan {
		places: Record<string, readonly [x: number, y: number, sign?: Landmark]> | readonly TownPlace[];
		roads: readonly (string | TownRoad)[];
		hasNames?: boolean;
		cameras?: readonly string[];
	}
	/** A map that is drawn: `along` is the point of a road, from 0 at its beginning to 1 at its end. */
	export interface TownMap {
		along(road: { from: string; to: string }, part: number): Place;
	}
	/** Something that happened; `marked` if it belongs to the path that is drawn. */
	export interface Dot {
		place?: string | undefined;
		marked?: boolean;
	}
	/**
	 * A map with a dot for each thing that happened.
	 * @example
	 * townMap({ x: 10, y: 10, width: 300, height: 200 }, town, dots);
	 */
	export function townMap(area: Area, plan: TownPlan, dots?: readonly Dot[]): TownMap;

	// Maps and rounds
	/** A point of a country, in kilometres: `x` eastwards, `y` northwards. */
	export interface Point {
		x: number;
		y: number;
	}
	/** What one knows a village by. */
	export type VillageSign = 'church' | 'lighthouse' | 'windmill' | 'ponds';
	/** A village. `sign` is what one knows it by, and its place in pixels; a kitchen is drawn long, with a chimney. */
	export interface Village extends Point {
		name: string;
		sign?: readonly [kind: VillageSign, x: number, y: number] | undefined;
		isKitchen?: boolean;
	}
	/** A country, in kilometres. `coast` (from south to north, the sea in the west) and `river` (from its spring) list x and y of each point. A hill has its middle, two half sizes and a number of sheets; a wood its middle and a number of trees. */
	export interface CountryPlan {
		extent: { left: number; right: number; bottom: number; top: number };
		villages: readonly Village[];
		coast?: readonly number[];
		river?: readonly number[];
		bridges?: readonly (readonly [x: number, y: number])[];
		hills?: readonly (readonly [x: number, y: number, wide: number, high: number, sheets: number])[];
		woods?: readonly (readonly [x: number, y: number, trees: number])[];
	}
	/** A map: how many pixels a kilometre has, and where a point is. */
	export interface CountryMap {
		scale: number;
		place(point: Point): Place;
	}
	/**
	 * Draws the map of a country, below a strip of this height.
	 * @example
	 * const map = country(land, dashboardHeight());
	 */
	export function country(plan: CountryPlan, strip?: number): CountryMap;
	/**
	 * How far east the sea reaches at this height.
	 * @example
	 * if (x < coastAt(land, y)) van(at, { afloat: true });
	 */
	export function coastAt(plan: CountryPlan, y: number): number;
	/**
	 * Names the villages; a name that would cover another is left out.
	 * @example
	 * villageNames(land, map);
	 */
	export function villageNames(plan: CountryPlan, map: CountryMap): void;
	/**
	 * Writes below a place of a map, so many lines under its name.
	 * @example
	 * mapWords(map.place(home), '12:30', { line: 1 });
	 */
	export function mapWords(place: Place, words: string, plan?: { line?: number; tone?: 'right' | 'wrong' }): void;
	/**
	 * Draws a lonely cottage.
	 * @example
	 * cottage(map.place(home));
	 */
	export function cottage(place: Place): void;
	/**
	 * Night falls: from 0, full day, to 1, below a strip of this height.
	 * @example
	 * nightfall(0.5);
	 */
	export function nightfall(part: number, strip?: number): void;
	/** A line: in wool (done), in pencil (still to do) or in dots (as it was). `driver` chooses the colour. */
	export interface RoutePlan {
		line?: 'wool' | 'pencil' | 'dots';
		driver?: number;
	}
	/**
	 * Draws a line from each place to the next.
	 * @example
	 * route(path.map(map.place));
	 */
	export function route(path: readonly Place[], plan?: RoutePlan): void;
	/**
	 * Draws a ruler with a tick after each `step` pixels.
	 * @example
	 * ruler(map.place(a), map.place(b), map.scale);
	 */
	export function ruler(from: Point, to: Point, step: number): void;
	/**
	 * Draws a small red cross.
	 * @example
	 * for (const point of crossings(path)) cross(map.place(point));
	 */
	export function cross(place: Place): void;
	/**
	 * Where a path crosses itself, with the number of the later part.
	 * @example
	 * crossings(path).length;
	 */
	export function crossings(path: readonly Point[]): (Point & { part: number })[];
	/** A point of a path, with the minutes of coming and going on. */
	export interface JourneyStop extends Point {
		arrives: number;
		leaves: number;
	}
	/**
	 * Where somebody is on a path at a minute, and what is behind them.
	 * @example
	 * const { point, driven } = whereabouts(path, 30);
	 */
	export function whereabouts(
		path: readonly JourneyStop[],
		minute: number
	): { part: number; point: Point; drives: boolean; looks: 'left' | 'right'; driven: Point[] };

	// People
	/** How somebody feels. */
	export type Mood = 'waiting' | 'paying' | 'content' | 'indignant' | 'amazed' | 'puzzled';
	/** Skin, hair and clothes, in colours. */
	export interface Look {
		skin: string;
		hair: string;
		coat: string;
		fold: string;
		scarf: string;
		legs: string;
		style: 'bun' | 'cap' | 'scarf' | 'curls' | 'bob';
		glasses?: true;
		apron?: string;
	}
	/** A person. `comes` and `goes` go from 0 to 1; `shakes` too, for somebody who is beside themselves. */
	export interface PersonPlan {
		look?: number | Look;
		mood?: Mood;
		comes?: number;
		goes?: number;
		walks?: boolean;
		shakes?: number;
		holds?: 'torch';
		faces?: 'left';
	}
	/**
	 * Draws a person who stands at a place.
	 * @example
	 * person(place('right'), { look: look('Awa'), mood: 'content' });
	 */
	export function person(place: Place, plan?: PersonPlan): void;
	/**
	 * The same name always gives the same look.
	 * @example
	 * person(place('left'), { look: look('Malik') });
	 */
	export function look(id: string): number;

	// Things
	/**
	 * A machine that takes coins. `shows` is left out while it still counts; an odd answer is shown as it is, with `note`
	 * under it.
	 */
	export interface MachinePlan {
		title: string;
		given: string;
		shows?: string | undefined;
		verdict?: Verdict;
		note?: string;
		pressed?: boolean;
		sign?: string;
		overgrowth?: number;
	}
	/**
	 * Draws a machine that stands at a place.
	 * @example
	 * machine(place('right'), { title: 'Tickets', given: '2', shows: '3 €' });
	 */
	export function machine(place: Place, plan: MachinePlan): void;
	/**
	 * Coins that go into a machine, so many seconds after the first; a negative price comes out again.
	 * @example
	 * coins(place('right'), 150, time);
	 */
	export function coins(place: Place, cents: number, seconds: number): void;
	/** A car that parks: one of six models, a name, and how much grows on it, from 0 to 1. */
	export interface ParkedCar {
		model?: number | undefined;
		name?: string | undefined;
		overgrowth?: number;
	}
	/**
	 * The bays of the street: one car comes in each story.
	 * @example
	 * parking([{ model: 3 }], timeline({ each: 7 }).at(time, 1));
	 */
	export function parking(cars: readonly ParkedCar[], moment: Moment): void;
	/**
	 * Cars that stay. Returns the height of their roofs.
	 * @example
	 * const roofs = parkedCars([{ model: 1, x: 120 }]);
	 */
	export function parkedCars(cars: readonly { model: number; x: number }[]): number;
	/**
	 * How overgrown a thing is after so many minutes, from 0 to 1 after a week.
	 * @example
	 * overgrowth(5000);
	 */
	export function overgrowth(minutes?: number): number;
	/**
	 * Draws a van, its wheels at a place. `afloat`: in the water.
	 * @example
	 * van(map.place(home), { drives: true });
	 */
	export function van(
		place: Place,
		plan?: { driver?: number; drives?: boolean; looks?: 'left' | 'right'; afloat?: boolean }
	): void;
	/** A meal: awaited, hot, cold or forgotten. */
	export type Meal = 'awaited' | 'hot' | 'cold' | 'forgotten';
	/**
	 * Draws a meal above a home. `grown` goes from 0 to 1; a heart marks somebody who sees nobody else.
	 * @example
	 * meal(map.place(home), 'hot');
	 */
	export function meal(place: Place, kind: Meal, plan?: { grown?: number; heart?: boolean }): void;

	// Telling
	/** Green, red, or neither. */
	export type Tone = 'right' | 'wrong' | 'odd';
	/**
	 * What the person at a place says. `grown` goes from 0 to 1.
	 * @example
	 * says(place('right'), 'Too much!', { tone: 'wrong' });
	 */
	export function says(
		place: Place,
		words: string,
		plan?: { tone?: Tone; aside?: string | undefined; grown?: number; top?: number; left?: number }
	): void;
	/** A card on the line; `short` stands where `note` does not fit. */
	export interface Card {
		title: string;
		value: string;
		note: string;
		short?: string | undefined;
		right: boolean;
		isGrade?: boolean;
	}
	/**
	 * Cards on a line across the top; the one at `current` is marked.
	 * @example
	 * tickets([{ title: '30 min', value: '50 c', note: 'ok', right: true }], 0);
	 */
	export function tickets(cards: readonly Card[], current: number): void;
	/**
	 * A name, its point at (x, y).
	 * @example
	 * nameTag('Léonie', 100, 80);
	 */
	export function nameTag(words: string, x: number, y: number, size?: number): void;
	/**
	 * A slip of paper about something, its point at (x, y).
	 * @example
	 * slip('ok', 100, 80);
	 */
	export function slip(
		words: string,
		x: number,
		y: number,
		plan?: { tone?: 'right' | 'wrong' | 'doubt'; size?: number; right?: number }
	): void;
	/**
	 * A number plate, from its upper left corner.
	 * @example
	 * numberPlate('WO-450-OM', 20, 20, 16);
	 */
	export function numberPlate(words: string, x: number, y: number, size: number): void;
	/**
	 * A sheet pinned up. Returns what is free of it, under its heading.
	 * @example
	 * const free = notice({ x: 10, y: 10, width: 300, height: 200 }, { heading: 'Tonight', size: 16 });
	 */
	export function notice(
		area: Area,
		plan: { heading: string; count?: string; tone?: 'good' | 'alarming'; size: number }
	): Area;
	/** Of a note. */
	export type NoteTone = 'quiet' | 'plain' | 'good' | 'bad';
	/** Words, or a number plate. */
	export type Note = { words: string; tone?: NoteTone; isBold?: boolean; sign?: Landmark } | { plate: string };
	/**
	 * Notes under each other, as many as fit.
	 * @example
	 * notes(free, [{ words: 'ok', tone: 'good' }], 16);
	 */
	export function notes(area: Area, list: readonly Note[], size: number): void;
	/** A sheet that is put up, and the person who stands beside it. `count` stands beside the heading, and in its place where the stage is narrow; `words` are said in a mood that fits, or written at the foot of the sheet. `grown` goes from 0 to 1. */
	export interface ExhibitPlan {
		heading: string;
		count?: string;
		tone?: 'good' | 'alarming';
		who?: PersonPlan;
		words?: string | undefined;
		verdict?: Tone | 'doubt' | undefined;
		grown?: number;
	}
	/**
	 * A sheet that somebody says something about. Returns what is free of it.
	 * @example
	 * const free = exhibit({ heading: 'Tonight', words: 'Nothing is kept.' });
	 */
	export function exhibit(plan: ExhibitPlan): Area;
	/**
	 * What somebody says on a map, with their name. `grown` goes from 0 to 1.
	 * @example
	 * bubble(map.place(home), 'Odette', 'Hot!', { tone: 'right' });
	 */
	export function bubble(
		place: Place,
		who: string,
		words: string,
		plan?: { tone?: Tone | undefined; grown?: number; top?: number }
	): void;
	/** A figure of a strip. */
	export interface DashboardItem {
		title: string;
		value: string;
		tone?: 'right' | 'wrong' | 'cold' | undefined;
	}
	/**
	 * A strip of paper at the top: a clock, in minutes from midnight, and figures.
	 * @example
	 * dashboard([{ title: 'km', value: '12' }], { minutes: 11 * 60 });
	 */
	export function dashboard(
		items: readonly DashboardItem[],
		plan?: { minutes?: number | undefined; late?: boolean }
	): void;
	/**
	 * The height of that strip.
	 * @example
	 * const map = country(land, dashboardHeight());
	 */
	export function dashboardHeight(): number;
	/**
	 * A round mark: right or wrong.
	 * @example
	 * mark(true, 100, 80);
	 */
	export function mark(isRight: boolean, x: number, y: number, size?: number): void;
	/**
	 * A number, rounded to so many decimals, in the scene’s language or another.
	 * @example
	 * text(numberText(12.34), 20, 20);
	 */
	export function numberText(value: number, language?: string, decimals?: number): string;
	/**
	 * A time of the day, in minutes from midnight: “3:15”.
	 * @example
	 * text(timeText(11 * 60), 20, 20);
	 */
	export function timeText(minute: number, language?: string): string;

	// Rooms and what stands in them
	/**
	 * A room: a kitchen has tiles, a shop has panelling, an office is painted. `window` is the middle of its window, from 0
	 * to 1.
	 * @example
	 * room('kitchen', { window: 0.7 });
	 */
	export function room(kind: 'kitchen' | 'shop' | 'office', plan?: { window?: number }): void;
	/** A small thing. */
	export type Item = 'bread' | 'box' | 'bottle' | 'jar' | 'letter' | 'medicine' | 'tray';
	/**
	 * Draws one thing, its foot at (x, y).
	 * @example
	 * item('bread', 100, 200);
	 */
	export function item(kind: Item, x: number, y: number, size?: number): void;
	/**
	 * Draws a magpie that stands at a place. `comes` and `goes` go from 0 to 1; it flies in between.
	 * @example
	 * bird({ x: 100, y: 200, size: 1 }, { carries: 'bread' });
	 */
	export function bird(place: Place, plan?: { comes?: number; goes?: number; carries?: Item | undefined }): void;
	/**
	 * A shelf with `count` things of `most`; what is missing is an outline.
	 * @example
	 * shelf({ x: 20, y: 40, width: 240, height: 160 }, { item: 'bread', count: 12, most: 20 });
	 */
	export function shelf(area: Area, plan: { item: Item; count: number; most: number; label?: string }): void;
	/**
	 * A round clock. `minutes` count from midnight.
	 * @example
	 * clock(200, 60, 70, 8 * 60 + 30);
	 */
	export function clock(x: number, y: number, size: number, minutes: number): void;
	/**
	 * An enamelled sign. Returns what it covers.
	 * @example
	 * sign('Bakery', 20, 20);
	 */
	export function sign(words: string, x: number, y: number, size?: number): Area;
	/**
	 * People behind each other, the first at `place`. Returns where each stands.
	 * @example
	 * queue(place('right', 1), [{ name: 'Awa' }, { name: 'Malik' }]);
	 */
	export function queue(place: Place, people: readonly { name: string; mood?: Mood }[], step?: number): Place[];

	// A workshop that packs
	/**
	 * A workshop with a window, and an oven where there is room. Returns room for a board, and the place behind the belt.
	 * @example
	 * const { board, worker } = workshop();
	 */
	export function workshop(): { board: Area; worker: Place };
	/** What lies on a pizza. */
	export type Topping =
		| 'sauce'
		| 'cream'
		| 'cheese'
		| 'olive'
		| 'basil'
		| 'mushroom'
		| 'tuna'
		| 'chicken'
		| 'goat'
		| 'anchovy'
		| 'salmon'
		| 'pear'
		| 'pepper'
		| 'blue';
	/** A pizza, from the dough up. */
	export interface PizzaPlan {
		toppings: readonly Topping[];
		wholemeal?: boolean | undefined;
	}
	/**
	 * A pizza around (x, y); flatter where `tilt` is less than 1.
	 * @example
	 * pizza(100, 100, 120, { toppings: ['sauce', 'cheese', 'olive'] });
	 */
	export function pizza(x: number, y: number, wide: number, plan: PizzaPlan, tilt?: number): void;
	/** A box on the line: `prints` is what is printed on it, `title` what that is, `pile` what lies on its lid. */
	export interface PackedBox {
		pizza: PizzaPlan;
		title: string;
		prints: string;
		verdict: Verdict;
		pile?: { cheeses: number; hasMouse: boolean } | undefined;
	}
	/**
	 * The line of the workshop: one box comes in each story, of 6.2 seconds, is printed and goes. Wrong ones fall into the
	 * bin.
	 * @example
	 * packingLine(boxes, timeline({ each: 6.2 }).at(time, boxes.length));
	 */
	export function packingLine(boxes: readonly PackedBox[], moment: Moment): void;
	/** A box in the cabinet; a `grade` that differs from `before` turns over. */
	export interface ShelvedBox {
		pizza: PizzaPlan;
		name: string;
		grade?: string | undefined;
		before?: string | undefined;
	}
	/**
	 * A shop’s cold cabinet, over the whole stage.
	 * @example
	 * cabinet('Today', [{ pizza: { toppings: ['cream', 'goat'] }, name: 'Goat', grade: 'D' }]);
	 */
	export function cabinet(title: string, boxes: readonly ShelvedBox[]): void;
	/**
	 * A letter from A to E in its colour, around (x, y); anything else stands in a ring.
	 * @example
	 * grade('B', 100, 100, 60);
	 */
	export function grade(
		words: string,
		x: number,
		y: number,
		size: number,
		plan?: { odd?: boolean; square?: boolean }
	): void;
	/** What is written in chalk: `squares` and `grades` stand under the rows. */
	export interface SlatePlan {
		title: string;
		rows: readonly { words: string; value?: string | undefined; isStruck?: boolean }[];
		squares?: readonly { words: string; isFilled: boolean }[] | undefined;
		grades?: { notes: readonly string[]; current: string } | undefined;
		total: { words: string; value: string };
	}
	/**
	 * A slate on a wall.
	 * @example
	 * slate(board, { title: 'Pizza', rows: [{ words: 'salt', value: '4' }], total: { words: 'sum', value: 'C' } });
	 */
	export function slate(area: Area, plan: SlatePlan): void;

	// Numbers
	/** Rows and columns, on paper or in chalk on a slate. Marks stand by row; `null` is blacked out, and `struck` crosses rows out. */
	export interface TablePlan {
		columns: readonly string[];
		rows: readonly (readonly (string | number | null)[])[];
		marks?: Readonly<Record<number, 'right' | 'wrong'>>;
		struck?: readonly number[];
		current?: number;
		slate?: boolean;
	}
	/**
	 * Draws as many rows as fit.
	 * @example
	 * table({ x: 10, y: 10, width: 300, height: 200 }, { columns: ['min', 'cents'], rows: [[30, 50]], marks: { 0: 'right' } });
	 */
	export function table(area: Area, plan: TablePlan): void;
	/** Numbers, with a limit that they may not cross. Anything but a finite number leaves a gap. */
	export interface ChartPlan {
		values: readonly number[];
		labels?: readonly string[];
		limit?: { value: number; label: string };
		unit?: string;
		current?: number;
	}
	/**
	 * A bar for each value; those over the limit are hatched.
	 * @example
	 * bars({ x: 10, y: 10, width: 300, height: 200 }, { values: [3, 8, 5], unit: '°C' });
	 */
	export function bars(area: Area, plan: ChartPlan): void;
	/**
	 * A line through the values.
	 * @example
	 * chart({ x: 10, y: 10, width: 300, height: 200 }, { values: [3, 8, 5], limit: { value: 6, label: '6' } });
	 */
	export function chart(area: Area, plan: ChartPlan): void;
	/** A calendar’s page: `days` of them, the first on weekday `begins`, from 0. */
	export interface CalendarPlan {
		title: string;
		weekdays: readonly string[];
		days: number;
		begins?: number;
		current?: number;
		marks?: Readonly<Record<number, 'right' | 'wrong' | 'busy'>>;
	}
	/**
	 * Draws a page that hangs on a wall.
	 * @example
	 * calendar({ x: 10, y: 10, width: 260, height: 200 }, { title: 'May', weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'], days: 31 });
	 */
	export function calendar(area: Area, plan: CalendarPlan): void;
	/** What a till prints. `wrong` says what is wrong with the sum; `printed` goes from 0 to 1. */
	export interface ReceiptPlan {
		title: string;
		rows: readonly { words: string; amount: string; wrong?: string | undefined }[];
		total?: { words: string; amount: string };
		wrong?: string;
		printed?: number;
	}
	/**
	 * Draws a receipt that hangs from (x, y), its middle. Returns its height.
	 * @example
	 * receipt(200, 20, 160, { title: 'Till 2', rows: [{ words: 'Bread', amount: '1.20' }] });
	 */
	export function receipt(x: number, y: number, wide: number, plan: ReceiptPlan): number;

	// A hospital ward
	/** What the lamp of a bed asks for; each has a shape of its own. */
	export type BedLamp = 'calm' | 'watch' | 'call' | 'alarm' | 'measure' | 'odd';
	/** A bed and one of ten people in it. `waits` goes from 0 to 1: the bed grows grey. `pulse` is null while the clip is off. */
	export interface BedPlan {
		who?: number;
		rest?: 'asleep' | 'woken' | 'ill' | 'faint';
		breaths?: number;
		pulse?: number | null;
		hasFever?: boolean;
		hasOxygen?: boolean;
		waits?: number;
		number?: number;
		lamp?: BedLamp;
		isAnswered?: boolean;
		isLit?: boolean;
		dreams?: boolean;
		chart?: { shows: string; verdict?: 'right' | 'wrong' | undefined };
		trend?:
			| { values: readonly number[]; warns: readonly [orange: number, red: number]; rises: boolean; isWrong: boolean }
			| undefined;
		hasNote?: boolean;
		weather?: 'hot' | 'cold' | undefined;
	}
	/**
	 * Draws a bed seen from above, 100 wide and 200 long times its size; the middle of its head end is at the place.
	 * @example
	 * bed({ x: 120, y: 60, size: 0.8 }, { number: 4, lamp: 'alarm', chart: { shows: '7' } });
	 */
	export function bed(place: Place, plan?: BedPlan): void;
	/** Where somebody is on a round, and at which bed, counted from 0. */
	export interface Whereabouts extends Place {
		faces: 'left' | 'right';
		walks: boolean;
		runs: boolean;
		bed: number | null;
	}
	/**
	 * Draws a nurse who stands, walks, runs, or bends to a bed.
	 * @example
	 * nurse({ x: 200, y: 240, size: 1.2 }, { walks: true });
	 */
	export function nurse(
		place: Place,
		plan?: { faces?: 'left' | 'right'; walks?: boolean; runs?: boolean; bed?: number | null }
	): void;
	/** A round: when each bed is reached, when it ends, and where the nurse is at a time, in seconds. */
	export interface Round {
		reached: Map<number, number>;
		ends: number;
		at(time: number): Whereabouts;
	}
	/**
	 * Plans a nurse’s way from the desk to some beds and back. `speed` counts widths of the picture a second.
	 * @example
	 * const walk = nurseRound([{ bed: 3, runs: true }], { begins: 1 });
	 */
	export function nurseRound(
		visits: readonly { bed: number; runs?: boolean }[],
		plan?: { speed?: number; stays?: number; begins?: number; foot?: number }
	): Round;
	/** At most ten beds, and what the clock shows, in minutes since midnight. `foot` is the height that is kept free below. */
	export interface WardScene {
		beds?: readonly BedPlan[];
		nurse?: Whereabouts;
		minutes?: number;
		isMorning?: boolean;
		foot?: number;
	}
	/**
	 * A hospital ward: windows, beds, a desk, and a nurse.
	 * @example
	 * ward({ beds: [{ number: 1 }, { number: 2, lamp: 'call' }] });
	 */
	export function ward(scene?: WardScene): void;
	/** Where the beds, the aisle and the desk of a ward are. */
	export interface WardPlan {
		width: number;
		height: number;
		wall: number;
		column: number;
		beds: Place[];
		beside: Place[];
		aisle: number;
		desk: Place;
	}
	/**
	 * Where things stand in the ward. `foot` is the height that is kept free below.
	 * @example
	 * const { beds } = wardPlan();
	 */
	export function wardPlan(foot?: number): WardPlan;
	/**
	 * What is said at (x, y), above it and inside the picture; `aside` is a quieter line.
	 * @example
	 * remark(120, 80, 'I’m coming.', { tone: 'right' });
	 */
	export function remark(x: number, y: number, words: string, plan?: { tone?: Tone; aside?: string | undefined }): void;
	/**
	 * A strip at the foot of the picture, with what things have come to.
	 * @example
	 * footStrip('Night 1', [{ words: 'Missed: 2', isLoud: true }]);
	 */
	export function footStrip(heading: string, counts?: readonly { words: string; isLoud?: boolean }[]): void;
	/**
	 * The height of the strip, with or without counts.
	 * @example
	 * const foot = footHeight(true);
	 */
	export function footHeight(hasCounts: boolean): number;

	// Scenes without code
	/** A figure of the decision. */
	export interface SceneFigure {
		id: string;
		value: number;
		unit: string;
		of?: number;
	}
	/** When a scene shows what an option comes to. */
	export interface SceneDecision {
		situation: string;
		option: string;
		measure(option: string, values?: Record<string, number>): readonly SceneFigure[];
	}
	/** What a scene of the kind `line` consists of. `starts` is the minute of the day, `every` is in minutes. */
	export interface LineFields {
		title: string;
		list: readonly number[];
		starts: number;
		every: number;
		unit: string;
		right: { from: number; to: number };
		point: { function: string; below: string; right: string; above: string };
		total?: { function: string; label: string };
		beside?: 'fridge';
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of a list of values: what a function says of each, and what another one counts.
	 * @example
	 * export const { init, step, draw, describe } = lineScene(program, fields);
	 */
	export const lineScene: (program: object, fields: LineFields) => ReturnType<typeof scene<unknown>>;
	/** What a scene of the kind `table` consists of: rows, a function, and ids of labels. */
	export interface TableFields {
		rows: readonly {
			given: readonly (number | string | boolean)[];
			right: number | string | boolean;
			record?: Readonly<Record<string, number | string | boolean>>;
		}[];
		function: string;
		given: readonly string[];
		returns: string;
		/** Which of `given` and `returns` are minutes of the day, and are written as times. */
		times?: readonly string[];
		same?: { title: string; function: string; label: string };
		shares?: { function: string; columns: readonly string[]; to: Readonly<Record<string, readonly string[]>> };
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of rows of given values, for which a function of the program is asked.
	 * @example
	 * export const { init, step, draw, describe } = tableScene(program, fields);
	 */
	export const tableScene: (program: object, fields: TableFields) => ReturnType<typeof scene<unknown>>;
	/** What a scene of the kind `queue` consists of: who comes with which values, a function, and ids of labels. */
	export interface QueueFields {
		title: string;
		rows: readonly {
			who: string;
			given: readonly (number | string | boolean)[];
			right: number | string | boolean;
		}[];
		function: string;
		given: readonly string[];
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of people who come one after another, each with values for which a function is asked.
	 * @example
	 * export const { init, step, draw, describe } = queueScene(program, fields);
	 */
	export const queueScene: (program: object, fields: QueueFields) => ReturnType<typeof scene<unknown>>;
	/** What a round depends on. */
	export interface RoundPlan {
		stops: readonly { name: string; x: number; y: number; minutes: number; until?: number }[];
		starts: number;
		pace: number;
		function: string;
		gives: 'order' | 'next';
		most?: number;
	}
	/** What a scene of the kind `round` consists of. `x` and `y` are kilometres, `starts` and `until` minutes of the day, `pace` minutes for a kilometre. */
	export interface RoundFields extends RoundPlan {
		title: string;
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of stops on a map, whose order a function gives.
	 * @example
	 * export const { init, step, draw, describe } = roundScene(program, fields);
	 */
	export const roundScene: (program: object, fields: RoundFields) => ReturnType<typeof scene<unknown>>;
	/**
	 * Measures the round that the program chooses: for the figures of a decision.
	 * @example
	 * const { kilometres, missed } = roundFigures(program, plan);
	 */
	export function roundFigures(
		program: object,
		plan: RoundPlan
	): { kilometres: number; minutes: number; last: number; missed: number; late: number };
	/** What a scene of the kind `week` consists of. `day` is from 1 (Monday) to 7; hours are minutes of the day. */
	export interface WeekFields {
		title: string;
		entries: readonly {
			who: string;
			day?: number;
			from: number;
			to: number;
			given: readonly (number | string | boolean)[];
			right: number | string | boolean;
		}[];
		opens: number;
		closes: number;
		function: string;
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of the bookings of a week: a function says whether each fits, or where.
	 * @example
	 * export const { init, step, draw, describe } = weekScene(program, fields);
	 */
	export const weekScene: (program: object, fields: WeekFields) => ReturnType<typeof scene<unknown>>;
	/** What a scene of the kind `receipt` consists of: lines, and the functions that return their prices and their sum. */
	export interface ReceiptFields {
		title: string;
		rows: readonly {
			words: string;
			given: readonly (number | string | boolean)[];
			right: number;
			sum?: number;
			record?: Readonly<Record<string, number | string | boolean>>;
		}[];
		unit: 'cents' | 'euros';
		function?: string;
		total?: { function: string; label: string };
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of a bill, of which functions return the prices.
	 * @example
	 * export const { init, step, draw, describe } = receiptScene(program, fields);
	 */
	export const receiptScene: (program: object, fields: ReceiptFields) => ReturnType<typeof scene<unknown>>;
	/** What a scene of the kind `grid` consists of. Rows and columns count from 1. */
	export interface GridFields {
		title: string;
		ground: 'garden' | 'parking' | 'ward';
		cells: readonly {
			row: number;
			column: number;
			given: readonly (number | string | boolean)[];
			right: number | string | boolean;
		}[];
		function: string;
		given: readonly string[];
		values: readonly (number | string | boolean)[];
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Makes a scene of the cells of a plan: a function says what each one is.
	 * @example
	 * export const { init, step, draw, describe } = gridScene(program, fields);
	 */
	export const gridScene: (program: object, fields: GridFields) => ReturnType<typeof scene<unknown>>;
	/** A figure: the values that are given, the people who can be recognised, or an amount by the number of columns. */
	export interface SharesFigure {
		id: string;
		unit?: string;
		counts?: 'given' | 'known';
		each?: Readonly<Record<string, readonly number[]>>;
		once?: Readonly<Record<string, readonly number[]>>;
		only?: Readonly<Record<string, string>>;
	}
	/**
	 * Makes the figures of a decision: who gets how many columns.
	 * @example
	 * const measure = sharesMeasure(program, plan);
	 */
	export function sharesMeasure(
		program: object,
		plan: Pick<TableFields, 'rows' | 'same'> & {
			shares: NonNullable<TableFields['shares']>;
			names: readonly string[];
			figures: readonly SharesFigure[];
		}
	): (values: Record<string, number>) => SceneFigure[];
}
