/** Déclarations de `braise/scene`, dont l’éditeur montre les commentaires au survol, en français. */
declare module 'braise/scene' {
	// Le cadre d’une scène
	/** Ce que la scène reçoit : l’étape, l’option, les libellés, le thème. */
	export interface SceneInput {
		labels: Record<string, string>;
		language: string;
		theme: 'light' | 'dark';
		situation: string;
		option?: string;
		values?: Record<string, number>;
		reducedMotion: boolean;
	}
	/** La lumière de l’image. */
	export type Hour = 'day' | 'dusk' | 'night';
	/** Ce que fait une scène. */
	export interface ScenePlan<Story> {
		/** Prépare tout ce qui sera joué, une fois pour chaque situation, option et jeu de valeurs. */
		prepare(input: SceneInput): Story;
		/** Dessine l’histoire, tant de secondes après son début. */
		play(story: Story, moment: { time: number; still: boolean; input: SceneInput }): void;
		/** Une phrase pour la situation, puis seulement ce qui est faux. `before` est l’histoire d’avant le dernier changement. */
		describe(story: Story, context: { input: SceneInput; before: Story | undefined }): string[];
		/** Par défaut, le jour en thème clair et le soir en thème sombre. */
		hour?(story: Story, input: SceneInput): Hour;
	}
	/** Où en est une scène. */
	export interface SceneState<Story> {
		about: string;
		steps: number;
		story: Story;
		before?: Story;
	}
	/**
	 * Fabrique les fonctions qu’une scène exporte.
	 * @example
	 * export const { init, step, draw, describe } = scene({ prepare, play, describe });
	 */
	export function scene<Story>(plan: ScenePlan<Story>): {
		init(seed: number, input: SceneInput): SceneState<Story>;
		step(state: SceneState<Story>, input: SceneInput): SceneState<Story>;
		draw(state: SceneState<Story>, input: SceneInput): void;
		describe(state: SceneState<Story>, input: SceneInput): string[];
	};
	/**
	 * Ce qu’une fonction a renvoyé, qui peut être n’importe quoi : `number` vaut null si ce n’est pas un nombre fini.
	 */
	export interface Answer {
		shown: string;
		number: number | null;
		odd: boolean;
		value?: unknown;
	}
	/**
	 * Appelle une fonction du programme par son nom. Ne lève jamais d’erreur ; la même question n’est pas posée deux fois.
	 * @example
	 * const answer = ask(program, 'price', 30);
	 */
	export function ask(program: object, name: string, ...args: unknown[]): Answer;
	/**
	 * La liste que renvoie une fonction, ou une liste vide. Le programme reçoit des copies.
	 * @example
	 * askList(program, 'place', 5, spots).length;
	 */
	export function askList(program: object, name: string, ...args: unknown[]): unknown[];
	/** Une question au programme, et sa réponse. */
	export interface ProgramCall {
		name: string;
		args: readonly unknown[];
		answer: Answer;
	}
	/**
	 * Les appels faits aux fonctions d’un programme, dans l’ordre ; un appel répété n’y est qu’une fois.
	 * @example
	 * callsOf(program).length;
	 */
	export function callsOf(program: object): ProgramCall[];
	/** `odd` : la réponse n’est pas du même type que ce qui est juste. */
	export type Verdict = 'right' | 'wrong' | 'odd';
	/**
	 * Compare une réponse à ce qui est juste.
	 * @example
	 * verdict(ask(program, 'price', 30), 50);
	 */
	export function verdict(answer: Answer, right: number | string | boolean): Verdict;
	/** Un moment d’une histoire. */
	export interface Moment {
		/** Nombre d’histoires terminées. */
		run: number;
		/** Le numéro de l’histoire jouée. */
		index: number;
		/** Secondes depuis le début de cette histoire. */
		now: number;
		/** Où on en est entre deux moments, de 0 à 1, en douceur. */
		part(from: number, to: number): number;
	}
	/**
	 * Divise le temps en histoires qui se suivent. `each`, `begins` et `still` sont en secondes ; une image fixe montre le
	 * moment `still`.
	 * @example
	 * const { index, part } = timeline({ each: 7 }).at(time, 3);
	 */
	export function timeline(plan: { each: number; begins?: number; still?: number }): {
		at(time: number, stories: number, isStill?: boolean): Moment;
	};
	/**
	 * Où en est `time` entre deux moments, de 0 à 1, en douceur.
	 * @example
	 * const arrived = between(time, 1, 2);
	 */
	export function between(time: number, from: number, to: number): number;

	// La scène
	/** Taille de la scène ; `far` et `front` sont les échelles de ce qui est loin et de ce qui est devant. */
	export interface Stage {
		width: number;
		height: number;
		narrow: boolean;
		far: number;
		front: number;
	}
	/** Où se tient quelque chose : le point entre ses pieds, et son échelle. */
	export interface Place {
		x: number;
		y: number;
		size: number;
	}
	/** Un rectangle où dessiner. */
	export interface Area {
		x: number;
		y: number;
		width: number;
		height: number;
	}
	/**
	 * La scène telle qu’elle est.
	 * @example
	 * const { narrow } = stage();
	 */
	export function stage(): Stage;
	/**
	 * Une place devant. `steps` compte des personnes depuis ce côté.
	 * @example
	 * person(place('left', 1));
	 */
	export function place(side: 'left' | 'middle' | 'right', steps?: number): Place;
	/**
	 * Règle la lumière de tout ce qui est dessiné ensuite. Une scène n’en a pas besoin.
	 * @example
	 * light('night');
	 */
	export function light(hour: Hour): void;

	// Lieux
	/** Ce qu’il y a derrière une porte de la rue. */
	export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';
	/**
	 * La rue d’un bourg. `shops` de gauche à droite ; `sign` est écrit au-dessus d’une pharmacie.
	 * @example
	 * street({ shops: ['door', 'bakery'] });
	 */
	export function street(plan?: { shops?: ShopKind[]; sign?: string }): void;
	/**
	 * Une place sur le trottoir, devant les voitures garées.
	 * @example
	 * person(pavement(200));
	 */
	export function pavement(x: number): Place;
	/** Le panneau rond d’un lieu sur une carte. */
	export type Landmark = 'pharmacy' | 'worship' | 'townhall' | 'market' | 'station' | 'home';
	/** Un lieu d’une ville par son nom, avec `x` et `y` de 0 à 1 sur la carte ; `sign` peut être un panneau. */
	export interface TownPlace {
		name: string;
		x: number;
		y: number;
		sign?: string | undefined;
	}
	/** Une rue d’un lieu à un autre. `right` donne un trait plein ; `wrong` et `doubt`, des pointillés et une croix. `lit`, de 0 à 1, allume ses lampes, et `events` compte des petits traits le long de la rue. */
	export interface TownRoad {
		from: string;
		to: string;
		tone?: Tone | 'doubt' | undefined;
		lit?: number;
		events?: number;
	}
	/** Les lieux d’une carte, par leur nom ou en liste, et des rues : `market-station`, ou une liste d’extrémités. Un nom de panneau apporte ce panneau. Une caméra pour chaque lieu de `cameras`. */
	export interface TownPlan {
		places: Record<string, readonly [x: number, y: number, sign?: Landmark]> | readonly TownPlace[];
		roads: readonly (string | TownRoad)[];
		hasNames?: boolean;
		cameras?: readonly string[];
	}
	/** Une carte dessinée : `along` est le point d’une rue, de 0 à son début à 1 à sa fin. */
	export interface TownMap {
		along(road: { from: string; to: string }, part: number): Place;
	}
	/** Quelque chose qui s’est passé ; `marked` si cela appartient au chemin dessiné. */
	export interface Dot {
		place?: string | undefined;
		marked?: boolean;
	}
	/**
	 * Une carte avec un point pour chaque chose qui s’est passée.
	 * @example
	 * townMap({ x: 10, y: 10, width: 300, height: 200 }, town, dots);
	 */
	export function townMap(area: Area, plan: TownPlan, dots?: readonly Dot[]): TownMap;

	// Cartes et tournées
	/** Un point d’un pays, en kilomètres : `x` vers l’est, `y` vers le nord. */
	export interface Point {
		x: number;
		y: number;
	}
	/** Ce qui signale un village. */
	export type VillageSign = 'church' | 'lighthouse' | 'windmill' | 'ponds';
	/** Un village. `sign` donne son signe et la place de ce signe, en pixels ; une cuisine est dessinée en long, avec sa cheminée. */
	export interface Village extends Point {
		name: string;
		sign?: readonly [kind: VillageSign, x: number, y: number] | undefined;
		isKitchen?: boolean;
	}
	/** Un pays, en kilomètres. `coast` (du sud au nord, la mer à l’ouest) et `river` (depuis la source) donnent x et y de chaque point. Une colline a son milieu, deux demi-tailles et un nombre de feuilles ; un bois, son milieu et un nombre d’arbres. */
	export interface CountryPlan {
		extent: { left: number; right: number; bottom: number; top: number };
		villages: readonly Village[];
		coast?: readonly number[];
		river?: readonly number[];
		bridges?: readonly (readonly [x: number, y: number])[];
		hills?: readonly (readonly [x: number, y: number, wide: number, high: number, sheets: number])[];
		woods?: readonly (readonly [x: number, y: number, trees: number])[];
	}
	/** Une carte : combien de pixels fait un kilomètre, et où se trouve un point. */
	export interface CountryMap {
		scale: number;
		place(point: Point): Place;
	}
	/**
	 * Dessine la carte d’un pays, sous une bande de cette hauteur.
	 * @example
	 * const map = country(land, dashboardHeight());
	 */
	export function country(plan: CountryPlan, strip?: number): CountryMap;
	/**
	 * Jusqu’où la mer s’avance vers l’est, à cette hauteur.
	 * @example
	 * if (x < coastAt(land, y)) van(at, { afloat: true });
	 */
	export function coastAt(plan: CountryPlan, y: number): number;
	/**
	 * Écrit les noms des villages ; un nom qui en couvrirait un autre manque.
	 * @example
	 * villageNames(land, map);
	 */
	export function villageNames(plan: CountryPlan, map: CountryMap): void;
	/**
	 * Écrit sous une place d’une carte, tant de lignes sous le nom.
	 * @example
	 * mapWords(map.place(home), '12:30', { line: 1 });
	 */
	export function mapWords(place: Place, words: string, plan?: { line?: number; tone?: 'right' | 'wrong' }): void;
	/**
	 * Dessine une petite maison isolée.
	 * @example
	 * cottage(map.place(home));
	 */
	export function cottage(place: Place): void;
	/**
	 * La nuit tombe : de 0, le plein jour, à 1, sous une bande de cette hauteur.
	 * @example
	 * nightfall(0.5);
	 */
	export function nightfall(part: number, strip?: number): void;
	/** Une ligne : en laine (ce qui est fait), au crayon (ce qui reste) ou en points (ce qui était). `driver` choisit la couleur. */
	export interface RoutePlan {
		line?: 'wool' | 'pencil' | 'dots';
		driver?: number;
	}
	/**
	 * Dessine une ligne d’une place à la suivante.
	 * @example
	 * route(path.map(map.place));
	 */
	export function route(path: readonly Place[], plan?: RoutePlan): void;
	/**
	 * Dessine une règle, avec un trait tous les `step` pixels.
	 * @example
	 * ruler(map.place(a), map.place(b), map.scale);
	 */
	export function ruler(from: Point, to: Point, step: number): void;
	/**
	 * Dessine une petite croix rouge.
	 * @example
	 * for (const point of crossings(path)) cross(map.place(point));
	 */
	export function cross(place: Place): void;
	/**
	 * Où un chemin se croise lui-même, avec le numéro de la seconde partie.
	 * @example
	 * crossings(path).length;
	 */
	export function crossings(path: readonly Point[]): (Point & { part: number })[];
	/** Un point d’un chemin, avec les minutes où l’on arrive et repart. */
	export interface JourneyStop extends Point {
		arrives: number;
		leaves: number;
	}
	/**
	 * Où l’on est sur un chemin à une minute, et ce qui est déjà parcouru.
	 * @example
	 * const { point, driven } = whereabouts(path, 30);
	 */
	export function whereabouts(
		path: readonly JourneyStop[],
		minute: number
	): { part: number; point: Point; drives: boolean; looks: 'left' | 'right'; driven: Point[] };

	// Personnes
	/** Comment quelqu’un se sent. */
	export type Mood = 'waiting' | 'paying' | 'content' | 'indignant' | 'amazed' | 'puzzled';
	/** Peau, cheveux et vêtements, en couleurs. */
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
	/**
	 * Une personne. `comes` (elle arrive) et `goes` (elle repart) vont de 0 à 1 ; `shakes` aussi, pour qui est hors de soi.
	 */
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
	 * Dessine une personne debout à une place.
	 * @example
	 * person(place('right'), { look: look('Awa'), mood: 'content' });
	 */
	export function person(place: Place, plan?: PersonPlan): void;
	/**
	 * Le même nom donne toujours la même apparence.
	 * @example
	 * person(place('left'), { look: look('Malik') });
	 */
	export function look(id: string): number;

	// Choses
	/**
	 * Une machine à pièces. Sans `shows`, elle compte encore ; une réponse `odd` est montrée telle quelle, avec `note`
	 * dessous.
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
	 * Dessine une machine à une place.
	 * @example
	 * machine(place('right'), { title: 'Tickets', given: '2', shows: '3 €' });
	 */
	export function machine(place: Place, plan: MachinePlan): void;
	/**
	 * Les pièces qui entrent dans une machine, tant de secondes après la première ; un prix négatif en fait ressortir.
	 * @example
	 * coins(place('right'), 150, time);
	 */
	export function coins(place: Place, cents: number, seconds: number): void;
	/** Une voiture qui se gare : un modèle sur six, un nom, et ce qui pousse dessus, de 0 à 1. */
	export interface ParkedCar {
		model?: number | undefined;
		name?: string | undefined;
		overgrowth?: number;
	}
	/**
	 * Les places de la rue : une voiture arrive à chaque histoire.
	 * @example
	 * parking([{ model: 3 }], timeline({ each: 7 }).at(time, 1));
	 */
	export function parking(cars: readonly ParkedCar[], moment: Moment): void;
	/**
	 * Des voitures qui restent. Renvoie la hauteur de leurs toits.
	 * @example
	 * const roofs = parkedCars([{ model: 1, x: 120 }]);
	 */
	export function parkedCars(cars: readonly { model: number; x: number }[]): number;
	/**
	 * Ce qui a poussé sur une chose après tant de minutes, de 0 à 1 après une semaine.
	 * @example
	 * overgrowth(5000);
	 */
	export function overgrowth(minutes?: number): number;
	/**
	 * Dessine une camionnette, les roues à une place. `afloat` : dans l’eau.
	 * @example
	 * van(map.place(home), { drives: true });
	 */
	export function van(
		place: Place,
		plan?: { driver?: number; drives?: boolean; looks?: 'left' | 'right'; afloat?: boolean }
	): void;
	/** Un repas : attendu, chaud, froid ou oublié. */
	export type Meal = 'awaited' | 'hot' | 'cold' | 'forgotten';
	/**
	 * Dessine un repas au-dessus d’une maison. `grown` va de 0 à 1 ; un cœur marque qui ne voit personne d’autre.
	 * @example
	 * meal(map.place(home), 'hot');
	 */
	export function meal(place: Place, kind: Meal, plan?: { grown?: number; heart?: boolean }): void;

	// Dire
	/** Vert, rouge, ou ni l’un ni l’autre. */
	export type Tone = 'right' | 'wrong' | 'odd';
	/**
	 * Ce que dit la personne à une place. `grown` va de 0 à 1.
	 * @example
	 * says(place('right'), 'Trop cher !', { tone: 'wrong' });
	 */
	export function says(
		place: Place,
		words: string,
		plan?: { tone?: Tone; aside?: string | undefined; grown?: number; top?: number; left?: number }
	): void;
	/** Une carte sur le fil ; `short` s’écrit où `note` n’a pas la place. */
	export interface Card {
		title: string;
		value: string;
		note: string;
		short?: string | undefined;
		right: boolean;
		isGrade?: boolean;
	}
	/**
	 * Des cartes sur un fil, en haut ; celle du numéro `current` est marquée.
	 * @example
	 * tickets([{ title: '30 min', value: '50 c', note: 'ok', right: true }], 0);
	 */
	export function tickets(cards: readonly Card[], current: number): void;
	/**
	 * Un nom, sa pointe en (x, y).
	 * @example
	 * nameTag('Léonie', 100, 80);
	 */
	export function nameTag(words: string, x: number, y: number, size?: number): void;
	/**
	 * Un papier à propos de quelque chose, sa pointe en (x, y).
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
	 * Une plaque d’immatriculation, depuis son coin supérieur gauche.
	 * @example
	 * numberPlate('WO-450-OM', 20, 20, 16);
	 */
	export function numberPlate(words: string, x: number, y: number, size: number): void;
	/**
	 * Une feuille affichée. Renvoie ce qui en reste libre, sous son titre.
	 * @example
	 * const free = notice({ x: 10, y: 10, width: 300, height: 200 }, { heading: 'Ce soir', size: 16 });
	 */
	export function notice(
		area: Area,
		plan: { heading: string; count?: string; tone?: 'good' | 'alarming'; size: number }
	): Area;
	/** D’une note. */
	export type NoteTone = 'quiet' | 'plain' | 'good' | 'bad';
	/** Des mots, ou une plaque d’immatriculation. */
	export type Note = { words: string; tone?: NoteTone; isBold?: boolean; sign?: Landmark } | { plate: string };
	/**
	 * Des notes les unes sous les autres, autant qu’il y a de place.
	 * @example
	 * notes(free, [{ words: 'ok', tone: 'good' }], 16);
	 */
	export function notes(area: Area, list: readonly Note[], size: number): void;
	/** Une feuille affichée, et la personne qui se tient à côté. `count` suit le titre, et le remplace quand la scène est étroite ; `words` est dit avec l’humeur qui convient, ou écrit au bas de la feuille. `grown` va de 0 à 1. */
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
	 * Une feuille affichée, que quelqu’un commente. Renvoie la place libre sur la feuille.
	 * @example
	 * const free = exhibit({ heading: 'Ce soir', words: 'Rien n’est gardé.' });
	 */
	export function exhibit(plan: ExhibitPlan): Area;
	/**
	 * Ce que dit quelqu’un sur une carte, avec son nom. `grown` va de 0 à 1.
	 * @example
	 * bubble(map.place(home), 'Odette', 'Bien chaud !', { tone: 'right' });
	 */
	export function bubble(
		place: Place,
		who: string,
		words: string,
		plan?: { tone?: Tone | undefined; grown?: number; top?: number }
	): void;
	/** Un chiffre d’une bande. */
	export interface DashboardItem {
		title: string;
		value: string;
		tone?: 'right' | 'wrong' | 'cold' | undefined;
	}
	/**
	 * Une bande de papier en haut : une horloge, en minutes depuis minuit, et des chiffres.
	 * @example
	 * dashboard([{ title: 'km', value: '12' }], { minutes: 11 * 60 });
	 */
	export function dashboard(
		items: readonly DashboardItem[],
		plan?: { minutes?: number | undefined; late?: boolean }
	): void;
	/**
	 * La hauteur de cette bande.
	 * @example
	 * const map = country(land, dashboardHeight());
	 */
	export function dashboardHeight(): number;
	/**
	 * Une marque ronde : juste ou faux.
	 * @example
	 * mark(true, 100, 80);
	 */
	export function mark(isRight: boolean, x: number, y: number, size?: number): void;
	/**
	 * Un nombre, arrondi à tant de décimales, dans la langue de la scène ou dans une autre.
	 * @example
	 * text(numberText(12.34), 20, 20);
	 */
	export function numberText(value: number, language?: string, decimals?: number): string;
	/**
	 * Une heure, en minutes depuis minuit : « 3 h 15 » ou « 3:15 ».
	 * @example
	 * text(timeText(11 * 60), 20, 20);
	 */
	export function timeText(minute: number, language?: string): string;

	// Les salles et ce qui s’y trouve
	/**
	 * Une salle : une cuisine a du carrelage, un magasin des boiseries, un bureau de la peinture. `window` est le milieu de
	 * sa fenêtre, de 0 à 1.
	 * @example
	 * room('kitchen', { window: 0.7 });
	 */
	export function room(kind: 'kitchen' | 'shop' | 'office', plan?: { window?: number }): void;
	/** Une petite chose. */
	export type Item = 'bread' | 'box' | 'bottle' | 'jar' | 'letter' | 'medicine' | 'tray';
	/**
	 * Dessine une chose, son pied en (x, y).
	 * @example
	 * item('bread', 100, 200);
	 */
	export function item(kind: Item, x: number, y: number, size?: number): void;
	/**
	 * Dessine une pie, debout à un endroit. `comes` et `goes` vont de 0 à 1 ; entre les deux, elle vole.
	 * @example
	 * bird({ x: 100, y: 200, size: 1 }, { carries: 'bread' });
	 */
	export function bird(place: Place, plan?: { comes?: number; goes?: number; carries?: Item | undefined }): void;
	/**
	 * Une étagère avec `count` choses sur `most` ; ce qui manque est un contour.
	 * @example
	 * shelf({ x: 20, y: 40, width: 240, height: 160 }, { item: 'bread', count: 12, most: 20 });
	 */
	export function shelf(area: Area, plan: { item: Item; count: number; most: number; label?: string }): void;
	/**
	 * Une horloge ronde. `minutes` compte depuis minuit.
	 * @example
	 * clock(200, 60, 70, 8 * 60 + 30);
	 */
	export function clock(x: number, y: number, size: number, minutes: number): void;
	/**
	 * Une plaque émaillée. Renvoie ce qu’elle couvre.
	 * @example
	 * sign('Boulangerie', 20, 20);
	 */
	export function sign(words: string, x: number, y: number, size?: number): Area;
	/**
	 * Des personnes les unes derrière les autres, la première à `place`. Renvoie la place de chacune.
	 * @example
	 * queue(place('right', 1), [{ name: 'Awa' }, { name: 'Malik' }]);
	 */
	export function queue(place: Place, people: readonly { name: string; mood?: Mood }[], step?: number): Place[];

	// Un atelier qui emballe
	/**
	 * Un atelier avec une fenêtre, et un four s’il y a la place. Renvoie la place d’un tableau, et celle qui est derrière le
	 * tapis.
	 * @example
	 * const { board, worker } = workshop();
	 */
	export function workshop(): { board: Area; worker: Place };
	/** Ce qu’il y a sur une pizza. */
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
	/** Une pizza, en partant de la pâte. */
	export interface PizzaPlan {
		toppings: readonly Topping[];
		wholemeal?: boolean | undefined;
	}
	/**
	 * Une pizza autour de (x, y), plus plate si `tilt` est inférieur à 1.
	 * @example
	 * pizza(100, 100, 120, { toppings: ['sauce', 'cheese', 'olive'] });
	 */
	export function pizza(x: number, y: number, wide: number, plan: PizzaPlan, tilt?: number): void;
	/**
	 * Une boîte sur la chaîne : `prints` est ce qu’on imprime dessus, `title` dit ce que c’est, `pile` est posé sur le
	 * couvercle.
	 */
	export interface PackedBox {
		pizza: PizzaPlan;
		title: string;
		prints: string;
		verdict: Verdict;
		pile?: { cheeses: number; hasMouse: boolean } | undefined;
	}
	/**
	 * La chaîne de l’atelier : à chaque histoire, de 6,2 secondes, une boîte arrive, on l’imprime et elle repart. Celles
	 * qui sont fausses tombent dans le bac.
	 * @example
	 * packingLine(boxes, timeline({ each: 6.2 }).at(time, boxes.length));
	 */
	export function packingLine(boxes: readonly PackedBox[], moment: Moment): void;
	/** Une boîte du rayon ; une lettre `grade` différente de `before` se retourne. */
	export interface ShelvedBox {
		pizza: PizzaPlan;
		name: string;
		grade?: string | undefined;
		before?: string | undefined;
	}
	/**
	 * Le rayon frais d’un magasin, sur toute la scène.
	 * @example
	 * cabinet('Aujourd’hui', [{ pizza: { toppings: ['cream', 'goat'] }, name: 'Chèvre', grade: 'D' }]);
	 */
	export function cabinet(title: string, boxes: readonly ShelvedBox[]): void;
	/**
	 * Une lettre de A à E dans sa couleur, autour de (x, y) ; autre chose est dans un rond.
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
	/** Ce qui est écrit à la craie : `squares` et `grades` sont sous les lignes. */
	export interface SlatePlan {
		title: string;
		rows: readonly { words: string; value?: string | undefined; isStruck?: boolean }[];
		squares?: readonly { words: string; isFilled: boolean }[] | undefined;
		grades?: { notes: readonly string[]; current: string } | undefined;
		total: { words: string; value: string };
	}
	/**
	 * Une ardoise au mur.
	 * @example
	 * slate(board, { title: 'Pizza', rows: [{ words: 'sel', value: '4' }], total: { words: 'somme', value: 'C' } });
	 */
	export function slate(area: Area, plan: SlatePlan): void;

	// Nombres
	/** Des lignes et des colonnes, sur du papier ou à la craie sur une ardoise. Les marques sont par ligne ; `null` est caviardé, et `struck` barre des lignes. */
	export interface TablePlan {
		columns: readonly string[];
		rows: readonly (readonly (string | number | null)[])[];
		marks?: Readonly<Record<number, 'right' | 'wrong'>>;
		struck?: readonly number[];
		current?: number;
		slate?: boolean;
	}
	/**
	 * Dessine autant de lignes qu’il y a de place.
	 * @example
	 * table({ x: 10, y: 10, width: 300, height: 200 }, { columns: ['min', 'cents'], rows: [[30, 50]], marks: { 0: 'right' } });
	 */
	export function table(area: Area, plan: TablePlan): void;
	/** Des nombres, avec une limite à ne pas dépasser. Ce qui n’est pas un nombre fini laisse un trou. */
	export interface ChartPlan {
		values: readonly number[];
		labels?: readonly string[];
		limit?: { value: number; label: string };
		unit?: string;
		current?: number;
	}
	/**
	 * Une barre pour chaque valeur ; au-dessus de la limite, elles sont hachurées.
	 * @example
	 * bars({ x: 10, y: 10, width: 300, height: 200 }, { values: [3, 8, 5], unit: '°C' });
	 */
	export function bars(area: Area, plan: ChartPlan): void;
	/**
	 * Une courbe qui passe par les valeurs.
	 * @example
	 * chart({ x: 10, y: 10, width: 300, height: 200 }, { values: [3, 8, 5], limit: { value: 6, label: '6' } });
	 */
	export function chart(area: Area, plan: ChartPlan): void;
	/** Une page de calendrier : `days` jours, le premier au jour de semaine `begins`, à partir de 0. */
	export interface CalendarPlan {
		title: string;
		weekdays: readonly string[];
		days: number;
		begins?: number;
		current?: number;
		marks?: Readonly<Record<number, 'right' | 'wrong' | 'busy'>>;
	}
	/**
	 * Dessine une page accrochée au mur.
	 * @example
	 * calendar({ x: 10, y: 10, width: 260, height: 200 }, { title: 'Mai', weekdays: ['L', 'M', 'M', 'J', 'V', 'S', 'D'], days: 31 });
	 */
	export function calendar(area: Area, plan: CalendarPlan): void;
	/** Ce qu’une caisse imprime. `wrong` dit ce que la somme a de faux ; `printed` va de 0 à 1. */
	export interface ReceiptPlan {
		title: string;
		rows: readonly { words: string; amount: string; wrong?: string | undefined }[];
		total?: { words: string; amount: string };
		wrong?: string;
		printed?: number;
	}
	/**
	 * Dessine un ticket de caisse accroché en (x, y), son milieu. Renvoie sa hauteur.
	 * @example
	 * receipt(200, 20, 160, { title: 'Caisse 2', rows: [{ words: 'Pain', amount: '1,20' }] });
	 */
	export function receipt(x: number, y: number, wide: number, plan: ReceiptPlan): number;

	// Une salle d’hôpital
	/** Ce que demande la lampe d’un lit ; chacune a sa forme. */
	export type BedLamp = 'calm' | 'watch' | 'call' | 'alarm' | 'measure' | 'odd';
	/** Un lit, et une personne parmi dix. `waits` va de 0 à 1 : le lit devient gris. `pulse` vaut null quand la pince est tombée. */
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
	 * Dessine un lit vu d’en haut, large de 100 et long de 200, fois sa taille ; le milieu de sa tête est à la place donnée.
	 * @example
	 * bed({ x: 120, y: 60, size: 0.8 }, { number: 4, lamp: 'alarm', chart: { shows: '7' } });
	 */
	export function bed(place: Place, plan?: BedPlan): void;
	/** Où est quelqu’un pendant sa ronde, et à quel lit, compté à partir de 0. */
	export interface Whereabouts extends Place {
		faces: 'left' | 'right';
		walks: boolean;
		runs: boolean;
		bed: number | null;
	}
	/**
	 * Dessine une infirmière debout, qui marche, qui court ou qui se penche vers un lit.
	 * @example
	 * nurse({ x: 200, y: 240, size: 1.2 }, { walks: true });
	 */
	export function nurse(
		place: Place,
		plan?: { faces?: 'left' | 'right'; walks?: boolean; runs?: boolean; bed?: number | null }
	): void;
	/** Une ronde : quand chaque lit est atteint, quand elle finit, et où est l’infirmière à un moment, en secondes. */
	export interface Round {
		reached: Map<number, number>;
		ends: number;
		at(time: number): Whereabouts;
	}
	/**
	 * Prévoit le chemin d’une infirmière, du bureau à quelques lits et retour. `speed` compte des largeurs d’image par seconde.
	 * @example
	 * const walk = nurseRound([{ bed: 3, runs: true }], { begins: 1 });
	 */
	export function nurseRound(
		visits: readonly { bed: number; runs?: boolean }[],
		plan?: { speed?: number; stays?: number; begins?: number; foot?: number }
	): Round;
	/** Dix lits au plus, et l’heure de l’horloge, en minutes depuis minuit. `foot` est la hauteur laissée libre en bas. */
	export interface WardScene {
		beds?: readonly BedPlan[];
		nurse?: Whereabouts;
		minutes?: number;
		isMorning?: boolean;
		foot?: number;
	}
	/**
	 * Une salle d’hôpital : des fenêtres, des lits, un bureau et une infirmière.
	 * @example
	 * ward({ beds: [{ number: 1 }, { number: 2, lamp: 'call' }] });
	 */
	export function ward(scene?: WardScene): void;
	/** Où sont les lits, l’allée et le bureau d’une salle. */
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
	 * Où se trouvent les choses dans la salle. `foot` est la hauteur laissée libre en bas.
	 * @example
	 * const { beds } = wardPlan();
	 */
	export function wardPlan(foot?: number): WardPlan;
	/**
	 * Ce qui se dit au point (x, y), au-dessus et dans l’image ; `aside` est une ligne plus discrète.
	 * @example
	 * remark(120, 80, 'J’arrive.', { tone: 'right' });
	 */
	export function remark(x: number, y: number, words: string, plan?: { tone?: Tone; aside?: string | undefined }): void;
	/**
	 * Une bande au bas de l’image, avec ce que les choses ont coûté.
	 * @example
	 * footStrip('Nuit 1', [{ words: 'Jamais vus : 2', isLoud: true }]);
	 */
	export function footStrip(heading: string, counts?: readonly { words: string; isLoud?: boolean }[]): void;
	/**
	 * La hauteur de la bande, avec ou sans nombres.
	 * @example
	 * const foot = footHeight(true);
	 */
	export function footHeight(hasCounts: boolean): number;

	// Les scènes sans code
	/** Un chiffre de la décision. */
	export interface SceneFigure {
		id: string;
		value: number;
		unit: string;
		of?: number;
	}
	/** Quand une scène montre ce que donne une option. */
	export interface SceneDecision {
		situation: string;
		option: string;
		measure(option: string, values?: Record<string, number>): readonly SceneFigure[];
	}
	/** Ce qui compose une scène du genre `line`. `starts` est la minute de la journée, `every` est en minutes. */
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
	 * Fait une scène d’une liste de valeurs : ce qu’une fonction dit de chacune, et ce qu’une autre compte.
	 * @example
	 * export const { init, step, draw, describe } = lineScene(program, fields);
	 */
	export const lineScene: (program: object, fields: LineFields) => ReturnType<typeof scene<unknown>>;
	/** Ce qui compose une scène du genre `table` : des lignes, une fonction, et des identifiants de libellés. */
	export interface TableFields {
		rows: readonly {
			given: readonly (number | string | boolean)[];
			right: number | string | boolean;
			record?: Readonly<Record<string, number | string | boolean>>;
		}[];
		function: string;
		given: readonly string[];
		returns: string;
		/** Ceux de `given` et `returns` qui sont des minutes de la journée, et s’écrivent comme des heures. */
		times?: readonly string[];
		same?: { title: string; function: string; label: string };
		shares?: { function: string; columns: readonly string[]; to: Readonly<Record<string, readonly string[]>> };
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Fait une scène de lignes de valeurs, que reçoit une fonction du programme.
	 * @example
	 * export const { init, step, draw, describe } = tableScene(program, fields);
	 */
	export const tableScene: (program: object, fields: TableFields) => ReturnType<typeof scene<unknown>>;
	/** Ce qui compose une scène du genre `queue` : qui vient avec quelles valeurs, une fonction, et des identifiants de libellés. */
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
	 * Fait une scène de personnes qui viennent l’une après l’autre, chacune avec des valeurs que reçoit une fonction.
	 * @example
	 * export const { init, step, draw, describe } = queueScene(program, fields);
	 */
	export const queueScene: (program: object, fields: QueueFields) => ReturnType<typeof scene<unknown>>;
	/** Ce dont une tournée dépend. */
	export interface RoundPlan {
		stops: readonly { name: string; x: number; y: number; minutes: number; until?: number }[];
		starts: number;
		pace: number;
		function: string;
		gives: 'order' | 'next';
		most?: number;
	}
	/** Ce dont une scène du genre `round` est faite. `x` et `y` sont en kilomètres, `starts` et `until` en minutes de la journée, `pace` en minutes par kilomètre. */
	export interface RoundFields extends RoundPlan {
		title: string;
		hand?: { situation: string; id: string; start: number };
		decision: SceneDecision;
	}
	/**
	 * Fabrique une scène d’arrêts sur une carte, dont une fonction donne l’ordre.
	 * @example
	 * export const { init, step, draw, describe } = roundScene(program, fields);
	 */
	export const roundScene: (program: object, fields: RoundFields) => ReturnType<typeof scene<unknown>>;
	/**
	 * Mesure la tournée que choisit le programme : pour les chiffres d’une décision.
	 * @example
	 * const { kilometres, missed } = roundFigures(program, plan);
	 */
	export function roundFigures(
		program: object,
		plan: RoundPlan
	): { kilometres: number; minutes: number; last: number; missed: number; late: number };
	/** Ce dont une scène du genre `week` est faite. `day` va de 1 (lundi) à 7 ; les heures sont en minutes de la journée. */
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
	 * Fabrique une scène des réservations d’une semaine : une fonction dit si chacune tient, ou où.
	 * @example
	 * export const { init, step, draw, describe } = weekScene(program, fields);
	 */
	export const weekScene: (program: object, fields: WeekFields) => ReturnType<typeof scene<unknown>>;
	/** Ce dont une scène du genre `receipt` est faite : des lignes, et les fonctions qui donnent leur prix et leur somme. */
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
	 * Fabrique une scène d’un ticket, dont des fonctions donnent les prix.
	 * @example
	 * export const { init, step, draw, describe } = receiptScene(program, fields);
	 */
	export const receiptScene: (program: object, fields: ReceiptFields) => ReturnType<typeof scene<unknown>>;
	/** Ce dont une scène du genre `grid` est faite. Les rangées et les colonnes se comptent à partir de 1. */
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
	 * Fabrique une scène des cases d’un plan : une fonction dit ce qu’est chacune.
	 * @example
	 * export const { init, step, draw, describe } = gridScene(program, fields);
	 */
	export const gridScene: (program: object, fields: GridFields) => ReturnType<typeof scene<unknown>>;
	/** Un chiffre : les valeurs données, les gens reconnaissables, ou un montant selon le nombre de colonnes. */
	export interface SharesFigure {
		id: string;
		unit?: string;
		counts?: 'given' | 'known';
		each?: Readonly<Record<string, readonly number[]>>;
		once?: Readonly<Record<string, readonly number[]>>;
		only?: Readonly<Record<string, string>>;
	}
	/**
	 * Fabrique les chiffres d’une décision : qui reçoit combien de colonnes.
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
