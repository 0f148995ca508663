/** Déclarations de `braise/draw`, dont l’éditeur montre les commentaires au survol, en français. */
declare module 'braise/draw' {
	/** Un nom, `'#f26b21'`, un gris, ou rouge, vert, bleu et opacité, de 0 à 255. Ou un dégradé. */
	type ColorValues =
		| [color: string | CanvasGradient, opacity?: number]
		| [grey: number, opacity?: number]
		| [red: number, green: number, blue: number, opacity?: number]
		| [channels: readonly number[]];
	/** Un son du projet. */
	interface Sound {
		/** Le joue une fois. */
		play(): void;
		/** Le joue sans fin. */
		loop(): void;
		/** L’arrête. */
		stop(): void;
		/** Règle sa force, de 0 à 1. */
		setVolume(volume: number): void;
	}
	/** Une image du projet. */
	interface Picture {
		/** Sa largeur, en pixels. */
		readonly width: number;
		/** Sa hauteur, en pixels. */
		readonly height: number;
		/** La couleur d’un de ses pixels : rouge, vert, bleu et opacité, de 0 à 255. */
		get(x: number, y: number): [red: number, green: number, blue: number, alpha: number];
	}
	/** Une ligne d’un tableau. Une colonne se nomme, ou se compte à partir de 0. */
	interface TableRow {
		/** Ses cases. */
		readonly arr: readonly string[];
		/** Ses cases, par nom de colonne. */
		readonly obj: Record<string, string>;
		/** Le texte d’une case. */
		get(column: string | number): string;
		/** Comme `get`, sous le nom que p5 lui donne. */
		getString(column: string | number): string;
		/** Le nombre d’une case, écrit `12.5` ou `12,5`. */
		getNum(column: string | number): number;
	}
	/** Un tableau du projet. Ses lignes se comptent à partir de 0. */
	interface Table {
		/** Les noms des colonnes, s’il est lu avec `'header'`. */
		readonly columns: string[];
		/** Ses lignes. */
		readonly rows: TableRow[];
		/** Combien de lignes. */
		getRowCount(): number;
		/** Combien de colonnes. */
		getColumnCount(): number;
		/** Toutes ses lignes. */
		getRows(): TableRow[];
		/** Une de ses lignes. */
		getRow(row: number): TableRow;
		/** Le texte d’une case. */
		get(row: number, column: string | number): string;
		/** Comme `get`, sous le nom que p5 lui donne. */
		getString(row: number, column: string | number): string;
		/** Le nombre d’une case. */
		getNum(row: number, column: string | number): number;
		/** Les textes d’une colonne. */
		getColumn(column: string | number): string[];
		/** La première ligne qui a cette valeur, ou `null`. */
		findRow(value: string, column: string | number): TableRow | null;
		/** Toutes les lignes qui ont cette valeur. */
		findRows(value: string, column: string | number): TableRow[];
		/** Toutes ses cases, ligne par ligne. */
		getArray(): string[][];
	}
	/** Une autre feuille : les mêmes fonctions, qui dessinent sur elle. */
	type Graphics = typeof import('braise/draw');
	/** Une flèche, de l’origine à (x, y, z). Ses méthodes la changent et la renvoient. */
	interface Vector {
		/** Vers la droite. */
		x: number;
		/** Vers le bas. */
		y: number;
		/** Vers toi. */
		z: number;
		/** Remplace ses nombres. */
		set(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** Une autre flèche, pareille. */
		copy(): Vector;
		/** Ajoute une autre flèche. */
		add(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** Enlève une autre flèche. */
		sub(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** La rend plus longue ou plus courte. */
		mult(factor: number): this;
		/** La divise. */
		div(divisor: number): this;
		/** Sa longueur. */
		mag(): number;
		/** Lui donne cette longueur. */
		setMag(length: number): this;
		/** Lui donne la longueur 1. */
		normalize(): this;
		/** La raccourcit si elle est plus longue. */
		limit(longest: number): this;
		/** La distance jusqu’à l’autre pointe. */
		dist(other: Vector): number;
		/** Le produit scalaire. */
		dot(x: Vector | readonly number[] | number, y?: number, z?: number): number;
		/** L’approche d’une autre : 0 ne change rien, 1 donne l’autre. */
		lerp(other: Vector, part: number): this;
		/** Son angle. */
		heading(): number;
		/** La fait tourner. */
		rotate(angle: number): this;
		/** La tourne vers cet angle. */
		setHeading(angle: number): this;
		/** L’angle jusqu’à une autre. */
		angleBetween(other: Vector): number;
		/** Vrai si les nombres sont les mêmes. */
		equals(x: Vector | readonly number[] | number, y?: number, z?: number): boolean;
		/** Ses trois nombres, dans une liste. */
		array(): number[];
	}

	// La feuille
	/**
	 * Largeur de la feuille, en pixels (celle donnée à `fit` s’il y en a une).
	 * @example
	 * circle(width / 2, 50, 20);
	 */
	export const width: number;
	/**
	 * Hauteur de la feuille, en pixels.
	 * @example
	 * line(0, height, width, 0);
	 */
	export const height: number;
	/**
	 * Largeur réelle de l’image, en pixels, sans tenir compte de `fit`.
	 * @example
	 * fit(canvasWidth, 300);
	 */
	export const canvasWidth: number;
	/**
	 * Hauteur réelle de l’image, en pixels, sans tenir compte de `fit`.
	 * @example
	 * fit(300, canvasHeight);
	 */
	export const canvasHeight: number;
	/**
	 * Largeur disponible pour dessiner, en pixels. p5 l’appelle ainsi, et Braise `canvasWidth`.
	 * @example
	 * createCanvas(windowWidth, windowHeight);
	 */
	export const windowWidth: number;
	/**
	 * Hauteur disponible pour dessiner, en pixels. p5 l’appelle ainsi, et Braise `canvasHeight`.
	 * @example
	 * createCanvas(400, windowHeight);
	 */
	export const windowHeight: number;
	/**
	 * Comme `windowWidth`, car un dessin ne connaît pas la taille de l’écran.
	 * @example
	 * createCanvas(displayWidth, displayHeight);
	 */
	export const displayWidth: number;
	/**
	 * Comme `windowHeight`, car un dessin ne connaît pas la taille de l’écran.
	 * @example
	 * createCanvas(400, displayHeight);
	 */
	export const displayHeight: number;
	/**
	 * Le contexte 2D lui-même, pour ce que ce module ne fait pas.
	 * @example
	 * drawingContext.setLineDash([4, 4]);
	 */
	export const drawingContext: OffscreenCanvasRenderingContext2D;
	/**
	 * Toujours 1 : `pixels` a un pixel pour chaque unité de la feuille, quel que soit l’écran. Le dessin, lui, est aussi net que l’écran le permet.
	 * @example
	 * const length = 4 * width * height * pixelDensity() ** 2;
	 */
	export function pixelDensity(density?: number): number;
	/**
	 * Choisis ta propre taille de feuille : elle est agrandie et centrée dans l’image. Sans valeur : retour aux vrais pixels.
	 * @example
	 * fit(400, 300);
	 */
	export function fit(width?: number, height?: number): void;
	/**
	 * Comme `fit` : le nom de p5.
	 * @example
	 * createCanvas(400, 400);
	 */
	export function createCanvas(width: number, height: number): void;
	/**
	 * Dit en mots ce que montre le dessin, pour qui ne le voit pas.
	 * @example
	 * describe('Un rond rouge monte.');
	 */
	export function describe(text: string): void;
	/**
	 * Dit en mots ce qu’est une partie du dessin. Le nom sert à la changer plus tard.
	 * @example
	 * describeElement('rond', 'Un rond rouge, à gauche.');
	 */
	export function describeElement(name: string, text: string): void;
	/**
	 * Décrit automatiquement le dessin, pour les personnes qui ne le voient pas : chaque forme, sa couleur et sa place.
	 * @example
	 * textOutput();
	 */
	export function textOutput(): void;
	/**
	 * Dessine une seule fois un décor et le garde, jusqu’à ce que `version` change. `area` est la place qu’il prend ; sans elle, il prend tout.
	 * @example
	 * layer('fond', 'jour', () => rect(0, 0, 50, 50));
	 */
	export function layer(
		name: string,
		version: string,
		paint: () => void,
		area?: { x: number; y: number; width: number; height: number }
	): void;
	/**
	 * Un texte du défi, dans la langue choisie ; remplit les `{trous}`.
	 * @example
	 * text(label('minutes', { minutes: 10 }), 20, 20);
	 */
	export function label(id: string, values?: Record<string, unknown>): string;

	// Les couleurs
	/**
	 * Peint toute l’image. Couleur : un nom, `'#f26b21'`, un gris de 0 à 255, ou rouge, vert, bleu (et opacité), de 0 à 255.
	 * @example
	 * background(240);
	 */
	export function background(...color: ColorValues): void;
	/**
	 * Efface tout.
	 * @example
	 * clear();
	 */
	export function clear(): void;
	/**
	 * Couleur de l’intérieur des formes qui suivent.
	 * @example
	 * fill(255, 120, 0);
	 */
	export function fill(...color: ColorValues): void;
	/**
	 * Les formes qui suivent sont vides.
	 * @example
	 * noFill();
	 */
	export function noFill(): void;
	/**
	 * Couleur du contour et des lignes.
	 * @example
	 * stroke('navy');
	 */
	export function stroke(...color: ColorValues): void;
	/**
	 * Les formes qui suivent n’ont pas de contour.
	 * @example
	 * noStroke();
	 */
	export function noStroke(): void;
	/**
	 * Épaisseur du contour, en pixels.
	 * @example
	 * strokeWeight(4);
	 */
	export function strokeWeight(weight: number): void;
	/**
	 * Bout des lignes : `ROUND`, `SQUARE` ou `PROJECT`.
	 * @example
	 * strokeCap(ROUND);
	 */
	export function strokeCap(cap: 'round' | 'butt' | 'square'): void;
	/**
	 * Angle entre deux traits.
	 * @example
	 * strokeJoin('round');
	 */
	export function strokeJoin(join: 'round' | 'bevel' | 'miter'): void;
	/**
	 * Une couleur à garder dans une variable.
	 * @example
	 * const orange = color(255, 120, 0);
	 */
	export function color(...color: ColorValues): string;
	/**
	 * Une couleur entre deux autres : 0 donne la première, 1 la seconde.
	 * @example
	 * fill(lerpColor('red', 'blue', 0.5));
	 */
	export function lerpColor(from: string, to: string, amount: number): string;
	/**
	 * Un dégradé d’un point à un autre, pour `fill`.
	 * @example
	 * fill(linearGradient(0, 0, 0, height, 'navy', 'orange'));
	 */
	export function linearGradient(x1: number, y1: number, x2: number, y2: number, ...colors: string[]): CanvasGradient;
	/**
	 * Une ombre douce sous ce qui suit, en pixels.
	 * @example
	 * shadow('rgba(0, 0, 0, 0.3)', 10);
	 */
	export function shadow(color: string, blur?: number, x?: number, y?: number): void;
	/**
	 * Plus d’ombre.
	 * @example
	 * noShadow();
	 */
	export function noShadow(): void;
	/**
	 * Comment les couleurs se mêlent : `BLEND`, `ADD`, `MULTIPLY`, `SCREEN`.
	 * @example
	 * blendMode(MULTIPLY);
	 */
	export function blendMode(mode: 'source-over' | 'lighter' | 'multiply' | 'screen'): void;
	/**
	 * Comment lire les nombres d’une couleur : `RGB` (rouge, vert, bleu), `HSB` (teinte, saturation, luminosité) ou `HSL`. Puis leurs valeurs les plus grandes.
	 * @example
	 * colorMode(HSB, 360, 100, 100);
	 */
	export function colorMode(space: 'rgb' | 'hsb' | 'hsl', ...max: number[]): void;
	/**
	 * Le rouge d’une couleur, de 0 à 255.
	 * @example
	 * red('#f26b21');
	 */
	export function red(color: string): number;
	/**
	 * Le vert d’une couleur, de 0 à 255.
	 * @example
	 * green('#f26b21');
	 */
	export function green(color: string): number;
	/**
	 * Le bleu d’une couleur, de 0 à 255.
	 * @example
	 * blue('#f26b21');
	 */
	export function blue(color: string): number;
	/**
	 * L’opacité d’une couleur, de 0 à 255.
	 * @example
	 * alpha(color(255, 0, 0, 100));
	 */
	export function alpha(color: string): number;
	/**
	 * La teinte d’une couleur, de 0 à 360.
	 * @example
	 * hue('orange');
	 */
	export function hue(color: string): number;
	/**
	 * La saturation d’une couleur, de 0 (gris) à 100.
	 * @example
	 * saturation('orange');
	 */
	export function saturation(color: string): number;
	/**
	 * La luminosité d’une couleur (`HSB`), de 0 à 100.
	 * @example
	 * brightness('orange');
	 */
	export function brightness(color: string): number;
	/**
	 * La clarté d’une couleur (`HSL`), de 0 à 100.
	 * @example
	 * lightness('orange');
	 */
	export function lightness(color: string): number;

	// Les formes
	/**
	 * Un disque de centre (x, y). Le diamètre est en pixels.
	 * @example
	 * circle(100, 80, 40);
	 */
	export function circle(x: number, y: number, diameter: number): void;
	/**
	 * Un ovale de centre (x, y), en pixels.
	 * @example
	 * ellipse(100, 80, 60, 30);
	 */
	export function ellipse(x: number, y: number, width: number, height?: number): void;
	/**
	 * Un rectangle : (x, y) est son coin en haut à gauche. Les rayons arrondissent les coins.
	 * @example
	 * rect(20, 20, 100, 50, 8);
	 */
	export function rect(x: number, y: number, width: number, height?: number, ...radii: number[]): void;
	/**
	 * Un carré : (x, y) est son coin en haut à gauche.
	 * @example
	 * square(20, 20, 50);
	 */
	export function square(x: number, y: number, size: number, ...radii: number[]): void;
	/**
	 * Un trait d’un point à un autre.
	 * @example
	 * line(0, 0, 100, 100);
	 */
	export function line(x1: number, y1: number, x2: number, y2: number): void;
	/**
	 * Un point, aussi gros que `strokeWeight`.
	 * @example
	 * point(50, 50);
	 */
	export function point(x: number, y: number): void;
	/**
	 * Un triangle par ses trois sommets.
	 * @example
	 * triangle(50, 10, 90, 80, 10, 80);
	 */
	export function triangle(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void;
	/**
	 * Une forme à quatre sommets, dans l’ordre.
	 * @example
	 * quad(10, 10, 90, 20, 80, 80, 20, 70);
	 */
	export function quad(
		x1: number,
		y1: number,
		x2: number,
		y2: number,
		x3: number,
		y3: number,
		x4: number,
		y4: number
	): void;
	/**
	 * Une part d’ovale, de `start` à `stop` en radians (0 est à droite, puis dans le sens des aiguilles). Mode : `OPEN`, `CHORD` ou `PIE`.
	 * @example
	 * arc(100, 100, 80, 80, 0, HALF_PI);
	 */
	export function arc(
		x: number,
		y: number,
		width: number,
		height: number,
		start: number,
		stop: number,
		mode?: string
	): void;
	/**
	 * Une courbe du premier au dernier point ; les deux du milieu l’attirent.
	 * @example
	 * bezier(10, 80, 40, 10, 60, 10, 90, 80);
	 */
	export function bezier(
		x1: number,
		y1: number,
		x2: number,
		y2: number,
		x3: number,
		y3: number,
		x4: number,
		y4: number
	): void;
	/**
	 * Commence une forme libre, suivie de `vertex`.
	 * @example
	 * beginShape();
	 */
	export function beginShape(): void;
	/**
	 * Un sommet de la forme libre.
	 * @example
	 * vertex(30, 20);
	 */
	export function vertex(x: number, y: number): void;
	/**
	 * Une courbe jusqu’à (x4, y4), dans une forme libre.
	 * @example
	 * bezierVertex(40, 10, 60, 10, 90, 80);
	 */
	export function bezierVertex(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): void;
	/**
	 * Un point d’une courbe qui passe par tous ses points, dans une forme libre.
	 * @example
	 * splineVertex(30, 20);
	 */
	export function splineVertex(x: number, y: number): void;
	/**
	 * Règle les courbes de `splineVertex` : 0 pour des courbes rondes, 1 pour des lignes droites.
	 * @example
	 * splineProperty('tightness', 0.5);
	 */
	export function splineProperty(name: 'tightness', value: number): void;
	/**
	 * Termine la forme libre. `CLOSE` revient au premier sommet.
	 * @example
	 * endShape(CLOSE);
	 */
	export function endShape(mode?: string): void;
	/**
	 * Ce que disent les nombres de `rect` : `CORNER` (au début), `CENTER`, `CORNERS` ou `RADIUS`.
	 * @example
	 * rectMode(CENTER);
	 */
	export function rectMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;
	/**
	 * Ce que disent les nombres de `ellipse` et de `circle` : `CENTER` (au début), `CORNER`, `CORNERS` ou `RADIUS`.
	 * @example
	 * ellipseMode(CORNER);
	 */
	export function ellipseMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;

	// Les images
	/**
	 * Donne une image du projet, à dessiner avec `image`. Elle vient du bouton « Mes fichiers », au-dessus du code.
	 * @example
	 * const photo = loadImage('photo.jpg');
	 */
	export function loadImage(path: string, onload?: (picture: Picture) => void): Picture;
	/**
	 * Dessine une image : son coin, puis sa largeur et sa hauteur. Sans la hauteur, elle garde ses proportions. Quatre nombres de
	 * plus choisissent une partie de l’image : son coin, sa largeur, sa hauteur.
	 * @example
	 * image(photo, 20, 20, 200);
	 */
	export function image(
		picture: Picture | Graphics,
		x: number,
		y: number,
		width?: number,
		height?: number,
		partX?: number,
		partY?: number,
		partWidth?: number,
		partHeight?: number
	): void;
	/**
	 * Ce que disent les nombres de `image` : `CORNER` (au début), `CENTER`, `CORNERS` ou `RADIUS`.
	 * @example
	 * imageMode(CENTER);
	 */
	export function imageMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;
	/**
	 * Teinte les images qui suivent. Le quatrième nombre est leur opacité.
	 * @example
	 * tint(255, 255, 255, 120);
	 */
	export function tint(...color: ColorValues): void;
	/**
	 * Rend aux images leurs couleurs.
	 * @example
	 * noTint();
	 */
	export function noTint(): void;
	/**
	 * Fait une autre feuille, sur laquelle dessinent ses propres fonctions ; `image` la dessine.
	 * @example
	 * const stamp = createGraphics(100, 100);
	 * stamp.circle(50, 50, 80);
	 */
	export function createGraphics(width: number, height: number): Graphics;
	/**
	 * Lit tous les pixels de la feuille dans `pixels`.
	 * @example
	 * loadPixels();
	 */
	export function loadPixels(): void;
	/**
	 * Quatre nombres par pixel, de 0 à 255 : rouge, vert, bleu, opacité. Rangée par rangée, après `loadPixels`.
	 * @example
	 * pixels[0] = 255;
	 */
	export const pixels: Uint8ClampedArray;
	/**
	 * Redessine la feuille avec les pixels changés.
	 * @example
	 * updatePixels();
	 */
	export function updatePixels(): void;
	/**
	 * La couleur d’un pixel de la feuille : rouge, vert, bleu et opacité, de 0 à 255.
	 * @example
	 * fill(get(mouseX, mouseY));
	 */
	export function get(x: number, y: number): [red: number, green: number, blue: number, alpha: number];
	/**
	 * Change la couleur d’un pixel ; `updatePixels` le montre.
	 * @example
	 * set(10, 10, 'red');
	 */
	export function set(x: number, y: number, ...color: ColorValues): void;

	// Les données. `loadJSON` renvoie le même type que `JSON.parse` : avec `unknown`, un débutant ne pourrait rien en faire.
	/**
	 * Lit un tableau du projet : un fichier CSV. Avec `'header'`, sa première ligne donne les noms des colonnes.
	 * @example
	 * const table = loadTable('ventes.csv', 'header');
	 */
	export function loadTable(path: string, ...options: (string | ((table: Table) => void))[]): Table;
	/**
	 * Lit ce qui est écrit dans un fichier JSON du projet.
	 * @example
	 * const ville = loadJSON('ville.json');
	 */
	export function loadJSON(
		path: string,
		onload?: (data: ReturnType<typeof JSON.parse>) => void
	): ReturnType<typeof JSON.parse>;
	/**
	 * Lit les lignes d’un fichier de texte du projet.
	 * @example
	 * const lignes = loadStrings('poeme.txt');
	 */
	export function loadStrings(path: string, onload?: (lines: string[]) => void): string[];

	// Le texte
	/**
	 * Écrit à partir de (x, y). Avec `maxWidth`, en pixels, passe à la ligne.
	 * @example
	 * text('Bonjour', 20, 40);
	 */
	export function text(value: unknown, x: number, y: number, maxWidth?: number): void;
	/**
	 * Taille des lettres, en pixels.
	 * @example
	 * textSize(24);
	 */
	export function textSize(size: number): void;
	/**
	 * Où (x, y) se trouve dans le texte.
	 * @example
	 * textAlign(CENTER, CENTER);
	 */
	export function textAlign(
		horizontal: 'left' | 'center' | 'right',
		vertical?: 'top' | 'center' | 'bottom' | 'alphabetic'
	): void;
	/**
	 * `NORMAL`, `BOLD` (gras), `ITALIC` ou `BOLDITALIC`.
	 * @example
	 * textStyle(BOLD);
	 */
	export function textStyle(style: string): void;
	/**
	 * La police de caractères.
	 * @example
	 * textFont('monospace');
	 */
	export function textFont(font: string): void;
	/**
	 * Distance entre deux lignes, en hauteurs de lettre (1.25 au début).
	 * @example
	 * textLeading(1.5);
	 */
	export function textLeading(lines: number): void;
	/**
	 * Largeur qu’aurait ce texte, en pixels.
	 * @example
	 * const room = textWidth('Bonjour');
	 */
	export function textWidth(value: unknown): number;
	/**
	 * Les lignes que `text` écrirait dans cette largeur, en pixels.
	 * @example
	 * const lines = textLines('un deux trois', 60);
	 */
	export function textLines(value: unknown, maxWidth: number): string[];

	// Déplacer la feuille
	/**
	 * Retient le style et la position, jusqu’à `pop`.
	 * @example
	 * push();
	 */
	export function push(): void;
	/**
	 * Revient au style et à la position d’avant `push`.
	 * @example
	 * pop();
	 */
	export function pop(): void;
	/**
	 * Déplace l’origine, en pixels.
	 * @example
	 * translate(100, 50);
	 */
	export function translate(x: number, y: number): void;
	/**
	 * Tourne la feuille autour de l’origine, en radians.
	 * @example
	 * rotate(radians(45));
	 */
	export function rotate(angle: number): void;
	/**
	 * Agrandit (2) ou réduit (0.5) ce qui suit.
	 * @example
	 * scale(2);
	 */
	export function scale(x: number, y?: number): void;

	// La souris, le clavier, le temps
	/**
	 * Position de la souris ou du doigt depuis la gauche, en pixels.
	 * @example
	 * circle(mouseX, mouseY, 20);
	 */
	export const mouseX: number;
	/**
	 * Position de la souris ou du doigt depuis le haut, en pixels.
	 * @example
	 * circle(mouseX, mouseY, 20);
	 */
	export const mouseY: number;
	/**
	 * `mouseX` à l’image d’avant.
	 * @example
	 * line(pmouseX, pmouseY, mouseX, mouseY);
	 */
	export const pmouseX: number;
	/**
	 * `mouseY` à l’image d’avant.
	 * @example
	 * line(pmouseX, pmouseY, mouseX, mouseY);
	 */
	export const pmouseY: number;
	/**
	 * Vrai tant que l’on appuie.
	 * @example
	 * if (mouseIsPressed) fill('red');
	 */
	export const mouseIsPressed: boolean;
	/**
	 * La dernière touche, par exemple `'a'`.
	 * @example
	 * text(key, 20, 20);
	 */
	export const key: string;
	/**
	 * Le numéro de la dernière touche.
	 * @example
	 * if (keyCode === LEFT_ARROW) translate(-5, 0);
	 */
	export const keyCode: number;
	/**
	 * Vrai tant qu’une touche est enfoncée.
	 * @example
	 * if (keyIsPressed) background(0);
	 */
	export const keyIsPressed: boolean;
	/**
	 * Vrai si cette touche est enfoncée.
	 * @example
	 * if (keyIsDown(LEFT_ARROW)) rotate(0.1);
	 */
	export function keyIsDown(key: number | string): boolean;
	/**
	 * Choisis la forme du pointeur sur ton dessin : `ARROW`, `HAND`, `CROSS`, `MOVE`, `TEXT` ou `WAIT`.
	 * @example
	 * cursor(mouseX > 200 ? HAND : ARROW);
	 */
	export function cursor(shape?: string): void;
	/**
	 * Cache le pointeur sur ton dessin, par exemple pour en dessiner un à toi.
	 * @example
	 * noCursor();
	 * circle(mouseX, mouseY, 10);
	 */
	export function noCursor(): void;
	/**
	 * Nombre d’images dessinées depuis le début (60 par seconde).
	 * @example
	 * circle(frameCount % 400, 100, 20);
	 */
	export const frameCount: number;
	/**
	 * Temps écoulé depuis l’image d’avant, en millisecondes.
	 * @example
	 * translate(deltaTime * 0.1, 0);
	 */
	export const deltaTime: number;
	/**
	 * Temps écoulé depuis le début, en millisecondes.
	 * @example
	 * const seconds = millis() / 1000;
	 */
	export function millis(): number;
	/**
	 * Arrête de redessiner soixante fois par seconde.
	 * @example
	 * noLoop();
	 */
	export function noLoop(): void;
	/**
	 * Redessine de nouveau sans cesse, après `noLoop`.
	 * @example
	 * loop();
	 */
	export function loop(): void;
	/**
	 * Vrai tant que le dessin se redessine sans cesse.
	 * @example
	 * if (isLooping()) noLoop();
	 */
	export function isLooping(): boolean;
	/**
	 * Redessine une fois, après `noLoop`.
	 * @example
	 * redraw();
	 */
	export function redraw(): void;
	/**
	 * Combien de fois par seconde redessiner, 60 au plus. Renvoie ce nombre.
	 * @example
	 * frameRate(12);
	 */
	export function frameRate(perSecond?: number): number;
	/**
	 * Les secondes de l’heure qu’il est, de 0 à 59.
	 * @example
	 * text(second(), 20, 20);
	 */
	export function second(): number;
	/**
	 * Les minutes de l’heure qu’il est, de 0 à 59.
	 * @example
	 * text(minute(), 20, 20);
	 */
	export function minute(): number;
	/**
	 * L’heure qu’il est, de 0 à 23.
	 * @example
	 * text(hour(), 20, 20);
	 */
	export function hour(): number;
	/**
	 * Le jour du mois, de 1 à 31.
	 * @example
	 * text(day(), 20, 20);
	 */
	export function day(): number;
	/**
	 * Le mois, de 1 à 12.
	 * @example
	 * text(month(), 20, 20);
	 */
	export function month(): number;
	/**
	 * L’année.
	 * @example
	 * text(year(), 20, 20);
	 */
	export function year(): number;

	// Le son
	/**
	 * Joue une note : une fréquence en hertz, ou un nom comme 'la3', 'do#4', 'A4'. On l’entend après un premier clic sur l’image.
	 * `seconds` : 5 au plus ; 0,4 si on ne dit rien. `wave` est le timbre, du plus doux au plus dur.
	 * @example
	 * playNote('do3', 0.5);
	 */
	export function playNote(
		note: number | string,
		seconds?: number,
		wave?: 'sine' | 'triangle' | 'square' | 'sawtooth'
	): void;

	/**
	 * Donne un son du projet. Il vient du bouton « Mes fichiers », au-dessus du code. On l’entend après un premier clic sur l’image.
	 * @example
	 * const cloche = loadSound('cloche.mp3');
	 */
	export function loadSound(path: string, onload?: (sound: Sound) => void): Sound;

	// Ce qui est gardé
	/**
	 * Garde une valeur sous un nom, pour le prochain lancement : un nombre, un texte, true ou false, une liste ou un objet de ces valeurs.
	 * 100 noms et 20 000 caractères au plus. Dès qu’une valeur est gardée, « Mémoire », en haut, la montre.
	 * @example
	 * storeItem('record', score);
	 */
	export function storeItem(key: string, value: unknown): void;
	/**
	 * Donne ce que `storeItem` a gardé sous ce nom, ou `null`.
	 * @example
	 * let record = getItem('record') ?? 0;
	 */
	export function getItem<Value = ReturnType<JSON['parse']>>(key: string): Value | null;
	/**
	 * Oublie ce qui est gardé sous ce nom.
	 * @example
	 * removeItem('record');
	 */
	export function removeItem(key: string): void;
	/** Oublie tout ce qui est gardé. */
	export function clearStorage(): void;

	// Les nombres
	/**
	 * Au hasard : de 0 à 1, de 0 à `max`, de `min` à `max`, ou un élément d’une liste.
	 * @example
	 * const x = random(0, width);
	 */
	export function random(minOrMax?: number, max?: number): number;
	export function random<Item>(choices: readonly Item[]): Item | undefined;
	/**
	 * Le même nombre donne toujours le même hasard.
	 * @example
	 * randomSeed(7);
	 */
	export function randomSeed(seed: number): void;
	/**
	 * Au hasard autour d’une moyenne, rarement loin d’elle.
	 * @example
	 * const size = randomGaussian(50, 10);
	 */
	export function randomGaussian(mean?: number, deviation?: number): number;
	/**
	 * Un hasard doux, de 0 à 1 : des points voisins donnent des valeurs voisines.
	 * @example
	 * circle(noise(frameCount / 60) * width, 50, 20);
	 */
	export function noise(x: number, y?: number, z?: number): number;
	/**
	 * Le même nombre donne toujours le même `noise`.
	 * @example
	 * noiseSeed(7);
	 */
	export function noiseSeed(seed: number): void;
	/**
	 * Passe d’une échelle à une autre.
	 * @example
	 * const x = map(minutes, 0, 60, 0, width);
	 */
	export function map(
		value: number,
		start1: number,
		stop1: number,
		start2: number,
		stop2: number,
		within?: boolean
	): number;
	/**
	 * Ramène entre 0 (`start`) et 1 (`stop`).
	 * @example
	 * const part = norm(15, 0, 60);
	 */
	export function norm(value: number, start: number, stop: number): number;
	/**
	 * Garde une valeur entre deux bornes.
	 * @example
	 * const x = constrain(mouseX, 0, width);
	 */
	export function constrain(value: number, low: number, high: number): number;
	/**
	 * Une valeur entre deux autres : 0 donne la première, 1 la seconde.
	 * @example
	 * const x = lerp(0, 100, 0.5);
	 */
	export function lerp(start: number, stop: number, amount: number): number;
	/**
	 * Distance entre deux points, en pixels.
	 * @example
	 * if (dist(mouseX, mouseY, 50, 50) < 20) fill('red');
	 */
	export function dist(x1: number, y1: number, x2: number, y2: number): number;
	/**
	 * De degrés en radians.
	 * @example
	 * rotate(radians(90));
	 */
	export function radians(degrees: number): number;
	/**
	 * De radians en degrés.
	 * @example
	 * const angle = degrees(PI);
	 */
	export function degrees(radians: number): number;
	/**
	 * Arrondit vers le bas.
	 * @example
	 * floor(2.7);
	 */
	export function floor(value: number): number;
	/**
	 * Arrondit vers le haut.
	 * @example
	 * ceil(2.1);
	 */
	export function ceil(value: number): number;
	/**
	 * Arrondit au plus près.
	 * @example
	 * round(2.5);
	 */
	export function round(value: number): number;
	/**
	 * La valeur sans son signe.
	 * @example
	 * abs(-5);
	 */
	export function abs(value: number): number;
	/**
	 * La plus petite valeur.
	 * @example
	 * min(3, 8);
	 */
	export function min(...values: number[]): number;
	/**
	 * La plus grande valeur.
	 * @example
	 * max(3, 8);
	 */
	export function max(...values: number[]): number;
	/**
	 * La racine carrée.
	 * @example
	 * sqrt(9);
	 */
	export function sqrt(value: number): number;
	/**
	 * Le sinus d’un angle en radians.
	 * @example
	 * sin(frameCount / 20);
	 */
	export function sin(angle: number): number;
	/**
	 * Le cosinus d’un angle en radians.
	 * @example
	 * cos(frameCount / 20);
	 */
	export function cos(angle: number): number;
	/**
	 * La tangente d’un angle en radians.
	 * @example
	 * tan(PI / 4);
	 */
	export function tan(angle: number): number;
	/**
	 * L’angle, en radians, vers le point (x, y).
	 * @example
	 * rotate(atan2(mouseY, mouseX));
	 */
	export function atan2(y: number, x: number): number;
	/**
	 * En quoi compter les angles : `RADIANS` (au début) ou `DEGREES`.
	 * @example
	 * angleMode(DEGREES);
	 */
	export function angleMode(mode: 'radians' | 'degrees'): void;
	/**
	 * L’angle dont le sinus est cette valeur.
	 * @example
	 * asin(1);
	 */
	export function asin(value: number): number;
	/**
	 * L’angle dont le cosinus est cette valeur.
	 * @example
	 * acos(0);
	 */
	export function acos(value: number): number;
	/**
	 * L’angle dont la tangente est cette valeur.
	 * @example
	 * atan(1);
	 */
	export function atan(value: number): number;
	/**
	 * Le carré.
	 * @example
	 * sq(5);
	 */
	export function sq(value: number): number;
	/**
	 * Une puissance.
	 * @example
	 * pow(2, 10);
	 */
	export function pow(base: number, exponent: number): number;
	/**
	 * L’exponentielle.
	 * @example
	 * exp(1);
	 */
	export function exp(value: number): number;
	/**
	 * Le logarithme népérien.
	 * @example
	 * log(10);
	 */
	export function log(value: number): number;
	/**
	 * Ce qui suit la virgule.
	 * @example
	 * fract(2.75);
	 */
	export function fract(value: number): number;
	/**
	 * La longueur de la flèche qui va de l’origine à (x, y).
	 * @example
	 * mag(30, 40);
	 */
	export function mag(x: number, y: number): number;
	/**
	 * Une liste avec les mêmes éléments, mélangés.
	 * @example
	 * const cards = shuffle([1, 2, 3, 4]);
	 */
	export function shuffle<Item>(items: readonly Item[]): Item[];
	/**
	 * Une flèche : une position, une vitesse, une force.
	 * @example
	 * const speed = createVector(2, 0);
	 */
	export function createVector(x?: number, y?: number, z?: number): Vector;

	// Les constantes
	/** Un demi-tour, en radians. */
	export const PI: number;
	/** Un tour, en radians. */
	export const TWO_PI: number;
	/** Un quart de tour, en radians. */
	export const HALF_PI: number;
	/** Un huitième de tour, en radians. */
	export const QUARTER_PI: number;
	/** Un tour complet, en radians. */
	export const TAU: number;
	export const RADIANS: 'radians';
	export const DEGREES: 'degrees';
	export const RGB: 'rgb';
	export const HSB: 'hsb';
	export const HSL: 'hsl';
	export const CENTER: 'center';
	export const LEFT: 'left';
	export const RIGHT: 'right';
	export const TOP: 'top';
	export const BOTTOM: 'bottom';
	export const BASELINE: 'alphabetic';
	export const CORNER: 'corner';
	export const CORNERS: 'corners';
	export const RADIUS: 'radius';
	export const NORMAL: 'normal';
	export const ITALIC: 'italic';
	export const BOLD: 'bold';
	export const BOLDITALIC: 'bold italic';
	export const ROUND: 'round';
	export const SQUARE: 'butt';
	export const PROJECT: 'square';
	export const OPEN: 'open';
	export const CHORD: 'chord';
	export const PIE: 'pie';
	export const CLOSE: 'close';
	export const BLEND: 'source-over';
	export const ADD: 'lighter';
	export const MULTIPLY: 'multiply';
	export const SCREEN: 'screen';
	export const ARROW: 'default';
	export const CROSS: 'crosshair';
	export const HAND: 'pointer';
	export const MOVE: 'move';
	export const TEXT: 'text';
	export const WAIT: 'wait';
	export const LEFT_ARROW: number;
	export const UP_ARROW: number;
	export const RIGHT_ARROW: number;
	export const DOWN_ARROW: number;
	export const ENTER: number;
	export const ESCAPE: number;
	export const SPACE: number;
	export const BACKSPACE: number;
	export const DELETE: number;
	export const TAB: number;
	export const SHIFT: number;
	export const CONTROL: number;
	export const ALT: number;
}
