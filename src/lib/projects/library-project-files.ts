/** The files of new projects that use a library. */
import type { Language } from '#lib/domain/language.ts';
import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import type { LibraryProject } from '#lib/domain/project-beginnings.ts';
import type { Files } from '#sandbox/contract.ts';

const P5_PROGRAM_TEXTS: Record<Language, string> = {
	fr: `// Une fois, au début.
function setup() {
	createCanvas(400, 400);
	noStroke();
	describe('Un rond orange suit la souris.');
}

// Soixante fois par seconde.
function draw() {
	background(250, 246, 238);
	fill(242, 107, 33);
	circle(mouseX, mouseY, 40);
}
`,
	en: `// Once, at the beginning.
function setup() {
	createCanvas(400, 400);
	noStroke();
	describe('An orange disc follows the mouse.');
}

// Sixty times a second.
function draw() {
	background(250, 246, 238);
	fill(242, 107, 33);
	circle(mouseX, mouseY, 40);
}
`
};

/** A kitchen's figures, invented. */
const CHART_PROGRAM_TEXTS: Record<Language, string> = {
	fr: `// Ce qui reste dans les assiettes de la cantine, en kilos.
const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
const kilos = [12, 9, 4, 15, 8];

// 'bar' fait des barres. Essaie 'line' ou 'pie'.
new Chart('chart', {
	type: 'bar',
	data: {
		labels: days,
		datasets: [
			{ label: 'Restes, en kilos', data: kilos, backgroundColor: '#f26b21' }
		]
	}
});
`,
	en: `// What is left on the plates of the canteen, in kilos.
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const kilos = [12, 9, 4, 15, 8];

// 'bar' makes bars. Try 'line' or 'pie'.
new Chart('chart', {
	type: 'bar',
	data: {
		labels: days,
		datasets: [
			{ label: 'Left over, in kilos', data: kilos, backgroundColor: '#f26b21' }
		]
	}
});
`
};

const CHART_BODIES: Record<Language, string> = {
	fr: `<h1>Les restes de la cantine</h1>
		<canvas id="chart" role="img" aria-label="Les restes de la cantine, du lundi au vendredi"></canvas>`,
	en: `<h1>What the canteen throws away</h1>
		<canvas id="chart" role="img" aria-label="What is left at the canteen, from Monday to Friday"></canvas>`
};

const CHART_STYLE_TEXT = `body {
	margin: 1.5rem;
	font-family: system-ui, sans-serif;
	color: #1d1b19;
	background: #faf6ee;
}
`;

const matterProgram = (texts: {
	first: string;
	click: string;
}): string => `const { Engine, Render, Runner, Bodies, Composite } = Matter;

const engine = Engine.create();
const render = Render.create({
	element: document.body,
	engine,
	options: {
		width: 400,
		height: 300,
		wireframes: false,
		background: '#faf6ee'
	}
});

// ${texts.first}
const ground = Bodies.rectangle(200, 295, 400, 30, { isStatic: true });
const crate = Bodies.rectangle(120, 60, 60, 40, { angle: 0.4 });
const ball = Bodies.circle(200, 20, 25, { restitution: 0.8 });
ground.render.fillStyle = '#7a6f63';
crate.render.fillStyle = '#2f6f8f';
ball.render.fillStyle = '#f26b21';
Composite.add(engine.world, [ground, crate, ball]);

// ${texts.click}
render.canvas.addEventListener('click', ({ offsetX, offsetY }) => {
	const more = Bodies.circle(offsetX, offsetY, 15, { restitution: 0.8 });
	Composite.add(engine.world, more);
});

Render.run(render);
Runner.run(Runner.create(), engine);
`;

const MATTER_PROGRAM_TEXTS: Record<Language, string> = {
	fr: matterProgram({
		first: 'Le sol ne bouge pas. Une caisse et une balle tombent.',
		click: 'Chaque clic lâche une balle. restitution dit si elle rebondit.'
	}),
	en: matterProgram({
		first: 'The ground does not move. A crate and a ball fall.',
		click: 'Each click drops a ball. restitution says how it bounces.'
	})
};

const CANVAS_STYLE_TEXT = `body {
	margin: 0;
	background: #faf6ee;
}

canvas {
	display: block;
}
`;

const TITLES: Record<LibraryProject, Record<Language, string>> = {
	p5: { fr: 'Mon dessin', en: 'My sketch' },
	chart: { fr: 'Mon graphique', en: 'My chart' },
	matter: { fr: 'Ça tombe', en: 'Falling things' }
};
const PROGRAMS: Record<LibraryProject, Record<Language, string>> = {
	p5: P5_PROGRAM_TEXTS,
	chart: CHART_PROGRAM_TEXTS,
	matter: MATTER_PROGRAM_TEXTS
};

const documentText = (library: LibraryProject, language: Language): string => `<!doctype html>
<html lang="${language}">
	<head>
		<meta charset="utf-8" />
		<title>${TITLES[library][language]}</title>
		<script src="${library}.js"></script>
		<link rel="stylesheet" href="style.css" />
	</head>
	<body>
		${library === 'chart' ? CHART_BODIES[language] : '<main></main>'}
	</body>
</html>
`;

export const libraryProjectFiles = (library: LibraryProject, language: Language): Files => ({
	[PAGE_FILE]: documentText(library, language),
	'style.css': library === 'chart' ? CHART_STYLE_TEXT : CANVAS_STYLE_TEXT,
	[PROGRAM_FILE]: PROGRAMS[library][language]
});
