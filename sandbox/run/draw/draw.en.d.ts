/** Declarations of `braise/draw`, whose comments the editor shows on hover, in English. */
declare module 'braise/draw' {
	/** A name, `'#f26b21'`, a grey, or red, green, blue and opacity, from 0 to 255. Or a gradient. */
	type ColorValues =
		| [color: string | CanvasGradient, opacity?: number]
		| [grey: number, opacity?: number]
		| [red: number, green: number, blue: number, opacity?: number]
		| [channels: readonly number[]];
	/** A sound of the project. */
	interface Sound {
		/** Plays it once. */
		play(): void;
		/** Plays it without end. */
		loop(): void;
		/** Ends it. */
		stop(): void;
		/** Sets how loud it is, from 0 to 1. */
		setVolume(volume: number): void;
	}
	/** A picture of the project. */
	interface Picture {
		/** Its width, in pixels. */
		readonly width: number;
		/** Its height, in pixels. */
		readonly height: number;
		/** The colour of one of its pixels: red, green, blue and opacity, from 0 to 255. */
		get(x: number, y: number): [red: number, green: number, blue: number, alpha: number];
	}
	/** A row of a table. A column is named, or counted from 0. */
	interface TableRow {
		/** Its cells. */
		readonly arr: readonly string[];
		/** Its cells, by name of the column. */
		readonly obj: Record<string, string>;
		/** A cell’s text. */
		get(column: string | number): string;
		/** Like `get`, under p5’s name. */
		getString(column: string | number): string;
		/** A cell’s number, written `12.5` or, as in French, `12,5`. */
		getNum(column: string | number): number;
	}
	/** A table of the project. Its rows are counted from 0. */
	interface Table {
		/** The names of the columns, if it is read with `'header'`. */
		readonly columns: string[];
		/** Its rows. */
		readonly rows: TableRow[];
		/** How many rows. */
		getRowCount(): number;
		/** How many columns. */
		getColumnCount(): number;
		/** All of its rows. */
		getRows(): TableRow[];
		/** One of its rows. */
		getRow(row: number): TableRow;
		/** A cell’s text. */
		get(row: number, column: string | number): string;
		/** Like `get`, under p5’s name. */
		getString(row: number, column: string | number): string;
		/** A cell’s number. */
		getNum(row: number, column: string | number): number;
		/** The texts of a column. */
		getColumn(column: string | number): string[];
		/** The first row with this value, or `null`. */
		findRow(value: string, column: string | number): TableRow | null;
		/** All rows with this value. */
		findRows(value: string, column: string | number): TableRow[];
		/** All of its cells, row by row. */
		getArray(): string[][];
	}
	/** Another sheet: the same functions, which draw on it. */
	type Graphics = typeof import('braise/draw');
	/** An arrow, from the origin to (x, y, z). Its methods change it and give it back. */
	interface Vector {
		/** To the right. */
		x: number;
		/** Downwards. */
		y: number;
		/** Towards you. */
		z: number;
		/** Replaces its numbers. */
		set(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** Another arrow, the same. */
		copy(): Vector;
		/** Adds another arrow. */
		add(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** Takes another arrow away. */
		sub(x: Vector | readonly number[] | number, y?: number, z?: number): this;
		/** Makes it longer or shorter. */
		mult(factor: number): this;
		/** Divides it. */
		div(divisor: number): this;
		/** Its length. */
		mag(): number;
		/** Gives it that length. */
		setMag(length: number): this;
		/** Gives it the length 1. */
		normalize(): this;
		/** Shortens it if it is longer. */
		limit(longest: number): this;
		/** The distance to the other tip. */
		dist(other: Vector): number;
		/** The dot product. */
		dot(x: Vector | readonly number[] | number, y?: number, z?: number): number;
		/** Brings it nearer to another: 0 changes nothing, 1 gives the other. */
		lerp(other: Vector, part: number): this;
		/** Its angle. */
		heading(): number;
		/** Turns it. */
		rotate(angle: number): this;
		/** Turns it to that angle. */
		setHeading(angle: number): this;
		/** The angle to another. */
		angleBetween(other: Vector): number;
		/** True if the numbers are the same. */
		equals(x: Vector | readonly number[] | number, y?: number, z?: number): boolean;
		/** Its three numbers, in a list. */
		array(): number[];
	}

	// The sheet
	/**
	 * Width of the sheet, in pixels (the one given to `fit`, if any).
	 * @example
	 * circle(width / 2, 50, 20);
	 */
	export const width: number;
	/**
	 * Height of the sheet, in pixels.
	 * @example
	 * line(0, height, width, 0);
	 */
	export const height: number;
	/**
	 * The picture’s real width, in pixels, whatever `fit` says.
	 * @example
	 * fit(canvasWidth, 300);
	 */
	export const canvasWidth: number;
	/**
	 * The picture’s real height, in pixels, whatever `fit` says.
	 * @example
	 * fit(300, canvasHeight);
	 */
	export const canvasHeight: number;
	/**
	 * The width that there is to draw on, in pixels; p5’s name for `canvasWidth`.
	 * @example
	 * createCanvas(windowWidth, windowHeight);
	 */
	export const windowWidth: number;
	/**
	 * The height that there is to draw on, in pixels; p5’s name for `canvasHeight`.
	 * @example
	 * createCanvas(400, windowHeight);
	 */
	export const windowHeight: number;
	/**
	 * The same as `windowWidth`: a sketch is not told the size of the screen.
	 * @example
	 * createCanvas(displayWidth, displayHeight);
	 */
	export const displayWidth: number;
	/**
	 * The same as `windowHeight`: a sketch is not told the size of the screen.
	 * @example
	 * createCanvas(400, displayHeight);
	 */
	export const displayHeight: number;
	/**
	 * The 2D context itself, for what this module does not do.
	 * @example
	 * drawingContext.setLineDash([4, 4]);
	 */
	export const drawingContext: OffscreenCanvasRenderingContext2D;
	/**
	 * Always 1: `pixels` has one pixel for each unit of the sheet, whatever the screen. What you draw is as sharp as the screen allows all the same.
	 * @example
	 * const length = 4 * width * height * pixelDensity() ** 2;
	 */
	export function pixelDensity(density?: number): number;
	/**
	 * Choose your own sheet size: it is enlarged and centred in the picture. Without values: back to real pixels.
	 * @example
	 * fit(400, 300);
	 */
	export function fit(width?: number, height?: number): void;
	/**
	 * The same as `fit`: p5’s name.
	 * @example
	 * createCanvas(400, 400);
	 */
	export function createCanvas(width: number, height: number): void;
	/**
	 * Says in words what the drawing shows, for people who do not see it.
	 * @example
	 * describe('A red disc rises.');
	 */
	export function describe(text: string): void;
	/**
	 * Says in words what a part of the drawing is. Its name serves to change it later.
	 * @example
	 * describeElement('disc', 'A red disc, on the left.');
	 */
	export function describeElement(name: string, text: string): void;
	/**
	 * Describes the drawing automatically, for people who do not see it: each shape, its colour and its place.
	 * @example
	 * textOutput();
	 */
	export function textOutput(): void;
	/**
	 * Paints a backdrop once and keeps it, until `version` changes. `area` is all that it covers; without it, everything.
	 * @example
	 * layer('backdrop', 'day', () => rect(0, 0, 50, 50));
	 */
	export function layer(
		name: string,
		version: string,
		paint: () => void,
		area?: { x: number; y: number; width: number; height: number }
	): void;
	/**
	 * A text of the challenge, in the chosen language; fills its `{gaps}`.
	 * @example
	 * text(label('minutes', { minutes: 10 }), 20, 20);
	 */
	export function label(id: string, values?: Record<string, unknown>): string;

	// Colours
	/**
	 * Paints the whole picture. Colour: a name, `'#f26b21'`, a grey from 0 to 255, or red, green, blue (and opacity), from 0 to 255.
	 * @example
	 * background(240);
	 */
	export function background(...color: ColorValues): void;
	/**
	 * Wipes everything.
	 * @example
	 * clear();
	 */
	export function clear(): void;
	/**
	 * Colour inside the shapes that follow.
	 * @example
	 * fill(255, 120, 0);
	 */
	export function fill(...color: ColorValues): void;
	/**
	 * The shapes that follow are empty.
	 * @example
	 * noFill();
	 */
	export function noFill(): void;
	/**
	 * Colour of outlines and lines.
	 * @example
	 * stroke('navy');
	 */
	export function stroke(...color: ColorValues): void;
	/**
	 * The shapes that follow have no outline.
	 * @example
	 * noStroke();
	 */
	export function noStroke(): void;
	/**
	 * Thickness of outlines, in pixels.
	 * @example
	 * strokeWeight(4);
	 */
	export function strokeWeight(weight: number): void;
	/**
	 * Ends of lines: `ROUND`, `SQUARE` or `PROJECT`.
	 * @example
	 * strokeCap(ROUND);
	 */
	export function strokeCap(cap: 'round' | 'butt' | 'square'): void;
	/**
	 * Corner between two strokes.
	 * @example
	 * strokeJoin('round');
	 */
	export function strokeJoin(join: 'round' | 'bevel' | 'miter'): void;
	/**
	 * A colour to keep in a variable.
	 * @example
	 * const orange = color(255, 120, 0);
	 */
	export function color(...color: ColorValues): string;
	/**
	 * A colour between two others: 0 gives the first, 1 the second.
	 * @example
	 * fill(lerpColor('red', 'blue', 0.5));
	 */
	export function lerpColor(from: string, to: string, amount: number): string;
	/**
	 * A gradient from one point to another, for `fill`.
	 * @example
	 * fill(linearGradient(0, 0, 0, height, 'navy', 'orange'));
	 */
	export function linearGradient(x1: number, y1: number, x2: number, y2: number, ...colors: string[]): CanvasGradient;
	/**
	 * A soft shadow under what follows, in pixels.
	 * @example
	 * shadow('rgba(0, 0, 0, 0.3)', 10);
	 */
	export function shadow(color: string, blur?: number, x?: number, y?: number): void;
	/**
	 * No more shadow.
	 * @example
	 * noShadow();
	 */
	export function noShadow(): void;
	/**
	 * How colours mix: `BLEND`, `ADD`, `MULTIPLY`, `SCREEN`.
	 * @example
	 * blendMode(MULTIPLY);
	 */
	export function blendMode(mode: 'source-over' | 'lighter' | 'multiply' | 'screen'): void;
	/**
	 * How to read a colour’s numbers: `RGB` (red, green, blue), `HSB` (hue, saturation, brightness) or `HSL`. Then their largest values.
	 * @example
	 * colorMode(HSB, 360, 100, 100);
	 */
	export function colorMode(space: 'rgb' | 'hsb' | 'hsl', ...max: number[]): void;
	/**
	 * How red a colour is, from 0 to 255.
	 * @example
	 * red('#f26b21');
	 */
	export function red(color: string): number;
	/**
	 * How green a colour is, from 0 to 255.
	 * @example
	 * green('#f26b21');
	 */
	export function green(color: string): number;
	/**
	 * How blue a colour is, from 0 to 255.
	 * @example
	 * blue('#f26b21');
	 */
	export function blue(color: string): number;
	/**
	 * The opacity of a colour, from 0 to 255.
	 * @example
	 * alpha(color(255, 0, 0, 100));
	 */
	export function alpha(color: string): number;
	/**
	 * The hue of a colour, from 0 to 360.
	 * @example
	 * hue('orange');
	 */
	export function hue(color: string): number;
	/**
	 * The saturation of a colour, from 0 (grey) to 100.
	 * @example
	 * saturation('orange');
	 */
	export function saturation(color: string): number;
	/**
	 * The brightness of a colour (`HSB`), from 0 to 100.
	 * @example
	 * brightness('orange');
	 */
	export function brightness(color: string): number;
	/**
	 * The lightness of a colour (`HSL`), from 0 to 100.
	 * @example
	 * lightness('orange');
	 */
	export function lightness(color: string): number;

	// Shapes
	/**
	 * A disc centred on (x, y). The diameter is in pixels.
	 * @example
	 * circle(100, 80, 40);
	 */
	export function circle(x: number, y: number, diameter: number): void;
	/**
	 * An oval centred on (x, y), in pixels.
	 * @example
	 * ellipse(100, 80, 60, 30);
	 */
	export function ellipse(x: number, y: number, width: number, height?: number): void;
	/**
	 * A rectangle: (x, y) is its top left corner. The radii round its corners.
	 * @example
	 * rect(20, 20, 100, 50, 8);
	 */
	export function rect(x: number, y: number, width: number, height?: number, ...radii: number[]): void;
	/**
	 * A square: (x, y) is its top left corner.
	 * @example
	 * square(20, 20, 50);
	 */
	export function square(x: number, y: number, size: number, ...radii: number[]): void;
	/**
	 * A line from one point to another.
	 * @example
	 * line(0, 0, 100, 100);
	 */
	export function line(x1: number, y1: number, x2: number, y2: number): void;
	/**
	 * A dot, as large as `strokeWeight`.
	 * @example
	 * point(50, 50);
	 */
	export function point(x: number, y: number): void;
	/**
	 * A triangle by its three corners.
	 * @example
	 * triangle(50, 10, 90, 80, 10, 80);
	 */
	export function triangle(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void;
	/**
	 * A shape with four corners, in order.
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
	 * A slice of an oval, from `start` to `stop` in radians (0 is on the right, then clockwise). Mode: `OPEN`, `CHORD` or `PIE`.
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
	 * A curve from the first point to the last; the two in the middle pull it.
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
	 * Begins a free shape, followed by `vertex`.
	 * @example
	 * beginShape();
	 */
	export function beginShape(): void;
	/**
	 * A corner of the free shape.
	 * @example
	 * vertex(30, 20);
	 */
	export function vertex(x: number, y: number): void;
	/**
	 * A curve to (x4, y4), in a free shape.
	 * @example
	 * bezierVertex(40, 10, 60, 10, 90, 80);
	 */
	export function bezierVertex(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): void;
	/**
	 * A point of a curve that goes through all its points, in a free shape.
	 * @example
	 * splineVertex(30, 20);
	 */
	export function splineVertex(x: number, y: number): void;
	/**
	 * Sets the curves of `splineVertex`: 0 for round ones, 1 for straight lines.
	 * @example
	 * splineProperty('tightness', 0.5);
	 */
	export function splineProperty(name: 'tightness', value: number): void;
	/**
	 * Ends the free shape. `CLOSE` goes back to its first corner.
	 * @example
	 * endShape(CLOSE);
	 */
	export function endShape(mode?: string): void;
	/**
	 * What the numbers of `rect` say: `CORNER` (at first), `CENTER`, `CORNERS` or `RADIUS`.
	 * @example
	 * rectMode(CENTER);
	 */
	export function rectMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;
	/**
	 * What the numbers of `ellipse` and `circle` say: `CENTER` (at first), `CORNER`, `CORNERS` or `RADIUS`.
	 * @example
	 * ellipseMode(CORNER);
	 */
	export function ellipseMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;

	// Pictures
	/**
	 * Gives a picture of the project, to draw with `image`. It comes from the button “My files”, above the code.
	 * @example
	 * const photo = loadImage('photo.jpg');
	 */
	export function loadImage(path: string, onload?: (picture: Picture) => void): Picture;
	/**
	 * Draws a picture: its corner, then its width and height. Without the height it keeps its shape. Four more numbers choose a
	 * part of the picture: its corner, its width, its height.
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
	 * What the numbers of `image` say: `CORNER` (at first), `CENTER`, `CORNERS` or `RADIUS`.
	 * @example
	 * imageMode(CENTER);
	 */
	export function imageMode(mode: 'corner' | 'corners' | 'center' | 'radius'): void;
	/**
	 * Tints the pictures that follow. The fourth number is their opacity.
	 * @example
	 * tint(255, 255, 255, 120);
	 */
	export function tint(...color: ColorValues): void;
	/**
	 * Gives the pictures their own colours back.
	 * @example
	 * noTint();
	 */
	export function noTint(): void;
	/**
	 * Makes another sheet, on which its own functions draw; `image` draws it.
	 * @example
	 * const stamp = createGraphics(100, 100);
	 * stamp.circle(50, 50, 80);
	 */
	export function createGraphics(width: number, height: number): Graphics;
	/**
	 * Reads all pixels of the sheet into `pixels`.
	 * @example
	 * loadPixels();
	 */
	export function loadPixels(): void;
	/**
	 * Four numbers for each pixel, from 0 to 255: red, green, blue, opacity. Row by row, after `loadPixels`.
	 * @example
	 * pixels[0] = 255;
	 */
	export const pixels: Uint8ClampedArray;
	/**
	 * Draws the sheet again with the pixels that changed.
	 * @example
	 * updatePixels();
	 */
	export function updatePixels(): void;
	/**
	 * The colour of a pixel of the sheet: red, green, blue and opacity, from 0 to 255.
	 * @example
	 * fill(get(mouseX, mouseY));
	 */
	export function get(x: number, y: number): [red: number, green: number, blue: number, alpha: number];
	/**
	 * Changes the colour of a pixel; `updatePixels` shows it.
	 * @example
	 * set(10, 10, 'red');
	 */
	export function set(x: number, y: number, ...color: ColorValues): void;

	// Data. `loadJSON` returns the type of `JSON.parse`, because a beginner could do nothing with `unknown`.
	/**
	 * Reads a table of the project: a CSV file. With `'header'`, its first line gives the names of the columns.
	 * @example
	 * const table = loadTable('sales.csv', 'header');
	 */
	export function loadTable(path: string, ...options: (string | ((table: Table) => void))[]): Table;
	/**
	 * Reads what is written in a JSON file of the project.
	 * @example
	 * const town = loadJSON('town.json');
	 */
	export function loadJSON(
		path: string,
		onload?: (data: ReturnType<typeof JSON.parse>) => void
	): ReturnType<typeof JSON.parse>;
	/**
	 * Reads the lines of a text file of the project.
	 * @example
	 * const lines = loadStrings('poem.txt');
	 */
	export function loadStrings(path: string, onload?: (lines: string[]) => void): string[];

	// Text
	/**
	 * Writes from (x, y) on. With `maxWidth`, in pixels, it breaks lines.
	 * @example
	 * text('Hello', 20, 40);
	 */
	export function text(value: unknown, x: number, y: number, maxWidth?: number): void;
	/**
	 * Size of the letters, in pixels.
	 * @example
	 * textSize(24);
	 */
	export function textSize(size: number): void;
	/**
	 * Where (x, y) is in the text.
	 * @example
	 * textAlign(CENTER, CENTER);
	 */
	export function textAlign(
		horizontal: 'left' | 'center' | 'right',
		vertical?: 'top' | 'center' | 'bottom' | 'alphabetic'
	): void;
	/**
	 * `NORMAL`, `BOLD`, `ITALIC` or `BOLDITALIC`.
	 * @example
	 * textStyle(BOLD);
	 */
	export function textStyle(style: string): void;
	/**
	 * The font.
	 * @example
	 * textFont('monospace');
	 */
	export function textFont(font: string): void;
	/**
	 * Distance between two lines, in letter heights (1.25 at first).
	 * @example
	 * textLeading(1.5);
	 */
	export function textLeading(lines: number): void;
	/**
	 * The width that text would have, in pixels.
	 * @example
	 * const room = textWidth('Hello');
	 */
	export function textWidth(value: unknown): number;
	/**
	 * The lines `text` would write in that width, in pixels.
	 * @example
	 * const lines = textLines('one two three', 60);
	 */
	export function textLines(value: unknown, maxWidth: number): string[];

	// Moving the sheet
	/**
	 * Remembers style and position, until `pop`.
	 * @example
	 * push();
	 */
	export function push(): void;
	/**
	 * Back to the style and position before `push`.
	 * @example
	 * pop();
	 */
	export function pop(): void;
	/**
	 * Moves the origin, in pixels.
	 * @example
	 * translate(100, 50);
	 */
	export function translate(x: number, y: number): void;
	/**
	 * Turns the sheet around the origin, in radians.
	 * @example
	 * rotate(radians(45));
	 */
	export function rotate(angle: number): void;
	/**
	 * Enlarges (2) or shrinks (0.5) what follows.
	 * @example
	 * scale(2);
	 */
	export function scale(x: number, y?: number): void;

	// Mouse, keyboard, time
	/**
	 * Position of the mouse or finger from the left, in pixels.
	 * @example
	 * circle(mouseX, mouseY, 20);
	 */
	export const mouseX: number;
	/**
	 * Position of the mouse or finger from the top, in pixels.
	 * @example
	 * circle(mouseX, mouseY, 20);
	 */
	export const mouseY: number;
	/**
	 * `mouseX` one frame before.
	 * @example
	 * line(pmouseX, pmouseY, mouseX, mouseY);
	 */
	export const pmouseX: number;
	/**
	 * `mouseY` one frame before.
	 * @example
	 * line(pmouseX, pmouseY, mouseX, mouseY);
	 */
	export const pmouseY: number;
	/**
	 * True while pressed.
	 * @example
	 * if (mouseIsPressed) fill('red');
	 */
	export const mouseIsPressed: boolean;
	/**
	 * The last key, for example `'a'`.
	 * @example
	 * text(key, 20, 20);
	 */
	export const key: string;
	/**
	 * The number of the last key.
	 * @example
	 * if (keyCode === LEFT_ARROW) translate(-5, 0);
	 */
	export const keyCode: number;
	/**
	 * True while a key is held.
	 * @example
	 * if (keyIsPressed) background(0);
	 */
	export const keyIsPressed: boolean;
	/**
	 * True if that key is held.
	 * @example
	 * if (keyIsDown(LEFT_ARROW)) rotate(0.1);
	 */
	export function keyIsDown(key: number | string): boolean;
	/**
	 * Chooses how the pointer looks over your sketch: `ARROW`, `HAND`, `CROSS`, `MOVE`, `TEXT` or `WAIT`.
	 * @example
	 * cursor(mouseX > 200 ? HAND : ARROW);
	 */
	export function cursor(shape?: string): void;
	/**
	 * Hides the pointer over your sketch, for example to draw one of your own.
	 * @example
	 * noCursor();
	 * circle(mouseX, mouseY, 10);
	 */
	export function noCursor(): void;
	/**
	 * How many frames were drawn so far (60 a second).
	 * @example
	 * circle(frameCount % 400, 100, 20);
	 */
	export const frameCount: number;
	/**
	 * Time since the frame before, in milliseconds.
	 * @example
	 * translate(deltaTime * 0.1, 0);
	 */
	export const deltaTime: number;
	/**
	 * Time since the beginning, in milliseconds.
	 * @example
	 * const seconds = millis() / 1000;
	 */
	export function millis(): number;
	/**
	 * Stops drawing sixty times a second.
	 * @example
	 * noLoop();
	 */
	export function noLoop(): void;
	/**
	 * Draws again and again, after `noLoop`.
	 * @example
	 * loop();
	 */
	export function loop(): void;
	/**
	 * True while the sketch is drawn again and again.
	 * @example
	 * if (isLooping()) noLoop();
	 */
	export function isLooping(): boolean;
	/**
	 * Draws once, after `noLoop`.
	 * @example
	 * redraw();
	 */
	export function redraw(): void;
	/**
	 * How many times a second to draw, at most 60. Gives that number.
	 * @example
	 * frameRate(12);
	 */
	export function frameRate(perSecond?: number): number;
	/**
	 * The seconds of the time it is, from 0 to 59.
	 * @example
	 * text(second(), 20, 20);
	 */
	export function second(): number;
	/**
	 * The minutes of the time it is, from 0 to 59.
	 * @example
	 * text(minute(), 20, 20);
	 */
	export function minute(): number;
	/**
	 * The hour it is, from 0 to 23.
	 * @example
	 * text(hour(), 20, 20);
	 */
	export function hour(): number;
	/**
	 * The day of the month, from 1 to 31.
	 * @example
	 * text(day(), 20, 20);
	 */
	export function day(): number;
	/**
	 * The month, from 1 to 12.
	 * @example
	 * text(month(), 20, 20);
	 */
	export function month(): number;
	/**
	 * The year.
	 * @example
	 * text(year(), 20, 20);
	 */
	export function year(): number;

	// Sound
	/**
	 * Plays a note: a frequency in hertz, or a name such as 'A4', 'C#5', 'la3'. It is heard after a first click on the picture.
	 * `seconds`: 5 at most; 0.4 if nothing is said. `wave` goes from the softest sound to the sharpest.
	 * @example
	 * playNote('C4', 0.5);
	 */
	export function playNote(
		note: number | string,
		seconds?: number,
		wave?: 'sine' | 'triangle' | 'square' | 'sawtooth'
	): void;

	/**
	 * Gives a sound of the project. It comes from the button “My files”, above the code. It is heard after a first click on the picture.
	 * @example
	 * const bell = loadSound('bell.mp3');
	 */
	export function loadSound(path: string, onload?: (sound: Sound) => void): Sound;

	// What is kept
	/**
	 * Keeps a value under a name, for the next time that the sketch runs: a number, a text, true or false, a list or an object of these.
	 * 100 names and 20,000 characters at most. Once a value is kept, "Memory", above, shows it.
	 * @example
	 * storeItem('best', score);
	 */
	export function storeItem(key: string, value: unknown): void;
	/**
	 * Gives what `storeItem` kept under this name, or `null`.
	 * @example
	 * let best = getItem('best') ?? 0;
	 */
	export function getItem<Value = ReturnType<JSON['parse']>>(key: string): Value | null;
	/**
	 * Forgets what is kept under this name.
	 * @example
	 * removeItem('best');
	 */
	export function removeItem(key: string): void;
	/** Forgets everything that is kept. */
	export function clearStorage(): void;

	// Numbers
	/**
	 * At random: from 0 to 1, from 0 to `max`, from `min` to `max`, or one item of a list.
	 * @example
	 * const x = random(0, width);
	 */
	export function random(minOrMax?: number, max?: number): number;
	export function random<Item>(choices: readonly Item[]): Item | undefined;
	/**
	 * The same number always gives the same randomness.
	 * @example
	 * randomSeed(7);
	 */
	export function randomSeed(seed: number): void;
	/**
	 * At random around a mean, seldom far from it.
	 * @example
	 * const size = randomGaussian(50, 10);
	 */
	export function randomGaussian(mean?: number, deviation?: number): number;
	/**
	 * Smooth randomness, from 0 to 1: near points give near values.
	 * @example
	 * circle(noise(frameCount / 60) * width, 50, 20);
	 */
	export function noise(x: number, y?: number, z?: number): number;
	/**
	 * The same number always gives the same `noise`.
	 * @example
	 * noiseSeed(7);
	 */
	export function noiseSeed(seed: number): void;
	/**
	 * From one scale to another.
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
	 * Brings between 0 (`start`) and 1 (`stop`).
	 * @example
	 * const part = norm(15, 0, 60);
	 */
	export function norm(value: number, start: number, stop: number): number;
	/**
	 * Keeps a value between two bounds.
	 * @example
	 * const x = constrain(mouseX, 0, width);
	 */
	export function constrain(value: number, low: number, high: number): number;
	/**
	 * A value between two others: 0 gives the first, 1 the second.
	 * @example
	 * const x = lerp(0, 100, 0.5);
	 */
	export function lerp(start: number, stop: number, amount: number): number;
	/**
	 * Distance between two points, in pixels.
	 * @example
	 * if (dist(mouseX, mouseY, 50, 50) < 20) fill('red');
	 */
	export function dist(x1: number, y1: number, x2: number, y2: number): number;
	/**
	 * From degrees to radians.
	 * @example
	 * rotate(radians(90));
	 */
	export function radians(degrees: number): number;
	/**
	 * From radians to degrees.
	 * @example
	 * const angle = degrees(PI);
	 */
	export function degrees(radians: number): number;
	/**
	 * Rounds down.
	 * @example
	 * floor(2.7);
	 */
	export function floor(value: number): number;
	/**
	 * Rounds up.
	 * @example
	 * ceil(2.1);
	 */
	export function ceil(value: number): number;
	/**
	 * Rounds to the nearest.
	 * @example
	 * round(2.5);
	 */
	export function round(value: number): number;
	/**
	 * The value without its sign.
	 * @example
	 * abs(-5);
	 */
	export function abs(value: number): number;
	/**
	 * The smallest value.
	 * @example
	 * min(3, 8);
	 */
	export function min(...values: number[]): number;
	/**
	 * The largest value.
	 * @example
	 * max(3, 8);
	 */
	export function max(...values: number[]): number;
	/**
	 * The square root.
	 * @example
	 * sqrt(9);
	 */
	export function sqrt(value: number): number;
	/**
	 * The sine of an angle in radians.
	 * @example
	 * sin(frameCount / 20);
	 */
	export function sin(angle: number): number;
	/**
	 * The cosine of an angle in radians.
	 * @example
	 * cos(frameCount / 20);
	 */
	export function cos(angle: number): number;
	/**
	 * The tangent of an angle in radians.
	 * @example
	 * tan(PI / 4);
	 */
	export function tan(angle: number): number;
	/**
	 * The angle, in radians, towards the point (x, y).
	 * @example
	 * rotate(atan2(mouseY, mouseX));
	 */
	export function atan2(y: number, x: number): number;
	/**
	 * In what to count angles: `RADIANS` (at first) or `DEGREES`.
	 * @example
	 * angleMode(DEGREES);
	 */
	export function angleMode(mode: 'radians' | 'degrees'): void;
	/**
	 * The angle whose sine is that value.
	 * @example
	 * asin(1);
	 */
	export function asin(value: number): number;
	/**
	 * The angle whose cosine is that value.
	 * @example
	 * acos(0);
	 */
	export function acos(value: number): number;
	/**
	 * The angle whose tangent is that value.
	 * @example
	 * atan(1);
	 */
	export function atan(value: number): number;
	/**
	 * The square.
	 * @example
	 * sq(5);
	 */
	export function sq(value: number): number;
	/**
	 * A power.
	 * @example
	 * pow(2, 10);
	 */
	export function pow(base: number, exponent: number): number;
	/**
	 * The exponential.
	 * @example
	 * exp(1);
	 */
	export function exp(value: number): number;
	/**
	 * The natural logarithm.
	 * @example
	 * log(10);
	 */
	export function log(value: number): number;
	/**
	 * What comes after the decimal point.
	 * @example
	 * fract(2.75);
	 */
	export function fract(value: number): number;
	/**
	 * The length of the arrow from the origin to (x, y).
	 * @example
	 * mag(30, 40);
	 */
	export function mag(x: number, y: number): number;
	/**
	 * A list with the same items, in a random order.
	 * @example
	 * const cards = shuffle([1, 2, 3, 4]);
	 */
	export function shuffle<Item>(items: readonly Item[]): Item[];
	/**
	 * An arrow: a position, a speed, a force.
	 * @example
	 * const speed = createVector(2, 0);
	 */
	export function createVector(x?: number, y?: number, z?: number): Vector;

	// Constants
	/** Half a turn, in radians. */
	export const PI: number;
	/** A whole turn, in radians. */
	export const TWO_PI: number;
	/** A quarter turn, in radians. */
	export const HALF_PI: number;
	/** An eighth of a turn, in radians. */
	export const QUARTER_PI: number;
	/** A whole turn, in radians. */
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
