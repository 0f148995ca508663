import type { Language } from '#lib/domain/language.ts';
import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import { type TemplateLibrary, pickWordsOfLanguage } from '#lib/domain/ready-made.ts';
import type { Files } from '#sandbox/contract.ts';
import { newestScriptAddress } from '#sandbox/libraries/files.ts';

/** The texts of a new project in both languages: differing words are written as `{{français|English}}`. */
interface ProjectTemplate {
	title: string;
	body: string;
	style: string;
	program: string;
}

const CANVAS_STYLE = `body {
	margin: 0;
	background: #faf6ee;
}

canvas {
	display: block;
}
`;

const CHART_STYLE = `body {
	margin: 1.5rem;
	font-family: system-ui, sans-serif;
	color: #1d1b19;
	background: #faf6ee;
}
`;

const P5_PROGRAM = `// {{Une fois, au début.|Once, at the beginning.}}
function setup() {
	createCanvas(400, 400);
	noStroke();
	describe('{{Un rond orange suit la souris.|An orange disc follows the mouse.}}');
}

// {{Soixante fois par seconde.|Sixty times a second.}}
function draw() {
	background(250, 246, 238);
	fill(242, 107, 33);
	circle(mouseX, mouseY, 40);
}
`;

/** The figures in this sample program are invented. */
const CHART_PROGRAM = `// {{Ce qui reste dans les assiettes de la cantine, en kilos.|What is left on the plates of the canteen, in kilos.}}
const days = [{{'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'|'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'}}];
const kilos = [12, 9, 4, 15, 8];

// {{'bar' fait des barres. Essaie 'line' ou 'pie'.|'bar' makes bars. Try 'line' or 'pie'.}}
new Chart('chart', {
	type: 'bar',
	data: {
		labels: days,
		datasets: [
			{ label: '{{Restes, en kilos|Left over, in kilos}}', data: kilos, backgroundColor: '#f26b21' }
		]
	}
});
`;

const MATTER_PROGRAM = `const { Engine, Render, Runner, Bodies, Composite } = Matter;

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

// {{Le sol ne bouge pas. Une caisse et une balle tombent.|The ground does not move. A crate and a ball fall.}}
const ground = Bodies.rectangle(200, 295, 400, 30, { isStatic: true });
const crate = Bodies.rectangle(120, 60, 60, 40, { angle: 0.4 });
const ball = Bodies.circle(200, 20, 25, { restitution: 0.8 });
ground.render.fillStyle = '#7a6f63';
crate.render.fillStyle = '#2f6f8f';
ball.render.fillStyle = '#f26b21';
Composite.add(engine.world, [ground, crate, ball]);

// {{Chaque clic lâche une balle. restitution dit si elle rebondit.|Each click drops a ball. restitution says how it bounces.}}
render.canvas.addEventListener('click', ({ offsetX, offsetY }) => {
	const more = Bodies.circle(offsetX, offsetY, 15, { restitution: 0.8 });
	Composite.add(engine.world, more);
});

Render.run(render);
Runner.run(Runner.create(), engine);
`;

const TONE_STYLE = `body {
	display: flex;
	flex-wrap: wrap;
	gap: 0.5rem;
	margin: 1.5rem;
	font-family: system-ui, sans-serif;
	color: #1d1b19;
	background: #faf6ee;
}

h1 {
	width: 100%;
}

button {
	min-width: 4rem;
	min-height: 6rem;
	border: 2px solid #1d1b19;
	border-radius: 0.5rem;
	font-size: 1.25rem;
	background: white;
}

button:active {
	background: #f26b21;
}
`;

const TONE_PROGRAM = `// {{Une touche pour chaque note. Essaie FMSynth à la place de Synth.|A key for each note. Try FMSynth in place of Synth.}}
const keys = [
	{ name: '{{do|C}}', note: 'C4' },
	{ name: '{{ré|D}}', note: 'D4' },
	{ name: '{{mi|E}}', note: 'E4' },
	{ name: '{{sol|G}}', note: 'G4' },
	{ name: '{{la|A}}', note: 'A4' }
];
const synth = new Tone.Synth().toDestination();

for (const { name, note } of keys) {
	const button = document.createElement('button');
	button.textContent = name;
	button.addEventListener('click', async () => {
		// {{Une page n’a le droit de sonner qu’après un clic.|A page may be heard only after a click.}}
		await Tone.start();
		synth.triggerAttackRelease(note, '8n');
	});
	document.body.append(button);
}
`;

const LIBRARY_PROJECT_TEMPLATES: Record<TemplateLibrary, ProjectTemplate> = {
	p5: { title: '{{Mon dessin|My sketch}}', body: '<main></main>', style: CANVAS_STYLE, program: P5_PROGRAM },
	chart: {
		title: '{{Mon graphique|My chart}}',
		body: `<h1>{{Les restes de la cantine|What the canteen throws away}}</h1>
		<canvas id="chart" role="img" aria-label="{{Les restes de la cantine, du lundi au vendredi|What is left at the canteen, from Monday to Friday}}"></canvas>`,
		style: CHART_STYLE,
		program: CHART_PROGRAM
	},
	matter: {
		title: '{{Ça tombe|Falling things}}',
		body: '<main></main>',
		style: CANVAS_STYLE,
		program: MATTER_PROGRAM
	},
	tone: {
		title: '{{Mon instrument|My instrument}}',
		body: '<h1>{{Mon instrument|My instrument}}</h1>',
		style: TONE_STYLE,
		program: TONE_PROGRAM
	}
};

const formatProjectHtml = (
	library: TemplateLibrary,
	{ title, body }: ProjectTemplate,
	language: Language
): string => `<!doctype html>
<html lang="${language}">
	<head>
		<meta charset="utf-8" />
		<title>${title}</title>
		<script src="${newestScriptAddress(library)}"></script>
		<link rel="stylesheet" href="style.css" />
	</head>
	<body>
		${body}
	</body>
</html>
`;

export function makeLibraryProjectFiles(library: TemplateLibrary, language: Language): Files {
	const template = LIBRARY_PROJECT_TEMPLATES[library];
	return {
		[PAGE_FILE]: pickWordsOfLanguage(formatProjectHtml(library, template, language), language),
		'style.css': template.style,
		[PROGRAM_FILE]: pickWordsOfLanguage(template.program, language)
	};
}
